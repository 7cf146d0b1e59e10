import { expect, it } from 'vitest';

import type { GuidePage } from '@/api/types';

import { searchGuide } from './searchGuide';

const page = (id: string, title: string, answer: string): GuidePage => ({
  id,
  title,
  answer,
  section: 'faq',
  order: 1,
  question: '',
  practice: [],
});

const pages = [
  page('a', 'How long an answer is', 'Thirty seconds; a whiteboard takes longer.'),
  page('b', 'At the whiteboard', 'Label the arrows.'),
];
const ids = (query: string) => searchGuide(pages, query).map((found) => found.id);

it('wants every word, and prefers the title', () => {
  expect(ids('')).toEqual(['a', 'b']);
  expect(ids('WHITEBOARD')).toEqual(['b', 'a']);
  expect(ids('whiteboard arrows')).toEqual(['b']);
  expect(ids('tensor')).toEqual([]);
});
