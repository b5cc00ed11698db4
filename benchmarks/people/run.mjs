// Bundles the measure and runs it: `npm run bench:people`.
import { startBenchmark } from '../start.mjs';

await startBenchmark('people');
