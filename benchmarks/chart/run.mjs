// Bundles the measure and runs it: `npm run bench:chart`.
import { startBenchmark } from '../start.mjs';

await startBenchmark('chart');
