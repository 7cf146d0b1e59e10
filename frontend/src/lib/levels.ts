import type { Level } from '@/api/types';

/** What the levels are called on the page. */
export const levelNames: Record<Level, string> = { screen: 'Phone screen', core: 'Core', senior: 'Senior' };
