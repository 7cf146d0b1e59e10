import { expect, it } from 'vitest';

import type { TopicView } from '@/api/types';

import { graphOf, standingOf } from './graph';
import { layOut } from './layout';

const topic = (id: string, area: string, prerequisites: string[] = [], more: Partial<TopicView> = {}): TopicView => ({
  id,
  area,
  title: id,
  level: 'core',
  prerequisites,
  items: ['rapid/x'],
  mastery: null,
  ...more,
});

const map = {
  areas: [],
  topics: [topic('eigen', 'math'), topic('relu', 'nn', ['eigen']), topic('gelu', 'nn', ['relu', 'gone']), topic('far', 'vision')],
};

it('draws an area with what it needs from elsewhere', () => {
  const graph = graphOf(map, 'nn');
  expect(graph.nodes.map((node) => [node.topic.id, node.outside])).toEqual([
    ['relu', false],
    ['gelu', false],
    ['eigen', true],
  ]);
  expect(graph.edges).toEqual([
    { from: 'eigen', to: 'relu' },
    { from: 'relu', to: 'gelu' },
  ]);
});

it('lays prerequisites out before what builds on them, without overlaps', () => {
  const { nodes, width, height } = layOut(graphOf(map, 'nn'), { width: 200, height: 60 });
  const at = Object.fromEntries(nodes.map((node) => [node.topic.id, node]));
  expect(at.eigen?.x).toBeLessThan(at.relu?.x ?? 0);
  expect(at.relu?.x).toBeLessThan(at.gelu?.x ?? 0);
  expect(width).toBeGreaterThan(600);
  expect(height).toBeGreaterThanOrEqual(60);
});

it('says how a topic stands', () => {
  expect(standingOf(topic('a', 'b', [], { mastery: 0.8 }))).toBe('solid');
  expect(standingOf(topic('a', 'b', [], { mastery: 0 }))).toBe('shaky');
  expect(standingOf(topic('a', 'b'))).toBe('new');
  expect(standingOf(topic('a', 'b', [], { items: [] }))).toBe('no-questions');
});
