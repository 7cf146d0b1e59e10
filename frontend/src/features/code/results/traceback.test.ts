import { expect, it } from 'vitest';

import { readFrames } from './traceback';

it('reads lines, places and code', () => {
  const text = 'line 3, in <module>\n    f(1)\nline 15, in softmax\n    raise NotImplementedError';
  expect(readFrames(text)).toEqual([
    { line: 3, place: '<module>', code: 'f(1)' },
    { line: 15, place: 'softmax', code: 'raise NotImplementedError' },
  ]);
});

it('keeps the pointer under a syntax error', () => {
  expect(readFrames('line 1\n    def f(:\n          ^')).toEqual([{ line: 1, place: '', code: 'def f(:\n      ^' }]);
});

it('finds none in other words', () => {
  expect(readFrames('')).toEqual([]);
});
