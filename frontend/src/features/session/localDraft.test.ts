import { expect, it } from 'vitest';

import { newerText, readDraft } from './localDraft';

it('prefers the local text unless the server has heard something newer', () => {
  const stored = { text: 'saved', revision: 3 };
  expect(newerText(stored, { text: 'saved, and typed on', revision: 3 })).toBe('saved, and typed on');
  expect(newerText(stored, { text: 'old', revision: 2 })).toBe('saved');
  expect(newerText(stored, { text: 'saved and more', revision: 2 })).toBe('saved and more');
  expect(newerText(stored, null)).toBe('saved');
});

it('ignores what it did not write', () => {
  expect(readDraft('{"text": 1, "revision": 2}')).toBeNull();
  expect(readDraft('not json')).toBeNull();
  expect(readDraft(null)).toBeNull();
  expect(readDraft('{"text":"a","revision":2}')).toEqual({ text: 'a', revision: 2 });
});
