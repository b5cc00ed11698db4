// Loaded before the measured program: says at its end what it used, to the file that BENCH_USAGE names.
import { readFileSync, writeFileSync } from 'node:fs';

/** Peak resident memory in kilobytes. The kernel's own mark counts this program alone; the other, also what started it. */
function peak() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(
    process.env.BENCH_USAGE,
    JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peakMb: peak() / 1024 }),
  );
});
