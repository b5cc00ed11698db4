// Builds the product and the benchmark, then runs the benchmark: `npm run bench:pages`.
import { startBenchmark } from '../start.mjs';

await startBenchmark('pages', { measuresProduct: true });
