/** How long a process may take to close once its parent has gone, in milliseconds. */
const closeLimitMs = 5_000;

/**
 * Ends this process when the one that started it goes, however that went: a parent killed outright
 * cannot tell its children, but the channel between them closes. Does nothing when run on its own.
 * @param close what to do first, such as closing the listener; it gets five seconds.
 */
export function exitWithParent(close?: () => Promise<void>): void {
  if (!process.channel) return;
  process.once('disconnect', () => {
    setTimeout(() => process.exit(0), closeLimitMs).unref();
    void Promise.resolve(close?.())
      .catch(() => undefined)
      .then(() => process.exit(0));
  });
  // Listening must not be the one thing that keeps a process alive which has finished its work.
  process.channel.unref();
}
