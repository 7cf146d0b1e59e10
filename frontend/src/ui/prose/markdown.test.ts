import type { Token } from 'marked';
import { describe, expect, it } from 'vitest';

import { isMath, readInline, readMarkdown } from './markdown';

const mathIn = (tokens: Token[]): string[] =>
  tokens.flatMap((token) => {
    if (isMath(token)) return [token.tex];
    return 'tokens' in token && Array.isArray(token.tokens) ? mathIn(token.tokens) : [];
  });

describe('mathematics', () => {
  it('is found within a sentence', () => {
    expect(mathIn(readMarkdown('The score is $QK^T/\\sqrt{d_k}$, then softmax.'))).toEqual(['QK^T/\\sqrt{d_k}']);
  });

  it('is left alone by emphasis: the underscores are subscripts', () => {
    expect(mathIn(readInline('$a_1$ and $b_1$'))).toEqual(['a_1', 'b_1']);
  });

  it('may stand on lines of its own', () => {
    const [paragraph] = readMarkdown('$$\ny = F(x) + x\n$$');
    expect(mathIn(paragraph === undefined ? [] : [paragraph])).toEqual(['y = F(x) + x']);
  });

  it('is not money', () => {
    expect(mathIn(readMarkdown('It costs $5 a day and $6 a night.'))).toEqual([]);
    expect(mathIn(readMarkdown('Between $ 5 and 6 $ there is room.'))).toEqual([]);
  });
});

it('keeps HTML as a token that the page shows as text', () => {
  const tokens = readInline('a <b>bold</b> claim');
  expect(tokens.map((token) => token.type)).toContain('html');
});
