import { expect, it } from 'vitest';

import { plainSpeech } from './plainSpeech';

it('says formulas in words', () => {
  expect(plainSpeech('Why divide by $\\sqrt{d_k}$?')).toBe('Why divide by square root of d k?');
  expect(plainSpeech('Is $\\frac{a}{b} = 2$?')).toBe('Is a over b equals 2?');
});

it('leaves out the marks of Markdown', () => {
  expect(plainSpeech('What does `model.eval()` **do**?')).toBe('What does model.eval() do?');
});
