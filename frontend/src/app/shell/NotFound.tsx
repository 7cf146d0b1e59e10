import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Notice } from '@/ui/Notice';

export function NotFound() {
  return (
    <Notice title="There is no such room" text="The address leads nowhere. Everything that was practised is where it was.">
      <Button variant="filled" renderRoot={(props) => <Link to="/" {...props} />}>
        To Today
      </Button>
    </Notice>
  );
}
