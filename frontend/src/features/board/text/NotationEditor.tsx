import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';

import { nonce } from '@/app/nonce';
import { theme } from '@/features/code/editor/theme';
import { typeOver } from '@/features/code/editor/typeOver';

import styles from './TextPane.module.css';

interface Props {
  text: string;
  readOnly: boolean;
  onChange: (text: string) => void;
  onSubmit: () => void;
  onCheck: () => void;
}

const EXAMPLE = 'x (B, T, d) -> LayerNorm -> MHA h=8 -> + x -> y';

/** Tab goes on to the next control: nothing in the notation is indented. */
const writing = (submit: () => void, check: () => void): Extension => {
  const doing = (command: () => void) => () => {
    command();
    return true;
  };
  return [
    EditorView.cspNonce.of(nonce),
    theme,
    lineNumbers(),
    history(),
    drawSelection(),
    bracketMatching(),
    highlightActiveLine(),
    typeOver,
    EditorView.lineWrapping,
    placeholder(EXAMPLE),
    Prec.highest(
      keymap.of([
        { key: 'Mod-Enter', run: doing(submit), preventDefault: true },
        { key: 'Shift-Enter', run: doing(check), preventDefault: true },
      ]),
    ),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': 'Your drawing as text',
      'aria-describedby': 'notation-help',
      'aria-keyshortcuts': 'Control+Enter Shift+Enter',
      spellcheck: 'false',
      autocapitalize: 'off',
      autocorrect: 'off',
    }),
  ];
};

/** CodeMirror for the text notation. A text that comes from elsewhere replaces what stands here; Undo brings it back. */
export default function NotationEditor({ text, readOnly, onChange, onSubmit, onCheck }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const changed = useEffectEvent(onChange);
  const submit = useEffectEvent(onSubmit);
  const check = useEffectEvent(onCheck);
  const first = useEffectEvent(() => text);

  useEffect(() => {
    if (host.current === null) return undefined;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: first(),
        extensions: [
          writing(
            () => submit(),
            () => check(),
          ),
          EditorState.readOnly.of(readOnly),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [readOnly]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

  return <div ref={host} className={styles.editor} />;
}
