import { chordCaps } from './keymap';
import styles from './Keys.module.css';
import { isMac } from './platform';

interface Props {
  chord: string;
  /** On a highlighter-yellow button. */
  onPen?: boolean;
}

/** A visible hint at a shortcut, drawn as key caps; assistive technology hears of it through `aria-keyshortcuts`. */
export function Keys({ chord, onPen = false }: Props) {
  return (
    <span className={styles.keys} data-on-pen={onPen} aria-hidden="true">
      {chordCaps(chord, isMac).map((caps, step) => (
        <span key={step} className={styles.step}>
          {caps.map((cap) => (
            <kbd key={cap} className={styles.cap}>
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
