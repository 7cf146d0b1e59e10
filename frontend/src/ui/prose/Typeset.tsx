import 'katex/dist/katex.min.css';

import katex from 'katex';
import { useLayoutEffect, useRef } from 'react';

import { scrollable } from '@/ui/scrollable';

import styles from './Tex.module.css';

interface Props {
  tex: string;
  display: boolean;
}

/**
 * One formula. KaTeX builds elements and sets their style as properties, which the content policy allows; an HTML string
 * with style attributes would be refused.
 */
export default function Typeset({ tex, display }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (place.current === null) return undefined;
    katex.render(tex, place.current, { displayMode: display, throwOnError: false, errorColor: 'currentColor' });
    return display ? scrollable(place.current) : undefined;
  }, [tex, display]);
  return <span ref={place} className={display ? styles.display : undefined} />;
}
