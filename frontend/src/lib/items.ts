/** An item's id, `kind/slug`, in its two parts, as the addresses of the library want it. */
export function itemParams(itemId: string): { kind: string; slug: string } {
  const [kind = '', slug = ''] = itemId.split('/');
  return { kind, slug };
}
