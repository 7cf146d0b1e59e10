import type { BudgetPoint } from '@/api/types';
import { duration, percent, relativeDay } from '@/lib/format';
import { AsTable } from '@/ui/charts/AsTable';
import { Frame } from '@/ui/charts/Frame';
import { PercentAxis } from '@/ui/charts/PercentAxis';
import { linear } from '@/ui/charts/scale';
import { scoreTone } from '@/ui/tone';

import styles from './BudgetChart.module.css';

const HEIGHT = 240;
const LEFT = 48;
const BOTTOM = 24;

/** The last answers, oldest on the left: how much of its time each took, coloured by its score. */
export function BudgetChart({ points }: { points: readonly BudgetPoint[] }) {
  const inOrder = [...points].sort((a, b) => a.answered_at.localeCompare(b.answered_at));
  const shares = inOrder.map((point) => Math.min(2, point.seconds_used / Math.max(1, point.seconds_allotted)));
  const top = Math.max(1.2, ...shares);
  const y = linear([0, top], [HEIGHT - BOTTOM, 8]);
  const over = shares.filter((share) => share > 1).length;
  return (
    <figure>
      <Frame height={HEIGHT} label={`Share of the time used by each of the last ${points.length} answers; ${over} went over. The numbers are in the table below.`}>
        {(width) => {
          const x = linear([0, Math.max(1, inOrder.length - 1)], [LEFT + 10, width - 10]);
          return (
            <>
              <PercentAxis y={y} width={width} left={LEFT} ticks={[0, 0.5, 1, 1.5, 2].filter((tick) => tick <= top)} />
              <line x1={LEFT} x2={width} y1={y(1)} y2={y(1)} className={styles.budget} />
              {inOrder.map((point, index) => (
                <circle
                  key={point.attempt_id}
                  cx={x(index)}
                  cy={y(shares[index] ?? 0)}
                  r={5}
                  className={styles.dot}
                  data-tone={scoreTone(point.score)}
                >
                  <title>{`${point.title}: ${duration(point.seconds_used)} of ${duration(point.seconds_allotted)}, ${percent(point.score)}`}</title>
                </circle>
              ))}
              <text x={LEFT + 4} y={HEIGHT - 4}>
                earlier
              </text>
              <text x={width} y={HEIGHT - 4} textAnchor="end">
                latest
              </text>
            </>
          );
        }}
      </Frame>
      <figcaption className={styles.legend}>
        <span data-tone="covered">75% and more</span>
        <span data-tone="partial">40 to 75%</span>
        <span data-tone="contradicted">less</span>
      </figcaption>
      <AsTable
        head={['Question', 'When', 'Time', 'Score']}
        rows={inOrder.map((point) => [
          point.title,
          relativeDay(new Date(point.answered_at)),
          `${duration(point.seconds_used)} of ${duration(point.seconds_allotted)}`,
          percent(point.score),
        ])}
      />
    </figure>
  );
}
