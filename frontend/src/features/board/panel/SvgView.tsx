import { useEffect, useRef } from 'react';

import { readSvg } from './svg';
import styles from './SvgView.module.css';

interface Props {
  svg: string;
  label: string;
  /** Ids of elements that are not there yet. */
  hidden?: ReadonlySet<string> | undefined;
  /** Ids of elements that are pointed at. */
  lit?: ReadonlySet<string> | undefined;
  /** It was drawn for light pages, and this one is dark. */
  inverted?: boolean;
}

/** A drawing that is only looked at. */
export function SvgView({ svg, label, hidden, lit, inverted = false }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = readSvg(svg);
    host.current?.replaceChildren(...(root === null ? [] : [root]));
  }, [svg]);
  useEffect(() => {
    for (const part of host.current?.querySelectorAll('[data-element]') ?? []) {
      const id = part.getAttribute('data-element') ?? '';
      part.setAttribute('data-hidden', String(hidden?.has(id) === true));
      part.setAttribute('data-lit', String(lit?.has(id) === true));
    }
  }, [svg, hidden, lit]);
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={host} className={styles.view} data-inverted={inverted} role="region" tabIndex={0} aria-label={label} />
  );
}
