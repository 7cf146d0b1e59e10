import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react';

import { blame, jumpTo } from './blamed';
import styles from './CodeEditor.module.css';
import { writing } from './setup';

export interface EditorHandle {
  focus: () => void;
  jumpTo: (line: number) => void;
  blame: (lines: readonly number[]) => void;
}

interface Props {
  ref: Ref<EditorHandle>;
  text: string;
  /** Takes the focus as soon as it is there. */
  focused: boolean;
  onChange: (text: string) => void;
  onSubmit: () => void;
  onRun: () => void;
}

/** CodeMirror for Python. A text that comes from elsewhere replaces what stands here, and Undo brings it back. */
export default function CodeEditor({ ref, text, focused, onChange, onSubmit, onRun }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const changed = useEffectEvent(onChange);
  const submit = useEffectEvent(onSubmit);
  const run = useEffectEvent(onRun);
  const first = useEffectEvent(() => ({ text, focused }));

  useEffect(() => {
    if (host.current === null) return undefined;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: first().text,
        extensions: [
          writing({ submit: () => submit(), run: () => run() }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    if (first().focused) editor.focus();
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

  useImperativeHandle(ref, () => ({
    focus: () => view.current?.focus(),
    jumpTo: (line) => view.current !== null && jumpTo(view.current, line),
    blame: (lines) => view.current !== null && blame(view.current, lines),
  }));

  return <div ref={host} className={styles.editor} />;
}
