export { figureApi } from './figure.api.ts';
export { figureRoutes } from './figure.routes.tsx';
export { figuresAsked, takenFigures } from './figure.taken.ts';
export { figureOf, figureOver } from './indicator.queries.ts';
export { type FigureValue, figureWords } from './indicator.ts';
export { type Period, quarterPeriod, readPeriod } from './period.ts';
