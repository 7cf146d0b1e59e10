import { useQuery } from '@tanstack/react-query';

import { settingsQuery, voiceQuery } from '@/api/queries';

import { localRecognitionQuery } from './localRecognitionQuery';
import { canRecord } from './recorder';

/** What will listen when the candidate speaks; null where typed is the way. */
export type Ears = 'browser' | 'whisper' | null;

/** The listener that was chosen, if it works here; otherwise none. Nothing is ever sent off this machine instead. */
export function useEars(): Ears {
  const { data: settings } = useQuery(settingsQuery);
  const chosen = settings?.voice;
  const { data: voice } = useQuery({ ...voiceQuery, enabled: chosen === 'whisper' });
  const { data: local } = useQuery({ ...localRecognitionQuery, enabled: chosen === 'browser' });
  if (chosen === 'browser' && local === 'ready') return 'browser';
  if (chosen === 'whisper' && voice?.whisper === true && canRecord()) return 'whisper';
  return null;
}
