import type { RetentionPoint } from '@/api/types';
import { localDay, percent, shortDate } from '@/lib/format';
import { AsTable } from '@/ui/charts/AsTable';
import { Frame } from '@/ui/charts/Frame';
import { PercentAxis } from '@/ui/charts/PercentAxis';
import { linear, linePath } from '@/ui/charts/scale';

import styles from './RetentionChart.module.css';

interface Props {
  points: readonly RetentionPoint[];
  desired: number;
}

const HEIGHT = 240;
const LEFT = 48;
const BOTTOM = 26;

/** Of what fell due in a week: the share recalled, against the share that was predicted. */
export function RetentionChart({ points, desired }: Props) {
  if (points.length === 0) {
    return <p className={styles.none}>The first questions have to come back before there is anything to say. In a few days.</p>;
  }
  const lowest = Math.min(0.6, ...points.map((point) => Math.min(point.predicted, point.recalled)));
  const y = linear([Math.floor(lowest * 10) / 10, 1], [HEIGHT - BOTTOM, 8]);
  const ticks = [1, 0.8, 0.6, 0.4, 0.2].filter((tick) => tick >= lowest - 0.05);
  return (
    <figure>
      <Frame height={HEIGHT} label="Predicted and real recall by week; the numbers are in the table below.">
        {(width) => {
          const x = linear([0, Math.max(1, points.length - 1)], [LEFT + 10, width - 12]);
          const line = (pick: (point: RetentionPoint) => number) =>
            linePath(points.map((point, index) => [x(index), y(pick(point))]));
          const every = Math.ceil(points.length / Math.max(2, Math.floor(width / 90)));
          return (
            <>
              <PercentAxis y={y} width={width} left={LEFT} ticks={ticks} />
              <line x1={LEFT} x2={width} y1={y(desired)} y2={y(desired)} className={styles.desired} />
              <path d={line((point) => point.predicted)} className={styles.predicted} />
              <path d={line((point) => point.recalled)} className={styles.recalled} />
              {points.map((point, index) => (
                <g key={point.week}>
                  <circle cx={x(index)} cy={y(point.recalled)} r={4} className={styles.dot} />
                  {index % every === 0 && (
                    <text x={x(index)} y={HEIGHT - 4} textAnchor="middle">
                      {shortDate(localDay(point.week))}
                    </text>
                  )}
                </g>
              ))}
            </>
          );
        }}
      </Frame>
      <figcaption className={styles.legend}>
        <span data-line="recalled">recalled</span>
        <span data-line="predicted">predicted</span>
        <span data-line="desired">what you aim for, {percent(desired)}</span>
      </figcaption>
      <AsTable
        head={['Week of', 'Predicted', 'Recalled', 'Reviews']}
        rows={points.map((point) => [
          shortDate(localDay(point.week)),
          percent(point.predicted),
          percent(point.recalled),
          String(point.reviews),
        ])}
      />
    </figure>
  );
}
