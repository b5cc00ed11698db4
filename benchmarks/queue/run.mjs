// Builds the product and the benchmark and runs it: `npm run bench:queue`.
import { startBenchmark } from '../start.mjs';

await startBenchmark('queue', { measuresProduct: true });
