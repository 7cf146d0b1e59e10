import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';

import { judgeQuery } from '@/api/code';

import styles from './JudgeNotice.module.css';

/** Said where nothing here can judge, and what to do; and where code is judged without walls around it. */
export function JudgeNotice() {
  const { data: judge } = useQuery(judgeQuery);
  if (judge === undefined || (judge.works && judge.isolated)) return null;
  return (
    <div className={styles.notice} role="status">
      <IconAlertTriangle size={20} aria-hidden="true" />
      {judge.works ? (
        <p>
          <strong>Code is not isolated on this machine.</strong> It runs with your own rights: run only what you wrote
          yourself. {judge.says}
        </p>
      ) : (
        <p>
          <strong>Nothing here can judge code yet.</strong> {judge.says} You can write already; everything is kept.
        </p>
      )}
    </div>
  );
}
