// Bundles the measure and runs it: `npm run bench:firms`.
import { startBenchmark } from '../start.mjs';

await startBenchmark('firms');
