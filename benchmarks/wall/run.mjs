// Builds the product and the benchmark, then runs the benchmark: `npm run bench:wall`.
import { startBenchmark } from '../start.mjs';

await startBenchmark('wall', { measuresProduct: true });
