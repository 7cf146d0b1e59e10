import type { ImportReport } from '@/api/types';
import { plural } from '@/lib/format';

/** What an import did, and what it could not use. */
export function ImportReportNote({ report }: { report: ImportReport | undefined }) {
  return (
    <div role="status">
      {report !== undefined && (
        <>
          <strong>{plural(report.added, 'row')} added</strong>, {report.unchanged} were there already.
          {report.skipped.length > 0 && (
            <details>
              <summary>{plural(report.skipped.length, 'row')} could not be used</summary>
              <ul>
                {report.skipped.map((why, index) => (
                  <li key={index}>{why}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </div>
  );
}
