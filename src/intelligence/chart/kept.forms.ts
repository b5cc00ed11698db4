import { z } from 'zod';
import { needed } from '../form/form.forms.ts';
import { chartQuery } from './chart.forms.ts';

export const keptParams = z.object({ keptId: z.uuid() });
/** A chart as it stands in its address, and what it is called. */
export const keepSchema = chartQuery.extend({
  linkId: z.uuid('Open the chart again'),
  name: needed(60, 'Say what the chart is called'),
});
export type KeepInput = z.output<typeof keepSchema>;
export const keepExample = { linkId: '@linkId', name: 'The roofers', steps: 4 };
