import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefused } from '../../platform/postgres/refused.ts';

/**
 * Waits until `url` answers with success; gives up quietly when `signal` is aborted.
 * @throws StartRefused `child-failed` when `limitMs` passes first.
 */
export async function waitForHealth(url: string, signal: AbortSignal, limitMs = 60_000): Promise<void> {
  const until = performance.now() + limitMs;
  while (!signal.aborted) {
    if (await answers(url, signal)) return;
    if (performance.now() > until) {
      throw new StartRefused(
        'child-failed',
        `The web process did not answer at ${url} within ${Math.round(limitMs / 1000)} seconds.`,
      );
    }
    await sleep(100);
  }
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
