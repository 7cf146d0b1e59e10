/** What the addresses of the rooms may carry after the question mark; anything else in them is ignored. */

import type { Level } from '@/api/types';

type Raw = Record<string, unknown>;

export const LEVELS: readonly Level[] = ['screen', 'core', 'senior'];

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((candidate) => candidate === value);

/** Leaves out what is undefined, so that addresses stay short. */
function compact<T extends object>(value: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Partial<T>;
}

export interface SessionSearch {
  /** The attempt whose feedback is shown. */
  attempt: string;
}

export const readSessionSearch = (raw: Raw): Partial<SessionSearch> =>
  compact<SessionSearch>({ attempt: text(raw.attempt) });

export interface RapidSearch {
  /** A topic or area to begin with. */
  topic: string;
}

export const readRapidSearch = (raw: Raw): Partial<RapidSearch> => compact<RapidSearch>({ topic: text(raw.topic) });

export const GUIDE_SECTIONS = ['habit', 'mistake', 'faq', 'checklist'] as const;
export type GuideSection = (typeof GUIDE_SECTIONS)[number];

export interface GuideSearch {
  section: GuideSection;
  /** The page that is revealed. */
  page: string;
  q: string;
}

export const readGuideSearch = (raw: Raw): Partial<GuideSearch> =>
  compact<GuideSearch>({ section: oneOf(GUIDE_SECTIONS, raw.section), page: text(raw.page), q: text(raw.q) });

export const CODE_STATES = ['due', 'new', 'started', 'given_up', 'passed'] as const;
export type CodeState = (typeof CODE_STATES)[number];

export interface CodeSearch {
  q: string;
  level: Level;
  topic: string;
  area: string;
  state: CodeState;
}

export const readCodeSearch = (raw: Raw): Partial<CodeSearch> =>
  compact<CodeSearch>({
    q: text(raw.q),
    level: oneOf(LEVELS, raw.level),
    topic: text(raw.topic),
    area: text(raw.area),
    state: oneOf(CODE_STATES, raw.state),
  });

export const KINDS = ['rapid', 'deep', 'code', 'board'] as const;

export interface LibrarySearch {
  view: 'list' | 'map';
  kind: (typeof KINDS)[number];
  level: Level;
  /** A topic. */
  topic: string;
  area: string;
  q: string;
}

export const readLibrarySearch = (raw: Raw): Partial<LibrarySearch> =>
  compact<LibrarySearch>({
    view: oneOf(['list', 'map'] as const, raw.view),
    kind: oneOf(KINDS, raw.kind),
    level: oneOf(LEVELS, raw.level),
    topic: text(raw.topic),
    area: text(raw.area),
    q: text(raw.q),
  });
