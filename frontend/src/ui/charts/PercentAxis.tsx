import styles from './PercentAxis.module.css';
import type { Scale } from './scale';

interface Props {
  y: Scale;
  width: number;
  left: number;
  ticks: readonly number[];
}

/** Horizontal lines at shares, with their percentages on the left. */
export function PercentAxis({ y, width, left, ticks }: Props) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} className={styles.line} />
      <text x={left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
        {Math.round(tick * 100)}%
      </text>
    </g>
  ));
}
