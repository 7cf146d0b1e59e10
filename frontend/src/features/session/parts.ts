/** What the parts of a question are called. */
export function sayPart(part: string): string {
  if (part === 'headline') return 'Headline first';
  if (part === 'detail') return 'Now the detail';
  if (part === 'answer') return 'Question';
  return 'Follow-up';
}
