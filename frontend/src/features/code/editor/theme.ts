import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in our own colours: variables, so that it follows the theme by itself. */
const looks = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--surface)', color: 'var(--ink)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', fontFeatureSettings: "'calt' 0", lineHeight: '1.65' },
  '.cm-content': { padding: '0.9rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 1.1rem 0 0.6rem' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-3)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.6rem', padding: '0 0.35rem 0 0.8rem' },
  '.cm-foldGutter .cm-gutterElement': { color: 'var(--ink-3)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--pen) 10%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)', fontWeight: '650' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--pen) 42%, transparent)',
  },
  // Without the drawn layer, as in a diff, the page's own selection must stay readable.
  '.cm-content ::selection': { color: 'inherit' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--pen-wash)', outline: '1px solid var(--pen-line)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--contradicted-wash)' },
  '.cm-blamed': { backgroundColor: 'var(--contradicted-wash)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--pen-wash)' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-searchMatch': { backgroundColor: 'var(--partial-wash)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--pen)', color: 'var(--on-pen)' },
  '.cm-textfield': { backgroundColor: 'var(--surface)', border: '1px solid var(--line-strong)', borderRadius: '6px' },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
  },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--sunken)', border: '0', color: 'var(--ink-2)' },
  '.cm-changedLine': { backgroundColor: 'var(--pen-wash) !important' },
  '.cm-changedText': {
    background:
      'light-dark(color-mix(in srgb, var(--pen) 55%, transparent), color-mix(in srgb, var(--pen) 14%, transparent)) !important',
  },
  '.cm-changeGutter': { width: '4px' },
  '.cm-changedLineGutter': { backgroundColor: 'var(--pen-deep) !important' },
  '.cm-collapsedLines': { background: 'var(--sunken)', color: 'var(--ink-2)' },
});

const pens = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], fontWeight: '700' },
  { tag: [tags.bool, tags.null, tags.self], color: 'var(--unsure)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--covered)' },
  { tag: [tags.number, tags.integer, tags.float], color: 'var(--unsure)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--ink-2)', fontStyle: 'italic' },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], color: 'var(--partial)', fontWeight: '650' },
  { tag: tags.meta, color: 'var(--partial)' },
  { tag: tags.invalid, color: 'var(--contradicted)' },
]);

export const theme = [looks, syntaxHighlighting(pens)];
