// Bundles the measure and runs it: `npm run bench:release`.
import { startBenchmark } from '../start.mjs';

await startBenchmark('release');
