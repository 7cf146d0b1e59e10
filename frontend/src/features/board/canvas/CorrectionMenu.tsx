import { Menu } from '@mantine/core';
import { IconArrowBarToRight, IconArrowRightBar, IconArrowsExchange, IconLink, IconTrashX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { SheetCorrection } from '@/api/types';

import type { Correctable } from './reading';

export type Picking = Pick<SheetCorrection, 'element'> & { role: 'source' | 'target' | 'label' };

interface Props {
  of: Correctable;
  opened?: boolean;
  onOpened?: (opened: boolean) => void;
  onSay: (said: SheetCorrection) => void;
  /** What it goes to, or belongs to, is chosen on the canvas. */
  onPick: (picking: Picking) => void;
  children: ReactNode;
}

const ICON = { size: 17, 'aria-hidden': true } as const;

/** What can be said about how an arrow or a text was read. */
export function CorrectionMenu({ of, opened, onOpened, onSay, onPick, children }: Props) {
  const { element, kind } = of;
  return (
    <Menu
      position="bottom-start"
      withinPortal
      shadow="md"
      // The choice that follows has its own place for the focus.
      returnFocus={false}
      {...(opened === undefined ? {} : { opened })}
      {...(onOpened === undefined ? {} : { onChange: onOpened })}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown aria-label={`Correct: ${of.name}`}>
        {kind === 'arrow' ? (
          <>
            <Menu.Item leftSection={<IconArrowBarToRight {...ICON} />} onClick={() => onPick({ element, role: 'source' })}>
              This arrow starts at…
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowRightBar {...ICON} />} onClick={() => onPick({ element, role: 'target' })}>
              This arrow goes to…
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowsExchange {...ICON} />} onClick={() => onSay({ element, role: 'reverse', to: '' })}>
              It goes the other way round
            </Menu.Item>
          </>
        ) : (
          <Menu.Item leftSection={<IconLink {...ICON} />} onClick={() => onPick({ element, role: 'label' })}>
            This text belongs to…
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconTrashX {...ICON} />} onClick={() => onSay({ element, role: 'note', to: '' })}>
          It means nothing here
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
