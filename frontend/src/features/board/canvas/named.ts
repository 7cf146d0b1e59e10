/** Controls of the canvas that come without a name, or with roles that say something wrong: mended as they appear. */

function set(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function asGroup(element: Element, name: string): void {
  set(element, 'role', 'group');
  set(element, 'aria-modal', null);
  set(element, 'aria-label', name);
}

const MENDED: readonly { where: string; mend: (element: Element) => void }[] = [
  { where: '.main-menu-trigger', mend: (element) => set(element, 'aria-label', 'Menu of the canvas') },
  { where: '.reset-zoom-button', mend: (element) => set(element, 'aria-label', `${element.textContent} Reset zoom`) },
  { where: '.color-picker-container', mend: (element) => asGroup(element, 'Colour') },
  { where: '.FontPicker__container', mend: (element) => asGroup(element, 'Font') },
  {
    // A wrapper that claims to be the button which it only holds.
    where: 'div[aria-haspopup]',
    mend: (element) => {
      for (const name of ['aria-haspopup', 'aria-expanded', 'aria-controls', 'type']) set(element, name, null);
    },
  },
  {
    where: 'input:not([aria-label]):not([id])',
    mend: (element) => {
      const words = element.getAttribute('title') ?? element.getAttribute('placeholder') ?? element.closest('[title]')?.getAttribute('title');
      if (element.closest('label')?.textContent.trim() === '' || element.closest('label') === null) set(element, 'aria-label', words ?? 'Value');
    },
  },
];

/** Keeps an eye on what the canvas shows; gives back how to stop. */
export function keepNamed(root: Element): () => void {
  const look = () => {
    for (const { where, mend } of MENDED) for (const element of root.querySelectorAll(where)) mend(element);
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['aria-expanded', 'aria-label'] });
  look();
  return () => observer.disconnect();
}
