/** The rooms of the house, in the order of the navigation, with the letter that goes there after `g`. */
export const rooms = [
  { to: '/', name: 'Today', letter: 't' },
  { to: '/rapid', name: 'Rapid-fire', letter: 'r' },
  { to: '/deep', name: 'Deep-dive', letter: 'd' },
  { to: '/code', name: 'Coding', letter: 'o' },
  { to: '/board', name: 'Whiteboard', letter: 'w' },
  { to: '/guide', name: 'Guide', letter: 'g' },
  { to: '/readiness', name: 'Readiness', letter: 'c' },
  { to: '/library', name: 'Library', letter: 'l' },
  { to: '/progress', name: 'Progress', letter: 'p' },
  { to: '/settings', name: 'Settings', letter: 's' },
] as const;

export type Room = (typeof rooms)[number];
