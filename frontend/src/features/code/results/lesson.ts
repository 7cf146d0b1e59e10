import type { CheckView, Judgement } from '@/api/types';

export interface Lesson {
  /** What to learn from it, or where nothing is known, what went wrong. */
  says: string;
  /** What went wrong, where that is not what is said already. */
  because: string;
}

/** The judge's message ends with the mistake it has recognised, if it has; on the page that comes first. */
export function lessonOf({ message, checks }: Judgement): Lesson {
  const teaches = checks.find((check) => !check.passed && check.teaches !== '' && message.endsWith(check.teaches))?.teaches;
  if (teaches === undefined) return { says: message, because: '' };
  return { says: teaches, because: message.slice(0, -teaches.length).trim() };
}

/** Which failed check opens by itself: the first whose mistake is known, else the first that shows an example. */
export function firstToShow(checks: readonly CheckView[]): string | null {
  const failed = checks.filter((check) => !check.passed);
  return (failed.find((check) => check.visible) ?? failed.find((check) => check.failing !== null) ?? failed[0])?.name ?? null;
}
