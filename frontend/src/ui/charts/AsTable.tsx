import styles from './AsTable.module.css';

interface Props {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The numbers behind a chart, for who would rather read them. */
export function AsTable({ head, rows }: Props) {
  return (
    <details className={styles.details}>
      <summary>As a table</summary>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="The numbers as a table">
        <table>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, line) => (
              <tr key={line}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
