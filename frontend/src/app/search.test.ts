import { expect, it } from 'vitest';

import { readGuideSearch, readLibrarySearch, readSessionSearch } from './search';

it('keeps what it knows and drops the rest', () => {
  expect(readLibrarySearch({ view: 'map', level: 'expert', topic: 'relu', junk: 1 })).toEqual({
    view: 'map',
    topic: 'relu',
  });
  expect(readGuideSearch({ section: 'nowhere', q: '' })).toEqual({});
});

it('takes an id that looks like a number as text', () => {
  expect(readSessionSearch({ attempt: 42 })).toEqual({ attempt: '42' });
});
