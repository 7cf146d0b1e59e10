import type { ArchitectureBrief, BoardCheck, BoardVerdict, Finding, ProblemState } from '@/api/types';
import { plural } from '@/lib/format';

/** How far one got, in words. */
export const stateWords: Record<ProblemState, string> = {
  new: 'New',
  started: 'Tried',
  given_up: 'Given up',
  passed: 'Drawn',
};

export const sayTries = (brief: ArchitectureBrief): string =>
  brief.attempts === 0 ? 'not tried yet' : plural(brief.attempts, 'try', 'tries');

export type Tone = 'covered' | 'partial' | 'contradicted' | 'unsure' | 'missing';

interface VerdictWords {
  /** As a heading. */
  says: string;
  /** In a list. */
  short: string;
  tone: Tone;
}

export const verdictWords: Record<BoardVerdict, VerdictWords> = {
  right: { says: 'Right', short: 'Right', tone: 'covered' },
  wrong: { says: 'Not right yet', short: 'Wrong', tone: 'contradicted' },
  unreadable: { says: 'I cannot read that yet', short: 'Unreadable', tone: 'unsure' },
};

export const severityWords: Record<Finding['severity'], { says: string; tone: Tone }> = {
  mistake: { says: 'Mistake', tone: 'contradicted' },
  habit: { says: 'Habit', tone: 'partial' },
  hint: { says: 'Hint', tone: 'unsure' },
};

/** The six habits, as they are called on the page. */
export const habitWords: Record<string, string> = {
  flow: 'One direction of flow',
  boxes: 'One box, one operation',
  colours: 'One colour per kind',
  shapes: 'Shapes on the arrows',
  skips: 'Skips curved, and marked +',
  equations: 'Key equations at their box',
};

/** What was found, in one breath. */
export function sayCheck(check: BoardCheck): string {
  const mistakes = check.findings.filter((finding) => finding.severity === 'mistake');
  const count = mistakes.length === 0 ? '' : `${plural(mistakes.length, 'mistake')}. ${mistakes[0]?.message ?? ''}`;
  return `${verdictWords[check.verdict].says}. ${count === '' ? check.message : count}`;
}
