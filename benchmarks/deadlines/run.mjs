// Builds the product and the benchmark, then runs the benchmark: `npm run bench:deadlines`.
import { startBenchmark } from '../start.mjs';

await startBenchmark('deadlines', { measuresProduct: true });
