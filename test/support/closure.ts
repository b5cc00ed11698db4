import { expect } from 'vitest';
import { closureChecklist } from '../../reference/closure.ts';
import { type Journey, journey } from './journey.ts';
import type { Answer } from './world.ts';

/** The file of a closure as `/api/v1` shows it. */
export interface ShownClosure {
  id: string;
  reference: string;
  status: string;
  version: number;
  mark: string | null;
  place: { address: string | null; isHidden: boolean } | null;
  occupants: { id: string; name: string | null; recordId: string | null; isHidden: boolean }[];
  noticeUntil: string;
  hearingBy: string;
  districtCode: string;
  hearingWhy: string;
  orderUntil: string;
  appealUntil: string;
  claimUntil: string;
  breaches: number;
  papers: { kind: string; version: number; format: string; sha256: string }[];
  services: { ways: string[]; powerReference: string }[];
  events: { words: string; reason: string | null }[];
  steps: { action: string; conditions: { code: string; met: boolean }[] }[];
}

/** Where every made premises are. */
export const address = '7 Made Up Court';
/** An answer to each item of the checklist. */
export const items = closureChecklist.map(({ code }) => ({
  item: code,
  answer: code === 'children' ? 'none' : 'found',
  words: `Asked of ${code}`,
}));
export const pathOf = (file: { id: string }) => `/api/v1/closures/${file.id}`;
const served = {
  ways: ['fixed-prominent', 'given-residents'],
  by: 'The co-ordinator',
  informed: 'Called twice and telephoned the landlord',
  court: 'Moors Magistrates’ Court',
  reason: 'Callers every night',
};
/** What serving a notice is told. */
export const notice = (
  on: string,
  time: string,
  hours = 24,
  hearing = { hearingOn: on, hearingTime: '23:00' },
) => ({
  ...served,
  on,
  time,
  hours,
  ...hearing,
});

/** The world of closures from December 2026 on, and the steps of a file; unless told otherwise by the co-ordinator of Wendmere. */
export interface ClosureWorld extends Pick<Journey, 'world' | 'clock' | 'as'> {
  post(url: string, body: object, status?: number, who?: string): Promise<ShownClosure>;
  look(file: { id: string }, who?: string): Promise<ShownClosure>;
  step(file: ShownClosure, action: string, body?: object, who?: string): Promise<Answer>;
  taken(file: ShownClosure, action: string, body?: object): Promise<ShownClosure>;
  /** The words with which a step is refused. */
  refusal(file: ShownClosure, action: string, body?: object, status?: number): Promise<string>;
  drafted(kind?: string): Promise<ShownClosure>;
  checked(file: ShownClosure, some?: typeof items): Promise<ShownClosure>;
  consulted(kind?: string): Promise<ShownClosure>;
}

/** The steps of a file, by whoever asks. */
function asking({ as }: Journey) {
  const post: ClosureWorld['post'] = async (url, body, status = 200, who = 'callum.safety') => {
    const answer = await (await as(who)).api('POST', url, body);
    expect(answer.status, answer.text).toBe(status);
    return answer.json as ShownClosure;
  };
  const look: ClosureWorld['look'] = async (file, who = 'callum.safety') =>
    (await (await as(who)).api('GET', pathOf(file))).json as ShownClosure;
  const step: ClosureWorld['step'] = async (file, action, body = {}, who = 'callum.safety') =>
    (await as(who)).api('POST', `${pathOf(file)}/steps/${action}`, { version: file.version, ...body });
  const taken: ClosureWorld['taken'] = async (file, action, body) => {
    const answer = await step(file, action, body);
    expect(answer.status, answer.text).toBe(200);
    return answer.json as ShownClosure;
  };
  const refusal: ClosureWorld['refusal'] = async (file, action, body, status = 422) => {
    const answer = await step(file, action, body);
    expect(answer.status, answer.text).toBe(status);
    return answer.text;
  };
  return { post, look, step, taken, refusal };
}

/** Opens a world before the tests of a file and closes it after them. */
export function closureWorld(name: string, since: string): ClosureWorld {
  const days = journey(name, since);
  const asked = asking(days);
  const { as, clock, placeOf } = days;
  const { post, taken } = asked;
  const drafted: ClosureWorld['drafted'] = async (kind = 'dwelling') => {
    const { postcode } = await placeOf();
    return post(
      '/api/v1/closures',
      {
        premisesKind: kind,
        address,
        postcode,
        problem: 'Callers at all hours, and needles on the stairs',
        grounds: ['nuisance', 'disorder-likely'],
        isNecessary: true,
      },
      201,
    );
  };
  const checked: ClosureWorld['checked'] = (file, some = items) =>
    post(`${pathOf(file)}/checklist`, { version: file.version, items: some });
  const consulted: ClosureWorld['consulted'] = async (kind) => {
    const file = await checked(await drafted(kind));
    const on = clock.today();
    return taken(file, 'record-consultation', { on, consulted: 'The force, the landlord and social care' });
  };
  return {
    get world() {
      return days.world;
    },
    ...{ as, clock, drafted, checked, consulted, ...asked },
  };
}
