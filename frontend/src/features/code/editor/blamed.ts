import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

const setBlamed = StateEffect.define<readonly number[]>();

const mark = Decoration.line({ class: 'cm-blamed' });

/** Lines that a traceback names; a mark goes as soon as its line is edited. */
export const blamed: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    transaction.changes.iterChangedRanges((_fromA, _toA, from, to) => {
      const { doc } = transaction.state;
      const [first, last] = [doc.lineAt(from).from, doc.lineAt(to).to];
      next = next.update({ filter: (at) => at < first || at > last });
    });
    for (const effect of transaction.effects) {
      if (!effect.is(setBlamed)) continue;
      const { doc } = transaction.state;
      const lines = [...new Set(effect.value)].filter((line) => line >= 1 && line <= doc.lines).sort((a, b) => a - b);
      next = Decoration.set(lines.map((line) => mark.range(doc.line(line).from)));
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export function blame(view: EditorView, lines: readonly number[]): void {
  view.dispatch({ effects: setBlamed.of(lines) });
}

/** Puts the cursor into a line and brings it into sight. */
export function jumpTo(view: EditorView, line: number): void {
  const { doc } = view.state;
  const at = doc.line(Math.min(Math.max(1, line), doc.lines));
  const indent = at.text.length - at.text.trimStart().length;
  view.dispatch({
    selection: { anchor: at.from + indent },
    effects: EditorView.scrollIntoView(at.from, { y: 'center' }),
  });
  view.focus();
}
