import { useState } from 'react';

import type { DayCount } from '@/api/types';
import { longDate, localDay, percent, plural } from '@/lib/format';
import { AsTable } from '@/ui/charts/AsTable';

import { buildCalendar } from './calendar';
import styles from './CalendarChart.module.css';

interface Props {
  days: readonly DayCount[];
  goal: number;
}

const CELL = 15;
const GAP = 3;
const TOP = 20;
const STEP = CELL + GAP;

/** A year of practice, a square a day; the fuller the pen, the closer to the daily goal. */
export function CalendarChart({ days, goal }: Props) {
  const [today] = useState(() => new Date());
  const { weeks, months } = buildCalendar(days, goal, today);
  const width = weeks.length * STEP - GAP;
  const label = `${plural(days.length, 'day')} with practice in the last year`;
  return (
    <figure>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Calendar of practice">
        <svg width={width} height={TOP + 7 * STEP} role="img" aria-label={label}>
          {months.map(({ week, name }) => (
            <text key={week} x={week * STEP} y={12} className={styles.month}>
              {name}
            </text>
          ))}
          {weeks.map((week, column) =>
            week.map((day, row) => (
              <rect
                key={day.iso}
                x={column * STEP}
                y={TOP + row * STEP}
                width={CELL}
                height={CELL}
                rx={4}
                className={styles.day}
                data-heat={day.heat}
              >
                <title>{`${longDate(day.date)}: ${plural(day.attempts, 'answer')}`}</title>
              </rect>
            )),
          )}
        </svg>
      </div>
      <figcaption className={styles.caption}>
        <span>{label}</span>
        <span className={styles.scale} aria-hidden="true">
          none
          {[0, 1, 2, 3, 4].map((heat) => (
            <svg key={heat} width={CELL} height={CELL}>
              <rect width={CELL} height={CELL} rx={4} className={styles.day} data-heat={heat} />
            </svg>
          ))}
          your goal
        </span>
      </figcaption>
      <AsTable
        head={['Day', 'Answers', 'Mean score']}
        rows={days.map((day) => [
          longDate(localDay(day.day)),
          String(day.attempts),
          day.mean_score === null ? '' : percent(day.mean_score),
        ])}
      />
    </figure>
  );
}
