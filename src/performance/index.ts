export { figureApi } from './figure.api.ts';
export { figureRoutes } from './figure.routes.tsx';
export { figureOf, figureOver } from './indicator.queries.ts';
export { type FigureValue, figureWords } from './indicator.ts';
export { type Period, quarterPeriod, readPeriod } from './period.ts';
export { suppress, suppressShare } from './suppress.ts';
