import { queryOptions } from '@tanstack/react-query';

import { localRecognition } from './browserRecogniser';

export const localRecognitionQuery = queryOptions({
  queryKey: ['local-recognition'],
  queryFn: localRecognition,
  staleTime: Infinity,
});
