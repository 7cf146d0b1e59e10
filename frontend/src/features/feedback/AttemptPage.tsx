import { getRouteApi } from '@tanstack/react-router';

import { FeedbackPage } from './FeedbackPage';

const route = getRouteApi('/attempt/$id');

/** The feedback on an attempt of another day. */
export function AttemptPage() {
  const { id } = route.useParams();
  return <FeedbackPage key={id} attempt={id} session={null} />;
}
