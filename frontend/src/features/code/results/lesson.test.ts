import { expect, it } from 'vitest';

import type { CheckView, Judgement } from '@/api/types';

import { firstToShow, lessonOf } from './lesson';

const check = (more: Partial<CheckView>): CheckView => ({
  name: 'a',
  title: 'A.',
  passed: false,
  message: '',
  teaches: '',
  examples: 1,
  visible: false,
  expected: '',
  got: '',
  max_abs_error: null,
  max_rel_error: null,
  where: '',
  failing: null,
  traceback: '',
  ...more,
});

const judgement = (message: string, checks: CheckView[]) => ({ message, checks }) as unknown as Judgement;

it('puts the mistake first and its symptom after it', () => {
  const failed = check({ message: 'output[0] is nan.', teaches: 'Subtract the maximum.' });
  expect(lessonOf(judgement('output[0] is nan. Subtract the maximum.', [failed]))).toEqual({
    says: 'Subtract the maximum.',
    because: 'output[0] is nan.',
  });
});

it('says what went wrong where the mistake is not known', () => {
  expect(lessonOf(judgement('output[0] is nan.', [check({})]))).toEqual({ says: 'output[0] is nan.', because: '' });
});

it('opens the failed check that the candidate may look at best', () => {
  const checks = [check({ name: 'p', passed: true }), check({ name: 'a' }), check({ name: 'b', visible: true })];
  expect(firstToShow(checks)).toBe('b');
  expect(firstToShow([check({ name: 'p', passed: true })])).toBeNull();
});
