import { expect } from 'vitest';
import { welfareItems } from '../../reference/encampment.ts';
import { type Journey, journey } from './journey.ts';
import type { Answer } from './world.ts';

/** The file of an encampment as `/api/v1` shows it. */
export interface ShownEncampment {
  id: string;
  reference: string;
  status: string;
  version: number;
  tellPolice: number | null;
  land: { landWords: string | null; children: number | null } | null;
  welfare: { item: string }[];
  vehicleMarks: { id: string; mark: string }[];
  returns: { mark: string; reference: string; agencyName: string; until: string; isPolice: boolean }[];
  returnUntil: string | null;
  policeReturnUntil: string | null;
  policeDecision: string | null;
  noticeUntil: string | null;
  leftOn: string | null;
  cleanupPence: number | null;
  papers: { kind: string; version: number; format: string }[];
  services: { kind: string; ways: string[]; servedBy: string }[];
  events: { kind: string; words: string; reason: string | null }[];
  steps: { action: string; conditions: { code: string; met: boolean; mend: string }[] }[];
}

export const pathOf = (file: { id: string }) => `/api/v1/encampments/${file.id}`;
/** An answer to each item of the welfare assessment. */
export const items = welfareItems.map(({ code }) => ({
  item: code,
  answer: code === 'maternity' ? 'found' : 'none',
  words: `Asked of ${code}`,
}));
/** What serving a paper on the land is told. */
export const served = { ways: ['fixed-vehicles', 'given-occupants'], by: 'The officer' };
/** Every part of a decision by the National Decision Model. */
export const model = {
  information: 'Nine caravans on the park',
  risk: 'Noise and blocked access, no threat',
  powers: 'Section 61 was looked at',
  options: 'Direct, or leave it to the council',
  outcome: 'Looked at again in two days',
};

export interface EncampmentWorld extends Pick<Journey, 'world' | 'clock' | 'as'> {
  post(url: string, body: object, status?: number, who?: string): Promise<ShownEncampment>;
  look(file: { id: string }, who?: string): Promise<ShownEncampment>;
  step(file: ShownEncampment, action: string, body?: object, who?: string): Promise<Answer>;
  taken(file: ShownEncampment, action: string, body?: object, who?: string): Promise<ShownEncampment>;
  /** The words with which a step is refused. */
  refusal(file: ShownEncampment, action: string, body?: object, status?: number): Promise<string>;
  reported(more?: object, who?: string): Promise<ShownEncampment>;
  assessed(more?: object, who?: string): Promise<ShownEncampment>;
  withVehicle(file: ShownEncampment, mark: string, who?: string): Promise<ShownEncampment>;
}

/** Opens a world before the tests of a file and closes it after them; unless told otherwise the co-ordinator of Wendmere asks. */
export function encampmentWorld(name: string, since: string): EncampmentWorld {
  const days = journey(name, since);
  const { as, clock, placeOf } = days;
  const post: EncampmentWorld['post'] = async (url, body, status = 200, who = 'callum.safety') => {
    const answer = await (await as(who)).api('POST', url, body);
    expect(answer.status, answer.text).toBe(status);
    return answer.json as ShownEncampment;
  };
  const look: EncampmentWorld['look'] = async (file, who = 'callum.safety') =>
    (await (await as(who)).api('GET', pathOf(file))).json as ShownEncampment;
  const step: EncampmentWorld['step'] = async (file, action, body = {}, who = 'callum.safety') =>
    (await as(who)).api('POST', `${pathOf(file)}/steps/${action}`, { version: file.version, ...body });
  const taken: EncampmentWorld['taken'] = async (file, action, body, who) => {
    const answer = await step(file, action, body, who);
    expect(answer.status, answer.text).toBe(200);
    return answer.json as ShownEncampment;
  };
  const refusal: EncampmentWorld['refusal'] = async (file, action, body, status = 422) => {
    const answer = await step(file, action, body);
    expect(answer.status, answer.text).toBe(status);
    return answer.text;
  };
  const reported: EncampmentWorld['reported'] = async (more = {}, who = 'callum.safety') => {
    const { postcode } = await placeOf();
    const body = {
      ...{ landKind: 'unoccupied', landWords: 'Made Up Park, the car park', postcode },
      ...{ ownerWords: 'The council', arrivedOn: clock.today(), caravans: 9, vehicles: 7, children: 4 },
      ...more,
    };
    return post('/api/v1/encampments', body, 201, who);
  };
  const assessed: EncampmentWorld['assessed'] = async (more, who) => {
    const file = await reported(more, who);
    const asked = await post(`${pathOf(file)}/welfare`, { version: file.version, items }, 200, who);
    return taken(asked, 'assess', { on: clock.today() }, who);
  };
  const withVehicle: EncampmentWorld['withVehicle'] = (file, mark, who) =>
    post(`${pathOf(file)}/vehicles`, { version: file.version, mark, words: 'Van' }, 201, who);
  return {
    get world() {
      return days.world;
    },
    ...{ as, clock, post, look, step, taken, refusal, reported, assessed, withVehicle },
  };
}
