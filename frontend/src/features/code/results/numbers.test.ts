import { describe, expect, it } from 'vitest';

import { breakRows, compareNumbers, shortNumber } from './numbers';

const marked = (text: string, other: string) =>
  compareNumbers(text, other)
    .map(({ text: piece, differs }) => (differs ? `<${piece}>` : piece))
    .join('');

it('gives every row a line', () => {
  expect(breakRows('[[1.0, 2.0], [3.0, 4.0]]')).toBe('[[1.0, 2.0],\n [3.0, 4.0]]');
  expect(breakRows('[[[1], [2]], [[3], [4]]]')).toBe('[[[1],\n  [2]],\n [[3],\n  [4]]]');
  expect(breakRows('[1.0, 2.0]')).toBe('[1.0, 2.0]');
});

describe('values', () => {
  it('mark the numbers that differ', () => {
    expect(marked('[[0.5, 0.0], [inf, 0.0]]', '[[0.5, 0.5], [1.0, 0.0]]')).toBe('[[0.5, <0.0>], [<inf>, 0.0]]');
    expect(marked('[nan, -1.5]', '[0.25, -1.5]')).toBe('[<nan>, -1.5]');
    expect(marked('[True, False]', '[True, True]')).toBe('[True, <False>]');
  });

  it('take a difference in the last digit for rounding, unless there is no other', () => {
    expect(marked('[0.4902, 0.1]', '[0.4903, 0.9]')).toBe('[0.4902, <0.1>]');
    expect(marked('[0.4902, 0.9]', '[0.4903, 0.9]')).toBe('[<0.4902>, 0.9]');
  });

  it('are not compared where there are more of one than of the other', () => {
    expect(marked('[1, 2]', '[1, 2, 3]')).toBe('[1, 2]');
  });
});

it('writes errors shortly', () => {
  expect([0, 2.1931425, 0.00001234, 1234567, 12].map(shortNumber)).toEqual(['0', '2.19', '1.2e-5', '1.2e+6', '12']);
});
