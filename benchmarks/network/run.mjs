// Builds the benchmark and runs it: `npm run bench:network`.
import { startBenchmark } from '../start.mjs';

await startBenchmark('network');
