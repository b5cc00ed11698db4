import { listAreas } from '../directory/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { sorted } from '../platform/database/sorting.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import { findCase } from './case.store.ts';
import { findPenalty } from './penalty.store.ts';
import { areasOf, officerFacts, whoCouldUse } from './power.store.ts';
import { canUsePower, type PowerAnswer } from './power.ts';
import { mayReadWhole } from './procedure.policy.ts';
import { listEditions, listEvents } from './procedure.store.ts';
import { pageOfFiles } from './procedure-files.store.ts';
import type { ProtectionFilterInput } from './protection.forms.ts';
import { findProtection, listProtection, type Protection, protectionSorting } from './protection.store.ts';
import { protectionLinesFrom } from './protection.transitions.ts';
import { conditionsFor, type ProtectionFacts } from './protection.ts';
import { conductKindWords, type LetterKind } from './protection.words.ts';
import {
  findSubject,
  listConductEvidence,
  listRequirements,
  listServices,
} from './protection-parts.store.ts';

/** The power to serve warnings and notices, by the council's list, s.53(1)(b) and (c), or by office. */
const servePower = 'cpn.serve';

/** A page of the list as it was asked for. */
export const pageOfProtection = (work: Work, filter: ProtectionFilterInput, limit?: number) =>
  pageOfFiles(
    work,
    sorted(protectionSorting(work), filter),
    (asked) => listProtection(work, filter, asked),
    limit,
  );

/** One file for reading; noted in the audit by its id. */
export async function openProtection(work: Work, id: string): Promise<Result<Protection>> {
  const file = await findProtection(work, id);
  if (!file) return notFound;
  about(work, 'protection', file.id);
  return ok(file);
}

/** Whether the viewer may serve here on a day, and who else in the agency could. Police need no uniform for it. */
async function powerOn(
  work: Work,
  file: Protection,
  on: Day,
): Promise<{ power: PowerAnswer; others: readonly string[] }> {
  if (work.viewer.kind !== 'officer') return { power: { ok: false, unmet: [] }, others: [] };
  const [place, facts] = await Promise.all([
    areasOf(work, file),
    officerFacts(work, work.viewer.officerId, true),
  ]);
  const power: PowerAnswer = facts ? canUsePower(facts, servePower, place, on) : { ok: false, unmet: [] };
  return { power, others: power.ok ? [] : await whoCouldUse(work, servePower, place, on) };
}

/** All that the needs of a step look at, for a day. */
export async function factsOf(work: Work, file: Protection, on: Day): Promise<ProtectionFacts> {
  const [subject, evidence, requirements, held, theCase, penalty] = await Promise.all([
    findSubject(work, file.id),
    listConductEvidence(work, file.id),
    listRequirements(work, file.id),
    powerOn(work, file, on),
    file.caseId ? findCase(work, file.caseId) : undefined,
    file.penaltyId ? findPenalty(work, file.penaltyId) : undefined,
  ]);
  const caseDistrict = theCase?.districtCode ?? null;
  return { file, subject, evidence, requirements, ...held, caseDistrict, penalty: penalty ?? null, on };
}

/** Everything the page of one file shows, each part only if this viewer may see it. */
export async function protectionPageView(work: Work, id: string) {
  const opened = await openProtection(work, id);
  if (!opened.ok) return opened;
  const file = opened.value;
  const isOwn = mayReadWhole(work.viewer, file);
  const roles = work.viewer.kind === 'officer' ? work.viewer.roles : [];
  const [events, facts, services, letters, theCase] = await Promise.all([
    listEvents(work, 'protection', id),
    isOwn ? factsOf(work, file, work.clock.today()) : undefined,
    isOwn ? listServices(work, id) : [],
    isOwn ? listEditions<LetterKind>(work, 'protection', id) : [],
    file.caseId ? findCase(work, file.caseId) : undefined,
  ]);
  const lines = facts
    ? protectionLinesFrom(file.status, roles).map((line) => ({
        line,
        conditions: conditionsFor(line, facts),
      }))
    : [];
  return ok({ file, events, facts, services, letters, lines, theCase, isOwn });
}

/** Districts for a list's filter. */
export const districtsNow = (work: Work) => listAreas(work.db, 'district', work.clock.today());

/** A file that waits for somebody of the viewer's agency, with what for. */
export interface ProtectionNeedingMe {
  id: string;
  reference: string;
  /** Conduct and street, and never whose. */
  about: string;
  why: string;
  dueOn: Day | null;
}
/** Drafts to serve, times that have run, notices to serve and breaches to decide, of the viewer's agency; for the home page. */
export async function protectionNeedingMe(work: Work): Promise<ProtectionNeedingMe[]> {
  if (work.viewer.kind !== 'officer' || work.viewer.side !== 'OPS') return [];
  const { roles } = work.viewer;
  const today = work.clock.today();
  const files = await listProtection(work, { status: 'live', agency: 'mine' }, { limit: 200 });
  const why = (file: Protection): string | undefined => {
    if (protectionLinesFrom(file.status, roles).length === 0) return undefined;
    if (file.status === 'drafted') return 'Finish and serve the warning';
    if (file.status === 'warned' && file.complyBy !== null && file.complyBy < today)
      return 'The time to comply has run: did they?';
    if (file.status === 'not-complied') return 'Serve the notice, or end the file';
    if (file.status === 'breached' && file.penaltyId === null) return 'Decide what follows the breach';
    if (file.status === 'prosecuted') return 'Record what the court decides';
    return undefined;
  };
  return files.flatMap((file) => {
    const words = why(file);
    return words
      ? [
          {
            id: file.id,
            reference: file.reference,
            about: [...file.conductKinds.map((kind) => conductKindWords[kind]), file.streetWords]
              .filter(Boolean)
              .join(', '),
            why: words,
            dueOn: file.complyBy,
          },
        ]
      : [];
  });
}
