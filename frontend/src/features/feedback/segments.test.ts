import { describe, expect, it } from 'vitest';

import type { PointFeedback, Verdict } from '@/api/types';

import { segmentAnswer } from './segments';

const point = (id: string, verdict: Verdict, evidence: string, evidence_start: number | null): PointFeedback => ({
  id,
  verdict,
  evidence,
  evidence_start,
  claim: '',
  weight: 1,
  confidence: 1,
  because: '',
  correction: '',
  overridden: false,
  proven: false,
});

describe('segments', () => {
  it('cut the answer at the evidence and lose nothing', () => {
    const answer = 'It exponentiates the scores and normalises them.';
    const segments = segmentAnswer(answer, [point('a', 'covered', 'exponentiates the scores', 3)]);
    expect(segments).toEqual([
      { text: 'It ', points: [], verdict: null },
      { text: 'exponentiates the scores', points: ['a'], verdict: 'covered' },
      { text: ' and normalises them.', points: [], verdict: null },
    ]);
  });

  it('overlap: the shared words belong to both points, coloured by the weightier verdict', () => {
    const segments = segmentAnswer('abcdef', [point('a', 'covered', 'abcd', 0), point('b', 'contradicted', 'cdef', 2)]);
    expect(segments.map(({ text, points, verdict }) => [text, points.join('+'), verdict])).toEqual([
      ['ab', 'a', 'covered'],
      ['cd', 'a+b', 'contradicted'],
      ['ef', 'b', 'contradicted'],
    ]);
  });

  it('count characters as the server does: an emoji is one', () => {
    const answer = '🎉🎉 softmax';
    expect(segmentAnswer(answer, [point('a', 'covered', 'softmax', 3)])[1]?.text).toBe('softmax');
  });

  it('tell apart two places with the same words', () => {
    const segments = segmentAnswer('no, no', [point('a', 'partial', 'no', 4)]);
    expect(segments.map((segment) => segment.text)).toEqual(['no, ', 'no']);
  });

  it('trust the words more than a wrong offset, and show plain text where neither fits', () => {
    expect(segmentAnswer('softmax sums', [point('a', 'covered', 'sums', 1)])[1]?.text).toBe('sums');
    expect(segmentAnswer('softmax', [point('a', 'covered', 'not there', 0)])).toEqual([
      { text: 'softmax', points: [], verdict: null },
    ]);
  });

  it('of an empty answer are none', () => {
    expect(segmentAnswer('', [point('a', 'missing', '', null)])).toEqual([]);
  });
});
