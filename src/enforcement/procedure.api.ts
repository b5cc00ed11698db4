import { z } from 'zod';
import type { Condition } from './procedure.ts';

const text = z.string().nullable();

/** What every file of a procedure says in JSON besides its own: what each step still needs, and its timeline. */
export const procedureViews = {
  steps: z.array(
    z.object({
      action: z.string(),
      words: z.string(),
      asks: z.array(z.string()),
      basis: z.string(),
      conditions: z.array(
        z.object({ code: z.string(), words: z.string(), met: z.boolean(), mend: z.string() }),
      ),
    }),
  ),
  events: z.array(
    z.object({
      at: z.date().transform((at) => at.toISOString()),
      kind: z.string(),
      words: z.string(),
      officerName: text,
      reason: text,
    }),
  ),
};

/** Papers of a file as they were served. */
export const editionsView = z.array(
  z.object({ kind: z.string(), version: z.number(), format: z.string(), sha256: z.string() }),
);

/** The steps that are offered, each with what it asks and still needs. */
export const stepsShown = (
  lines: readonly {
    line: { action: string; button: string; asks: readonly string[]; basis: string };
    conditions: readonly Condition[];
  }[],
) =>
  lines.map(({ line, conditions }) => ({
    action: line.action,
    words: line.button,
    asks: [...line.asks],
    basis: line.basis,
    conditions: [...conditions],
  }));
