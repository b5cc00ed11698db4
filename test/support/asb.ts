import { unzip } from '../../src/platform/documents/zip.ts';
import type { Journey } from './journey.ts';

/** A case of anti-social behaviour as `/api/v1` shows it. */
export interface ShownCase {
  id: string;
  version: number;
  status: string;
  level: string | null;
  isOverdue: boolean;
  assessDueOn: string;
  complainants: { id: string; position: number; contactDueOn: string | null; isContactMet: boolean | null }[];
  assessments: { number: number; total: number; level: string; answers: unknown[] }[];
  orders: ShownOrder[];
  breaches: { releaseOn: string | null; planId: string | null }[];
  steps: { action: string; conditions: { code: string; met: boolean }[] }[];
}
export interface ShownOrder {
  id: string;
  version: number;
  kind: string;
  status: string;
  age: number;
  convictedOn: string | null;
  endsOn: string | null;
  reviewOn: string | null;
}
/** Somebody brought to the meeting of joint agency tasking. */
export interface ShownNomination {
  id: string;
  version: number;
  status: string;
  contributions: { kind: string; words: string; why: string }[];
  actions: { id: string; taskId: string; words: string; status: string }[];
  plans: { id: string }[];
}
/** What is done before somebody is released. */
export interface ShownPlan {
  version: number;
  releaseOn: string;
  escalateOn: string;
  escalatedOn: string | null;
  missing: string[];
  missingNow: string[];
  required: string[];
  actions: { taskId: string; words: string; status: string }[];
}
/** A case review, as its chair reads it. */
export interface ShownReview {
  id: string;
  version: number;
  status: string;
  acknowledgeBy: string;
  agenciesBy: string;
  decideBy: string;
  panelBy: string;
  reportBy: string | null;
  threshold: {
    met: boolean;
    counted: number;
    needed: number;
    why: string;
    complaints: { qualifies: boolean; isSame: boolean; why: string }[];
  };
  recommendations: { id: string; version: number; response: string | null }[];
  letters: { kind: string; version: number; format: string }[];
}

const areas = ['frequency', 'escalation', 'targeted', 'history', 'health'];
const more = ['personal', 'situational', 'support', 'fear', 'others'];
/** A risk matrix that is answered alike throughout, but for some. */
export const scores = (each: number, ...others: [string, number][]): Record<string, number> => ({
  ...Object.fromEntries([...areas, ...more].map((code) => [code, each])),
  ...Object.fromEntries(others),
});

/** Complaints of a neighbour: two that count, one of the same incident, one that was made too late. */
export const application = {
  ...{ name: 'Nora Neighbour', applicantKind: 'complainant', email: 'nora@neighbour.example' },
  complaints: [
    { happenedOn: '2026-05-01', complainedOn: '2026-05-01', told: 'The council' },
    { happenedOn: '2026-05-01', complainedOn: '2026-05-02', told: 'The police' },
    { happenedOn: '2026-06-01', complainedOn: '2026-06-01', told: 'The council' },
    { happenedOn: '2026-06-10', complainedOn: '2026-07-20', told: 'The landlord' },
  ],
};

/** Somebody of a service, who may sign in from now on. */
export async function personaOf({ sql }: Journey, code: string): Promise<string> {
  const [row] = await sql<{ username: string }>(
    `update platform.account set is_persona = true where officer_id = (select m.officer_id from directory.service_member m join directory.service s on s.id = m.service_id
       join directory.officer o on o.id = m.officer_id and o.agency_id = s.agency_id where s.code = $1 order by o.name limit 1) returning username`,
    [code],
  );
  return row?.username ?? '';
}

/** How many rows a statement reads or changes on the operations connection of a persona, or the words of its refusal. */
export const onConnection = async (
  { idsOf, saidOn }: Journey,
  username: string,
  statement: string,
  values: unknown[] = [],
): Promise<number | string> => saidOn(await idsOf(username), statement, values);

/** The text of a Word file. */
export const wordsOf = (content: Buffer | undefined): string =>
  (
    unzip(content ?? Buffer.alloc(0))
      .get('word/document.xml')
      ?.toString('utf8') ?? ''
  ).replace(/<[^>]+>/g, ' ');
