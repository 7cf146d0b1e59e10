import { expect, it } from 'vitest';

import { elapsed, lookAfter, pause, readStopwatch, start, stopped, takeUp } from './stopwatch';

it('counts while it runs, and not while it rests', () => {
  const running = start(stopped, 1000);
  expect(elapsed(running, 4000)).toBe(3000);
  const resting = pause(running, 5000);
  expect(elapsed(resting, 60_000)).toBe(4000);
  expect(elapsed(start(resting, 60_000), 61_000)).toBe(5000);
});

it('is not set back by starting twice, or by a calendar that was put back', () => {
  const running = start(stopped, 1000);
  expect(start(running, 9000)).toBe(running);
  expect(elapsed(running, 0)).toBe(0);
});

it('goes on after a reload, and rests after a night', () => {
  const running = lookAfter(start(stopped, 0), 5000);
  expect(elapsed(takeUp(running, 8000), 8000)).toBe(8000);
  expect(takeUp(running, 8_000_000)).toEqual({ counted: 5000, since: null });
});

it('reads back what was kept, and nothing else', () => {
  const running = start(stopped, 1000);
  expect(readStopwatch(JSON.stringify(running))).toEqual(running);
  expect(readStopwatch('{"counted": "x", "since": null}')).toEqual(stopped);
  expect(readStopwatch('nonsense')).toEqual(stopped);
  expect(readStopwatch(null)).toEqual(stopped);
});
