import { TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';

import { guideQuery } from '@/api/queries';
import { GUIDE_SECTIONS, type GuideSearch, type GuideSection } from '@/app/search';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { plural } from '@/lib/format';
import { Chips } from '@/ui/Chips';
import { Empty } from '@/ui/Empty';
import { PageHeader } from '@/ui/PageHeader';

import { GuideEntry } from './GuideEntry';
import styles from './GuidePage.module.css';
import { searchGuide } from './searchGuide';

const SECTION_NAMES: Record<GuideSection, string> = {
  habit: 'Whiteboard habits',
  mistake: 'Common mistakes',
  faq: 'Questions people ask',
  checklist: 'Final checklist',
};

const route = getRouteApi('/guide');

/** How interviews go: think first, then reveal, then practise. */
export function GuidePage() {
  const { data: pages } = useSuspenseQuery(guideQuery);
  const { section, page, q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const field = useRef<HTMLInputElement>(null);
  useShortcut('/', 'Search the guide', () => field.current?.focus());

  const set = (part: { [K in keyof GuideSearch]?: GuideSearch[K] | undefined }) =>
    void navigate({
      search: (last) => {
        const next = { ...last, ...part };
        return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''));
      },
      replace: true,
      resetScroll: false,
    });

  const found = searchGuide(pages, q).filter((entry) => section === undefined || entry.section === section);
  return (
    <>
      <PageHeader title="Guide" lead="Think about each question before you open it. Then practise it where it hurts." />
      <div className={styles.tools}>
        <TextInput
          ref={field}
          type="search"
          aria-label="Search the guide"
          placeholder="Search the guide"
          size="md"
          leftSection={<IconSearch size={18} />}
          rightSection={<Keys chord="/" />}
          value={q}
          onChange={(event) => set({ q: event.currentTarget.value })}
        />
        <Chips
          legend="Section"
          hideLegend
          single
          choices={GUIDE_SECTIONS.map((name) => ({ value: name, label: SECTION_NAMES[name] }))}
          chosen={section === undefined ? [] : [section]}
          onChange={([name]) => set({ section: GUIDE_SECTIONS.find((known) => known === name) })}
        />
      </div>
      <p className="visually-hidden" role="status">
        {plural(found.length, 'page')}
      </p>
      {found.length === 0 && (
        <Empty title="Nothing says that">
          <p>Try another word, or clear the search.</p>
        </Empty>
      )}
      {GUIDE_SECTIONS.map((name) => {
        const entries = found.filter((entry) => entry.section === name);
        if (entries.length === 0) return null;
        return (
          <section key={name} className={styles.section} aria-labelledby={`section-${name}`}>
            <h2 id={`section-${name}`} className={styles.name}>
              {SECTION_NAMES[name]}
            </h2>
            <div>
              {entries.map((entry) => (
                <GuideEntry
                  key={entry.id}
                  page={entry}
                  open={entry.id === page}
                  onToggle={(open) => {
                    if (open) set({ page: entry.id });
                    else if (entry.id === page) set({ page: undefined });
                  }}
                />
              ))}
            </div>
          </section>
        );
      })}
    </>
  );
}
