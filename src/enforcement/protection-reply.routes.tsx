import { demand, type FieldProblem, type Result } from '../platform/failures/failures.ts';
import type { Ask } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { ProtectionPage } from './protection.pages.tsx';
import { protectionPageView } from './protection.queries.ts';
import type { Protection } from './protection.store.ts';

export interface Again {
  problems: readonly FieldProblem[];
  typed: Record<string, unknown>;
  /** The form of the page that was answered. */
  form?: ProtectionFormName;
}

/** The forms on the page of a file: each shows its own answer alone. */
export type ProtectionFormName = 'evidence' | 'requirement' | 'told' | 'take-out';
const nothing: Again = { problems: [], typed: {} };

/** The page of a file, with a form on it shown again where it was refused. */
export async function shownFile(
  work: Work,
  params: { protectionId: string },
  ask: Ask,
  again: Again = nothing,
): Promise<PageReply> {
  const view = demand(await protectionPageView(work, params.protectionId));
  const body = (
    <ProtectionPage
      {...view}
      viewer={officerOf(work)}
      csrf={ask.csrf}
      today={work.clock.today()}
      {...again}
    />
  );
  return page(`Community protection ${view.file.reference}`, body, {
    back: { href: '/protection', text: 'Community protection' },
    marking: 'OFFICIAL',
    problems: again.problems,
  });
}

/** After an act: back to the file with a line that says what happened; a refused field shows the form again. */
export async function fileDone(
  work: Work,
  params: { protectionId: string },
  result: Result<Protection>,
  flash: string,
  ask: Ask,
  again: Omit<Again, 'problems'>,
) {
  if (!result.ok && result.failure.kind === 'invalid')
    return shownFile(work, params, ask, { ...again, problems: result.failure.problems });
  demand(result);
  return redirect(`/protection/${params.protectionId}`, { flash });
}
