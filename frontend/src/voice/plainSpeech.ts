/** What a voice can say of a text with Markdown and mathematics. */
export function plainSpeech(text: string): string {
  return text
    .replace(/\$\$?([^$]+)\$\$?/g, (_match, tex: string) => sayTex(tex))
    .replace(/[*`#>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1 over $2'],
  [/\\sqrt\{([^{}]*)\}/g, 'square root of $1'],
  [/\\(?:times|cdot)\b/g, ' times '],
  [/\\(?:le|leq)\b/g, ' at most '],
  [/\\(?:ge|geq)\b/g, ' at least '],
  [/\\(?:text|mathrm|operatorname|mathbf)\{([^{}]*)\}/g, '$1'],
  [/\^\{?T\}?|\^\\top/g, ' transposed'],
  [/\^\{([^{}]*)\}|\^(\w)/g, ' to the $1$2'],
  [/_\{([^{}]*)\}|_(\w)/g, ' $1$2'],
  [/=/g, ' equals '],
  [/\\/g, ''],
  [/[{}]/g, ' '],
];

function sayTex(tex: string): string {
  return WORDS.reduce((spoken, [pattern, words]) => spoken.replace(pattern, words), tex);
}
