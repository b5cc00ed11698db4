import { encampmentLimitOn, welfareItemsOn } from '../../reference/encampment.ts';
import { type Day, londonInstant } from '../platform/clock/clock.ts';
import { momentWords } from './closure.time.ts';
import type { EncampmentStepInput } from './encampment.forms.ts';
import type { Encampment } from './encampment.store.ts';
import {
  type EncampmentField,
  type EncampmentLine,
  type EncampmentNeed,
  onLand,
} from './encampment.transitions.ts';
import type { EncampmentVehicle, Land, WelfareCheck } from './encampment-parts.store.ts';
import type { Condition } from './procedure.ts';

/** All that the needs of a step look at. */
export interface EncampmentFacts {
  file: Encampment;
  land: Land | null;
  welfare: readonly WelfareCheck[];
  vehicles: readonly EncampmentVehicle[];
  /** The moment of the step, its day, and what its form said. */
  at: Date;
  on: Day;
  input: Partial<EncampmentStepInput>;
  now: Date;
}

type Check = Pick<Condition, 'met' | 'words' | 'mend' | 'field'>;
const check = (met: boolean, words: string, mend: string, field = ''): Check => ({ met, words, mend, field });

/** What each field of a step gives as form fields, for the place of an error. */
export const fieldOf: Record<EncampmentField, string> = {
  at: 'on',
  on: 'on',
  ways: 'ways',
  by: 'by',
  told: 'told',
  hearing: 'hearingOn',
  court: 'court',
  until: 'until',
  decision: 'decision',
  model: 'information',
  cleanup: 'cleanup',
  debrief: 'debrief',
  reason: 'reason',
};

/** Items of the welfare assessment of a day that have no answer yet. */
export const unassessed = (welfare: readonly WelfareCheck[], on: Day) =>
  welfareItemsOn(on).filter(
    ({ code }) => !welfare.some((one) => one.item === code && one.words.trim() !== ''),
  );

/** The moment that a hearing is told to be at. */
export const hearingOf = ({ hearingOn, hearingTime }: Partial<EncampmentStepInput>): Date | undefined =>
  hearingOn && hearingTime ? londonInstant(hearingOn, hearingTime) : undefined;

/** Vehicles as s.61 counts them: a caravan is one. */
export const vehiclesCounted = ({ caravans, vehicles }: Pick<Encampment, 'caravans' | 'vehicles'>): number =>
  caravans + vehicles;

/** From how many vehicles the police are to be told, where they were not and somebody is on the land. */
export function policeToTell(file: Encampment, on: Day): number | undefined {
  const from = encampmentLimitOn('police-vehicles', on)?.most;
  if (from === undefined || file.policeToldOn !== null || !onLand.includes(file.status)) return undefined;
  return vehiclesCounted(file) >= from ? from : undefined;
}

/** The needs of the table, each with what it says when it is not met. */
const asks: Record<EncampmentNeed, (facts: EncampmentFacts) => Check> = {
  'land-known': ({ file, land }) =>
    check(
      file.districtCode !== null && Boolean(land?.landWords),
      'It is known which land it is',
      'Say which land, with a postcode near it that we know.',
      'landWords',
    ),
  'welfare-complete': ({ welfare, on }) => {
    const left = unassessed(welfare, on);
    const all = welfareItemsOn(on).length;
    return check(
      all > 0 && left.length === 0,
      `The welfare assessment is complete: ${all - left.length} of ${all} items`,
      left.length === 0
        ? 'No assessment was in use on this day.'
        : `Still to answer: ${left.map(({ question }) => question.replace(/\?$/, '')).join('; ')}.`,
      'welfare',
    );
  },
  'police-told': ({ file }) =>
    check(file.policeToldOn !== null, 'The police were told', 'Record first that the police were told.'),
  'no-police-direction': ({ file }) =>
    check(
      file.policeReturnUntil === null,
      'No direction of the police was given on it',
      'Record that they left, and end the file: a direction of the police still runs on it.',
    ),
  'still-there': ({ file }) =>
    check(
      vehiclesCounted(file) > 0,
      'Vehicles are on the land',
      'Count the caravans and vehicles, or record that they left.',
      'caravans',
    ),
  'hearing-after': ({ input, at }) => {
    const hearing = hearingOf(input);
    return check(
      hearing !== undefined && hearing >= at,
      'The hearing is after the complaint',
      'Enter when the court hears it.',
      'hearingOn',
    );
  },
  'tolerated-after': ({ input, on }) =>
    check(
      Boolean(input.until && input.until >= on),
      'It is tolerated until a day that comes',
      'Enter the day on which it is looked at again.',
      'until',
    ),
  'notice-run': ({ file, on, at }) => {
    const hours = encampmentLimitOn('removal-notice', on)?.most ?? 0;
    const words = file.noticeUntil
      ? `The ${hours} hours’ notice is over at ${momentWords(file.noticeUntil)}`
      : `${hours} hours’ notice of the removal was given`;
    // Until the form says a moment, it is asked of now: nothing is removed while the notice runs.
    const isOver = file.noticeUntil !== null && at >= file.noticeUntil;
    return check(
      isOver,
      words,
      file.noticeUntil ? 'Nothing is removed before that.' : 'Serve the notice of removal first.',
      file.noticeUntil ? 'on' : '',
    );
  },
};

/** Needs that the form of a step decides, and not the file as it stands. */
const decidedByForm: readonly EncampmentNeed[] = ['hearing-after', 'tolerated-after'];
/** The needs of a line that the file must meet before its form is opened. */
export const standingNeeds = ({ needs }: EncampmentLine): readonly EncampmentNeed[] =>
  needs.filter((need) => !decidedByForm.includes(need));

/** The needs of a line as they stand. */
export const encampmentConditions = (line: EncampmentLine, facts: EncampmentFacts): Condition[] =>
  line.needs.map((code) => ({ code, ...asks[code](facts) }));
