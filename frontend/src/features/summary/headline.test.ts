import { expect, it } from 'vitest';

import { headline } from './headline';

it('never praises what was not answered', () => {
  expect(headline({ answered: 0, score: 0 })).toBe('Another time.');
  expect(headline({ answered: 3, score: 0.9 })).toBe('Interview-ready.');
  expect(headline({ answered: 3, score: 0.1 })).toBe('Now you know where to dig.');
});
