import { Modal } from '@mantine/core';
import { Suspense, lazy, type ReactNode } from 'react';

import { Pending } from '@/app/shell/Pending';

const Compare = lazy(() => import('../editor/Compare'));

interface Props {
  title: string;
  left: string;
  right: string;
  leftName: string;
  rightName: string;
  onClose: () => void;
  /** It cannot be closed without a choice. */
  closable?: boolean;
  children?: ReactNode;
}

/** Two programs side by side over the page. */
export function CompareDialog({ title, onClose, closable = true, children, ...sides }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="min(76rem, 94vw)"
      withCloseButton={closable}
      closeOnEscape={closable}
      closeOnClickOutside={closable}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Suspense fallback={<Pending />}>
        <Compare {...sides} />
      </Suspense>
      {children}
    </Modal>
  );
}
