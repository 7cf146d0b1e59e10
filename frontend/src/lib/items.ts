/** An item's id, `kind/slug`, in its two parts, as the addresses of the library want it. */
export function itemParams(itemId: string): { kind: string; slug: string } {
  const [kind = '', slug = ''] = itemId.split('/');
  return { kind, slug };
}

const KINDS: Record<string, string> = { rapid: 'Rapid-fire', deep: 'Deep-dive', code: 'Coding', board: 'Whiteboard' };

/** What a kind of item is called on the page. */
export const sayKind = (kind: string): string => KINDS[kind] ?? kind;
