import { IconCheck, IconChevronRight, IconEye, IconX } from '@tabler/icons-react';

import type { CheckView } from '@/api/types';
import { plural } from '@/lib/format';
import { InlineProse } from '@/ui/prose/Prose';

import styles from './CheckCard.module.css';
import { Example } from './Example';
import { KindText } from './KindText';
import { shortNumber } from './numbers';
import { Traceback } from './Traceback';

interface Props {
  check: CheckView;
  open: boolean;
  /** What is said over all checks and need not be said twice. */
  told?: string;
  onLine?: ((line: number) => void) | undefined;
}

/** One check: whether it held, what was tried, and where it did not hold, everything that helps to see why. */
export function CheckCard({ check, open, told = '', onLine }: Props) {
  const head = (
    <>
      <Mark passed={check.passed} />
      <span className={styles.title}>
        <InlineProse text={check.title} />
      </span>
      {check.visible && (
        <span className={styles.visible}>
          <IconEye size={14} aria-hidden="true" /> example
        </span>
      )}
    </>
  );
  if (check.passed) {
    return (
      <div className={styles.head} data-passed="true">
        {head}
        <span className={styles.count}>{check.examples > 1 && plural(check.examples, 'example')}</span>
      </div>
    );
  }
  return (
    <details className={styles.check} open={open}>
      <summary className={styles.head}>
        {head}
        <IconChevronRight size={17} className={styles.chevron} aria-hidden="true" />
      </summary>
      <div className={styles.body}>
        {!told.includes(check.message) && (
          <p>
            <InlineProse text={check.message} />
          </p>
        )}
        {check.teaches !== '' && !told.includes(check.teaches) && (
          <p className={styles.teaches}>
            <InlineProse text={check.teaches} />
          </p>
        )}
        <Kinds check={check} />
        <Errors check={check} />
        <Traceback text={check.traceback} onLine={onLine} />
        {check.failing !== null && <Example example={check.failing} />}
      </div>
    </details>
  );
}

function Mark({ passed }: { passed: boolean }) {
  return (
    <span className={styles.mark} data-passed={passed}>
      {passed ? <IconCheck size={14} stroke={3} aria-hidden="true" /> : <IconX size={14} stroke={3} aria-hidden="true" />}
      <span className="visually-hidden">{passed ? 'Holds: ' : 'Fails: '}</span>
    </span>
  );
}

function Kinds({ check }: { check: CheckView }) {
  const inExample = check.failing?.expected?.kind === check.expected && check.failing.got?.kind === check.got;
  if ((check.expected === '' && check.got === '') || inExample) return null;
  return (
    <dl className={styles.facts}>
      {check.expected !== '' && (
        <div>
          <dt>Expected</dt>
          <dd>
            <KindText kind={check.expected} other={check.got === '' ? check.expected : check.got} />
          </dd>
        </div>
      )}
      {check.got !== '' && (
        <div>
          <dt>Got</dt>
          <dd>
            <KindText kind={check.got} other={check.expected === '' ? check.got : check.expected} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Errors({ check }: { check: CheckView }) {
  if (check.where === '' && check.max_abs_error === null) return null;
  return (
    <dl className={styles.facts}>
      {check.max_abs_error !== null && (
        <div>
          <dt>Largest error</dt>
          <dd>
            {shortNumber(check.max_abs_error)}
            {check.max_rel_error !== null && ` (relative ${shortNumber(check.max_rel_error)})`}
          </dd>
        </div>
      )}
      {check.where !== '' && (
        <div>
          <dt>{check.max_abs_error === null ? 'First seen' : 'Where'}</dt>
          <dd>
            <code>{check.where}</code>
          </dd>
        </div>
      )}
    </dl>
  );
}
