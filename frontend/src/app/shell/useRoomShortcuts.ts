import { useRouter } from '@tanstack/react-router';
import { use, useEffect } from 'react';

import { rooms } from '@/app/rooms';
import { ShortcutContext } from '@/keyboard/shortcuts';

/** `g` and a letter go to a room. */
export function useRoomShortcuts(): void {
  const registry = use(ShortcutContext);
  const router = useRouter();
  useEffect(() => {
    const remove = rooms.map((room) =>
      registry?.add({
        id: `room ${room.to}`,
        chord: `g ${room.letter}`,
        label: `Go to ${room.name}`,
        group: 'Anywhere',
        run: () => void router.navigate({ to: room.to }),
      }),
    );
    return () => {
      for (const undo of remove) undo?.();
    };
  }, [registry, router]);
}
