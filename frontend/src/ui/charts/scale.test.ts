import { expect, it } from 'vitest';

import { linear, linePath } from './scale';

it('maps a domain to a range, upside down as well', () => {
  expect([0, 5, 10].map(linear([0, 10], [100, 0]))).toEqual([100, 50, 0]);
});

it('puts a domain of one value in the middle', () => {
  expect(linear([3, 3], [0, 10])(3)).toBe(5);
});

it('draws a line', () => {
  expect(linePath([[0, 1], [2, 3]])).toBe('M0.0 1.0L2.0 3.0');
  expect(linePath([])).toBe('');
});
