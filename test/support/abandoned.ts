import { assessmentFactors } from '../../reference/abandoned.ts';
import { type Journey, journey } from './journey.ts';

/** The file of an abandoned vehicle as `/api/v1` shows it. */
export interface ShownVehicle {
  id: string;
  reference: string;
  status: string;
  version: number;
  districtCode: string | null;
  make: string | null;
  noticeUntil: string | null;
  noticeWhy: string | null;
  storedUntil: string | null;
  objectedOn: string | null;
  removedAt: string | null;
  endedOn: string | null;
  reportReference: string | null;
  standing?: {
    mark: string | null;
    placeWords: string | null;
    storeWords: string | null;
    lon: number | null;
    isHidden: boolean;
  } | null;
  enquiries?: {
    answer: string;
    keeperName: string | null;
    keeperAddress: string | null;
    officerName: string;
  }[];
  assessment?: { factor: string }[];
  photos: { words: string | null; name: string; scan: string }[];
  isStolen: boolean;
  charge?: {
    pence: number;
    words: string;
    status: string;
    answers: { status: string; pence: number; reason: string | null }[];
  };
  sameMark: { reference: string; mark: string }[];
  papers: { kind: string; version: number; format: string }[];
  notices: { kind: string; ways: string[]; servedBy: string }[];
  events: { kind: string; words: string; reason: string | null }[];
  steps: { action: string; conditions: { code: string; met: boolean; mend: string }[] }[];
}

export const pathOf = (file: { id: string }) => `/abandoned-vehicles/${file.id}`;
/** An answer to each factor of the assessment; what speaks for it is named. */
export const factors = (...speakFor: string[]) =>
  assessmentFactors.map(({ code }) => ({
    item: code,
    answer: speakFor.includes(code) ? 'for' : 'against',
    words: `Looked at ${code}`,
  }));
/** What every step is told besides its day. */
export const shown = { evidence: 'Photographs 1 to 4 in the notebook', reason: 'It was looked at' };
export const enquiry = { askedOf: 'dvla', enquiryReason: 'To find whoever is responsible for it' };

export interface VehicleWorld {
  days: Journey;
  look(file: { id: string }, who?: string): Promise<ShownVehicle>;
  opened(more?: object, who?: string): Promise<ShownVehicle>;
  assessed(file: ShownVehicle, ...speakFor: string[]): Promise<ShownVehicle>;
  enquired(file: ShownVehicle, more: object): Promise<ShownVehicle>;
  taken(file: ShownVehicle, step: string, body?: object, who?: string): Promise<ShownVehicle>;
  /** The words with which a step is refused. */
  refusal(file: ShownVehicle, step: string, body?: object, status?: number): Promise<string>;
  /** A file on public land, judged abandoned. */
  judged(more?: object): Promise<ShownVehicle>;
}

/** Opens a world before the tests of a file; unless told otherwise the co-ordinator of Wendmere asks. */
export function vehicleWorld(name: string, since: string): VehicleWorld {
  const days = journey(name, since);
  const { clock, done, made, placeOf, refused } = days;
  const me = 'callum.safety';
  const opened: VehicleWorld['opened'] = async (more = {}, who = me) => {
    const { postcode } = await placeOf();
    return made(who, '/abandoned-vehicles', {
      ...{ mark: 'AV26 ABC', make: 'Ford Fiesta', colour: 'Blue', landKind: 'highway', postcode },
      ...{ placeWords: 'Made Up Lane, by the bridge', seenOn: clock.today(), ...more },
    });
  };
  const assessed: VehicleWorld['assessed'] = (file, ...speakFor) =>
    done(me, `${pathOf(file)}/assessment`, { version: file.version, items: factors(...speakFor) });
  const taken: VehicleWorld['taken'] = (file, step, body = {}, who = me) =>
    done(who, `${pathOf(file)}/steps/${step}`, {
      version: file.version,
      on: clock.today(),
      ...shown,
      ...body,
    });
  return {
    ...{ days, opened, assessed, taken },
    look: (file, who = me) => days.look(who, pathOf(file)),
    enquired: (file, more) =>
      made(me, `${pathOf(file)}/enquiries`, {
        version: file.version,
        askedOn: clock.today(),
        ...enquiry,
        ...more,
      }),
    refusal: (file, step, body = {}, status = 422) =>
      refused(
        me,
        `${pathOf(file)}/steps/${step}`,
        { version: file.version, on: clock.today(), ...shown, ...body },
        status,
      ),
    judged: async (more) => taken(await assessed(await opened(more), 'condition', 'tax'), 'judge'),
  };
}
