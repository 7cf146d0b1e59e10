import styles from './Chips.module.css';

interface Choice {
  value: string;
  label: string;
  note?: string;
}

interface Props {
  legend: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** One or none, instead of any number. */
  single?: boolean;
  hideLegend?: boolean;
}

/** Filters to press; none chosen means all. */
export function Chips({ legend, choices, chosen, onChange, single = false, hideLegend = false }: Props) {
  const toggle = (value: string) => {
    if (chosen.includes(value)) onChange(chosen.filter((other) => other !== value));
    else onChange(single ? [value] : [...chosen, value]);
  };
  return (
    <fieldset className={styles.chips}>
      <legend className={hideLegend ? 'visually-hidden' : styles.legend}>{legend}</legend>
      <div className={styles.row}>
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="button"
            className={styles.chip}
            aria-pressed={chosen.includes(choice.value)}
            onClick={() => toggle(choice.value)}
          >
            {choice.label}
            {choice.note !== undefined && <span className={styles.note}>{choice.note}</span>}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
