import { expect, it } from 'vitest';

import { readPython } from './python';

it('loses no character', () => {
  const source = 'import torch  # the "real" one\nx = f"{1.5e-3} # not a comment"\nassert x is not None\n';
  expect(
    readPython(source)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(source);
});

it('tells comments, strings, keywords and numbers apart', () => {
  const kinds = readPython('for x in [1, "in"]:  # in').filter((piece) => piece.kind !== 'plain');
  expect(kinds).toEqual([
    { kind: 'keyword', text: 'for' },
    { kind: 'keyword', text: 'in' },
    { kind: 'number', text: '1' },
    { kind: 'string', text: '"in"' },
    { kind: 'comment', text: '# in' },
  ]);
});
