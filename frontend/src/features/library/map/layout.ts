import { Graph, layout } from '@dagrejs/dagre';

import type { MapEdge, MapGraph, MapNode } from './graph';

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
  points: readonly { x: number; y: number }[];
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
      const { x, y } = drawing.node(entry.topic.id) as { x: number; y: number };
      return { ...entry, x: x - node.width / 2, y: y - node.height / 2 };
    }),
    edges: graph.edges.map((edge) => {
      const { points } = drawing.edge(edge.from, edge.to) as { points: { x: number; y: number }[] };
      return { ...edge, points };
    }),
  };
}
