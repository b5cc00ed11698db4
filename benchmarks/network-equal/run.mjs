// Builds the comparison and runs it: `npm run bench:network-equal`.
import { startBenchmark } from '../start.mjs';

await startBenchmark('network-equal');
