import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { pythonLanguage } from '@codemirror/lang-python';
import { LanguageSupport, bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  dropCursor,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view';

import { nonce } from '@/app/nonce';

import { blamed } from './blamed';
import { theme } from './theme';
import { typeOver } from './typeOver';

/** What reading and writing share: Python in our colours, allowed by the content policy. */
export const reading: Extension = [
  EditorView.cspNonce.of(nonce),
  new LanguageSupport(pythonLanguage),
  lineNumbers(),
  theme,
  // Editable text takes the focus by itself; that is said for programs that look for a tabindex.
  EditorView.contentAttributes.of({ tabindex: '0' }),
];

export interface Commands {
  submit: () => void;
  run: () => void;
}

/** Everything for writing. There is no completion: an interview has none. */
export function writing({ submit, run }: Commands): Extension {
  const doing = (command: () => void) => () => {
    command();
    return true;
  };
  return [
    reading,
    Prec.highest(
      keymap.of([
        { key: 'Mod-Enter', run: doing(submit), preventDefault: true },
        { key: 'Shift-Enter', run: doing(run), preventDefault: true },
      ]),
    ),
    history(),
    drawSelection(),
    dropCursor(),
    rectangularSelection(),
    indentUnit.of('    '),
    EditorState.tabSize.of(4),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    blamed,
    typeOver,
    // Esc, then Tab leaves the editor: the kit lets Tab through for two seconds after Escape.
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, indentWithTab]),
    EditorView.contentAttributes.of({
      'aria-label': 'Your code',
      'aria-describedby': 'editor-keys',
      'aria-keyshortcuts': 'Control+Enter Shift+Enter',
      spellcheck: 'false',
      autocapitalize: 'off',
    }),
  ];
}
