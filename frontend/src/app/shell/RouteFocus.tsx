import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';


/** After a change of room: moves the focus to its content and says its name, as a page load would. */
export function RouteFocus() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  const announcer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (before.current === undefined || path === undefined || before.current === path) {
      before.current = path;
      return;
    }
    before.current = path;
    const main = document.getElementById('main');
    // A room that has put the focus somewhere itself, such as into the answer box, knows better.
    if (main !== null && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
    if (announcer.current !== null) announcer.current.textContent = document.title;
  }, [path]);
  return <div ref={announcer} role="status" className="visually-hidden" />;
}
