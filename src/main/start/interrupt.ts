/**
 * One Ctrl-C in a terminal can arrive twice within moments: from the terminal, and again from npm, which
 * passes on what it got. Only a signal after this many milliseconds is a person asking a second time.
 */
const echoMs = 700;

/** The requests to stop that reach this process, as two signals: stop, and stop at once. */
export interface Interrupt {
  stop: AbortSignal;
  hurry: AbortSignal;
  /** Gives the signals back to their usual meaning. */
  release(): void;
}

/** Listens for Ctrl-C, SIGTERM, a closed terminal and the death of whatever started this process. */
export function listenForInterrupt(): Interrupt {
  const stop = new AbortController();
  const hurry = new AbortController();
  let firstAt: number | undefined;
  const onSignal = () => {
    firstAt ??= performance.now();
    stop.abort();
    if (performance.now() - firstAt > echoMs) hurry.abort();
  };
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of names) process.on(name, onSignal);
  process.on('disconnect', onSignal);
  process.channel?.unref();
  return {
    stop: stop.signal,
    hurry: hurry.signal,
    release: () => {
      for (const name of names) process.off(name, onSignal);
      process.off('disconnect', onSignal);
    },
  };
}
