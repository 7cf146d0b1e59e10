import { describe, expect, it } from 'vitest';

import { hostOf } from './hostOf';

describe('hostOf', () => {
  it('names the host and the port', () => {
    expect(hostOf('http://localhost:11434/v1')).toBe('localhost:11434');
    expect(hostOf('https://api.vendor.test/v1')).toBe('api.vendor.test');
  });

  it('gives back what is no address', () => {
    expect(hostOf('somewhere')).toBe('somewhere');
  });
});
