import { z } from 'zod';
import type { Together } from '../ledger/index.ts';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'Enter a day like 2026-11-01');
const given = <T extends z.ZodType>(schema: T) =>
  z.union([schema, z.literal('').transform(() => undefined)]).optional();

/** What is asked for on the page; incomplete until everything of its kind is there. */
export const togetherSchema = z.object({
  kind: given(z.enum(['officer', 'run', 'load', 'model'])),
  officer: given(z.uuid()),
  from: given(day),
  to: given(day),
  run: given(z.uuid()),
  load: given(z.uuid()),
  whole: given(z.enum(['proposals', 'load'])),
  model: given(z.uuid()),
});
export type TogetherQuery = z.output<typeof togetherSchema>;

export const undoTogetherSchema = togetherSchema.extend({
  expected: z.coerce.number().int().min(0).optional(),
});

/** What was asked for as the ledger takes it; undefined while something is missing. */
export function togetherOf(
  query: TogetherQuery,
  loadOfRun: (run: string) => string | null | undefined,
): Together | undefined {
  const { kind, officer, from, to, run, load, whole, model } = query;
  if (kind === 'officer' && officer && from && to) return { kind, officerId: officer, from, to };
  if (kind === 'load' && load) return { kind, loadId: load };
  if (kind === 'model' && model) return { kind, modelId: model };
  if (kind !== 'run' || !run) return undefined;
  const loadId = whole === 'load' ? loadOfRun(run) : undefined;
  return loadId ? { kind: 'load', loadId } : { kind, runId: run };
}
