import styles from './MapEdges.module.css';
import type { PlacedGraph } from './layout';

interface Props {
  graph: PlacedGraph;
  active: string | null;
}

/** A smooth way through the points that the layout gives. */
function pathThrough(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let path = `M${first.x} ${first.y}`;
  let last = first;
  for (const point of rest) {
    const middle = (last.x + point.x) / 2;
    path += ` C${middle} ${last.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    last = point;
  }
  return path;
}

/** The lines from what is needed to what builds on it; the table below the map says the same in words. */
export function MapEdges({ graph, active }: Props) {
  return (
    <svg className={styles.edges} width={graph.width} height={graph.height} aria-hidden="true">
      {graph.edges.map((edge) => (
        <path
          key={`${edge.from} ${edge.to}`}
          d={pathThrough(edge.points)}
          data-active={active === edge.from || active === edge.to}
        />
      ))}
    </svg>
  );
}
