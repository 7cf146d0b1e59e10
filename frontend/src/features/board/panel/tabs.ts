import { IconBulb, IconEye, IconHistory, IconMessage2, IconMessageQuestion, IconPencil, IconRulerMeasure, IconSchool, IconTargetArrow } from '@tabler/icons-react';

import type { BoardCheck } from '@/api/types';

export type TabName = 'question' | 'draw' | 'feedback' | 'hints' | 'reading' | 'shapes' | 'attempts' | 'afterwards' | 'reference';

export interface PanelTab {
  id: TabName;
  label: string;
  icon: typeof IconEye;
}

const TABS: readonly PanelTab[] = [
  { id: 'question', label: 'Question', icon: IconMessageQuestion },
  { id: 'draw', label: 'Drawing', icon: IconPencil },
  { id: 'feedback', label: 'Feedback', icon: IconTargetArrow },
  { id: 'hints', label: 'Hints', icon: IconBulb },
  { id: 'reading', label: 'Read as', icon: IconEye },
  { id: 'shapes', label: 'Shapes', icon: IconRulerMeasure },
  { id: 'attempts', label: 'Attempts', icon: IconHistory },
  { id: 'afterwards', label: 'Afterwards', icon: IconMessage2 },
  { id: 'reference', label: 'Reference', icon: IconSchool },
];

/** The tabs beside the drawing; on a narrow page the drawing is one of them. */
export const tabsOf = (narrow: boolean): PanelTab[] => TABS.filter((tab) => narrow || tab.id !== 'draw');

/** Numbers beside their names: mistakes, what could not be read, attempts. */
export function notesOf(check: BoardCheck | null, attempts: number): Partial<Record<TabName, string>> {
  const counts = {
    feedback: check?.findings.filter((finding) => finding.severity === 'mistake').length ?? 0,
    reading: check?.unread.length ?? 0,
    attempts,
  };
  return Object.fromEntries(Object.entries(counts).flatMap(([tab, count]) => (count > 0 ? [[tab, String(count)]] : [])));
}
