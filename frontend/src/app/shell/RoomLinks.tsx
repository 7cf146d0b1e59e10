import { Link } from '@tanstack/react-router';

import { rooms } from '@/app/rooms';

import styles from './RoomLinks.module.css';

/** One link per room; the pen marks the one you are in. */
export function RoomLinks({ onPick }: { onPick?: () => void }) {
  return rooms.map((room) => (
    <Link
      key={room.to}
      to={room.to}
      className={styles.link}
      activeProps={{ 'data-here': true }}
      activeOptions={{ exact: room.to === '/', includeSearch: false }}
      {...(onPick === undefined ? {} : { onClick: onPick })}
    >
      {room.name}
    </Link>
  ));
}
