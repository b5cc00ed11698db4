import { z } from 'zod';
import { demand, type Result } from '../../platform/failures/failures.ts';
import type { Preview } from './edit-form.pages.tsx';

/** What an edit would do, as JSON. */
export const previewView = z.object({
  warning: z.string().nullable(),
  effects: z.array(z.string()),
  differences: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
});

/** Looks at a plan instead of carrying it out; a plan that failed ends the act. */
export async function previewed<T>(plan: Result<T>, look: (value: T) => Promise<Preview>) {
  const { warning, effects, differences } = await look(demand(plan));
  return { warning: warning ?? null, effects: [...effects], differences: [...differences] };
}
