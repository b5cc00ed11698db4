import { useEffect, useState } from 'preact/hooks';
import type { Screen } from './model.ts';

let now: Screen = {
  phase: 'starting',
  holder: undefined,
  day: undefined,
  items: [],
  ofOthers: 0,
  isOnline: navigator.onLine,
  isSending: false,
  needsSignIn: false,
  lastSentAt: undefined,
  trouble: undefined,
};
const listeners = new Set<() => void>();

export const screenNow = (): Screen => now;

/** Changes what the screen shows. */
export function show(part: Partial<Screen>): void {
  now = { ...now, ...part };
  for (const listener of listeners) listener();
}

/** What the screen shows, drawn anew when it changes. */
export function useScreen(): Screen {
  const [, draw] = useState(0);
  useEffect(() => {
    const listener = () => draw((turn) => turn + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return now;
}
