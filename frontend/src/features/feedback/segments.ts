/** Which words of an answer each key point rests on: the answer cut into pieces to highlight. */

import type { PointFeedback, Verdict } from '@/api/types';

interface Span {
  point: string;
  verdict: Verdict;
  start: number;
  end: number;
}

export interface Segment {
  text: string;
  /** Key points that rest on these words; none for plain text. */
  points: readonly string[];
  /** The verdict whose pen colours it. */
  verdict: Verdict | null;
}

/** Where several points rest on the same words, the most important verdict colours them. */
const PRIORITY: readonly Verdict[] = ['contradicted', 'covered', 'partial', 'unsure', 'missing'];

/**
 * Finds a point's evidence. The server counts characters (code points), JavaScript counts UTF-16 units; where they
 * disagree with the text, the words themselves are looked for.
 */
function locate(answer: string, characters: readonly string[], point: PointFeedback): Span | null {
  const { evidence, evidence_start: given } = point;
  if (evidence === '') return null;
  let start = given === null ? -1 : characters.slice(0, given).join('').length;
  if (start < 0 || !answer.startsWith(evidence, start)) start = answer.indexOf(evidence);
  if (start < 0) return null;
  return { point: point.id, verdict: point.verdict, start, end: start + evidence.length };
}

export function segmentAnswer(answer: string, points: readonly PointFeedback[]): Segment[] {
  const characters = Array.from(answer);
  const spans = points.map((point) => locate(answer, characters, point)).filter((span) => span !== null);
  const cuts = new Set([0, answer.length, ...spans.flatMap((span) => [span.start, span.end])]);
  const edges = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1];
    if (to === undefined) break;
    const here = spans.filter((span) => span.start <= from && span.end >= to);
    segments.push({
      text: answer.slice(from, to),
      points: here.map((span) => span.point),
      verdict: PRIORITY.find((verdict) => here.some((span) => span.verdict === verdict)) ?? null,
    });
  }
  return segments;
}
