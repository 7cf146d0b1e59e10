import { Graph, layout } from '@dagrejs/dagre';

import type { MapEdge, MapGraph, MapNode } from './graph';

interface Point {
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

export interface PlacedNode extends MapNode {
  /** Top left corner. */
  x: number;
  y: number;
}

export interface PlacedEdge extends MapEdge {
  points: readonly Point[];
}

export interface PlacedGraph extends Size {
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/** Places the topics in layers from left to right, prerequisites first. */
export function layOut(graph: MapGraph, node: Size): PlacedGraph {
  const drawing = new Graph();
  drawing.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 64, marginx: 12, marginy: 12 });
  drawing.setDefaultEdgeLabel(() => ({}));
  for (const { topic } of graph.nodes) drawing.setNode(topic.id, { ...node });
  for (const { from, to } of graph.edges) drawing.setEdge(from, to);
  layout(drawing);
  const size = drawing.graph() as Partial<Size>;
  return {
    width: size.width ?? 0,
    height: size.height ?? 0,
    nodes: graph.nodes.map((entry) => {
      const { x, y } = drawing.node(entry.topic.id) as Point;
      return { ...entry, x: x - node.width / 2, y: y - node.height / 2 };
    }),
    edges: graph.edges.map((edge) => {
      const { points } = drawing.edge(edge.from, edge.to) as { points: Point[] };
      const from = drawing.node(edge.from) as Point;
      const to = drawing.node(edge.to) as Point;
      // From the middle of one side to the middle of the other, by the way that the layout found between the boxes.
      const start = { x: from.x + node.width / 2, y: from.y };
      const end = { x: to.x - node.width / 2, y: to.y };
      return { ...edge, points: [start, ...points.slice(1, -1).filter((point) => point.x > start.x && point.x < end.x), end] };
    }),
  };
}
