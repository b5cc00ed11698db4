import type { Content } from '../markup.ts';

/** One component, shown as it is used. */
export interface Example {
  readonly name: string;
  readonly shown: Content;
}
