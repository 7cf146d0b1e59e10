/** For what may be wider than its place: reachable by keyboard while there is something to scroll, and no stop otherwise. */
export function scrollable(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) return undefined;
  const look = () => {
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver(look);
  observer.observe(element);
  // What is in it may grow with its letters, and its place does not tell.
  void document.fonts.ready.then(look);
  return () => observer.disconnect();
}
