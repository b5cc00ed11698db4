import { demand, type FieldProblem, type Result } from '../platform/failures/failures.ts';
import type { Ask } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { EncampmentPage } from './encampment.pages.tsx';
import { encampmentPageView } from './encampment.queries.ts';
import type { Encampment } from './encampment.store.ts';

export interface EncampmentAgain {
  problems: readonly FieldProblem[];
  typed: Record<string, unknown>;
  /** The form of the page that was answered. */
  form?: 'vehicle' | 'take-off';
}

/** The page of a file, with a form on it shown again where it was refused. */
export async function shownEncampment(
  work: Work,
  params: { encampmentId: string },
  ask: Ask,
  again: EncampmentAgain = { problems: [], typed: {} },
): Promise<PageReply> {
  const view = demand(await encampmentPageView(work, params.encampmentId));
  const body = <EncampmentPage {...view} csrf={ask.csrf} today={work.clock.today()} {...again} />;
  return page(`Encampment ${view.file.reference}`, body, {
    back: { href: '/encampments', text: 'Encampments' },
    marking: 'OFFICIAL',
    problems: again.problems,
  });
}

/** After an act: back to the file with a line that says what happened; a refused field shows the form again. */
export async function encampmentDone(
  result: Result<Encampment>,
  flash: string,
  again: () => Promise<PageReply>,
) {
  if (!result.ok && result.failure.kind === 'invalid') return again();
  return redirect(`/encampments/${demand(result).id}`, { flash });
}

/** Fields that a refusal names. */
export const problemsOf = (result: Result<unknown>): readonly FieldProblem[] =>
  !result.ok && result.failure.kind === 'invalid' ? result.failure.problems : [];
