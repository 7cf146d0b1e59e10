import type { CodeVerdict } from '@/api/types';

export type VerdictTone = 'covered' | 'partial' | 'contradicted' | 'unsure' | 'missing';

interface Words {
  /** As a heading over the result. */
  says: string;
  /** In a list. */
  short: string;
  tone: VerdictTone;
}

/** What the judge's verdicts are called on the page, and the pen they are written with. */
export const verdictWords: Record<CodeVerdict, Words> = {
  accepted: { says: 'Accepted', short: 'Accepted', tone: 'covered' },
  wrong_answer: { says: 'Not right yet', short: 'Wrong answer', tone: 'contradicted' },
  forbidden: { says: 'Uses what is not allowed here', short: 'Not allowed', tone: 'partial' },
  runtime_error: { says: 'It stopped with an error', short: 'Error', tone: 'contradicted' },
  syntax_error: { says: 'Python cannot read it', short: 'Syntax error', tone: 'contradicted' },
  time_limit: { says: 'It took too long', short: 'Too slow', tone: 'partial' },
  memory_limit: { says: 'It used too much memory', short: 'Too much memory', tone: 'partial' },
  output_limit: { says: 'It printed too much', short: 'Too much output', tone: 'partial' },
  security_violation: { says: 'It tried to leave its box', short: 'Left its box', tone: 'contradicted' },
  internal_error: { says: 'Our fault, not yours', short: 'Not judged', tone: 'unsure' },
};
