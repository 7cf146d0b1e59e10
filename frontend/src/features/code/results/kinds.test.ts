import { describe, expect, it } from 'vitest';

import { compareKind, readKind } from './kinds';

const marked = (kind: string, other: string) =>
  compareKind(kind, other)
    .map(({ text, differs }) => (differs ? `<${text}>` : text))
    .join('');

describe('kinds', () => {
  it('are read as a type and dimensions', () => {
    expect(readKind('float32 (2, 3)')).toEqual({ type: 'float32', dims: ['2', '3'] });
    expect(readKind('float64 ()')).toEqual({ type: 'float64', dims: [] });
    expect(readKind('int')).toBeNull();
  });

  it('mark what differs, and only that', () => {
    expect(marked('float32 (2, 3)', 'float32 (2, 4)')).toBe('float32 (2, <3>)');
    expect(marked('float64 (2, 3)', 'float32 (2, 3)')).toBe('<float64> (2, 3)');
    expect(marked('float32 (2, 3)', 'float32 (2, 3)')).toBe('float32 (2, 3)');
  });

  it('are lined up from the last dimension', () => {
    expect(marked('float32 (4, 2, 3)', 'float32 (2, 3)')).toBe('float32 (<4>, 2, 3)');
    expect(marked('float32 (3,)', 'float32 (2, 3)')).toBe('float32 (3,)');
    expect(marked('float32 ()', 'float32 (2,)')).toBe('float32 (<)>');
  });

  it('are compared as a whole where they are no tensors', () => {
    expect(marked('NoneType', 'float32 (2,)')).toBe('<NoneType>');
  });
});
