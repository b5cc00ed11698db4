import type { Day } from '../platform/clock/clock.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { Penalty } from './penalty.store.ts';
import { limitFor } from './penalty.ts';
import { type PenaltyStatus, penaltyStatusWords } from './penalty.words.ts';
import type { PowerAnswer } from './power.ts';
import type { Condition } from './procedure.ts';
import type { Protection } from './protection.store.ts';
import type { ProtectionLine, ProtectionNeed } from './protection.transitions.ts';
import type { LetterKind } from './protection.words.ts';
import type { ConductEvidence, Requirement, Subject } from './protection-parts.store.ts';

/** What is being written in a status: the warning, the notice, or nothing any more. */
export const stageOf = (file: Pick<Protection, 'status'>): LetterKind | undefined => {
  if (file.status === 'drafted') return 'warning';
  return file.status === 'warned' || file.status === 'not-complied' ? 'notice' : undefined;
};

/** All that the needs of a step look at. */
export interface ProtectionFacts {
  file: Protection;
  subject: Subject | null;
  evidence: readonly ConductEvidence[];
  requirements: readonly Requirement[];
  power: PowerAnswer;
  /** Who else in the agency could serve here. */
  others: readonly string[];
  /** District of the case that the file is on, where it has one. */
  caseDistrict: string | null;
  /** The day of the step: when the letter was sent, the appeal made, the requirement breached. */
  on: Day;
  /** The fixed penalty for the breach, where one was drafted. */
  penalty: Pick<Penalty, 'reference' | 'status'> | null;
  /** Taken from the form of the step: which requirement was breached, and how a letter goes. */
  requirementId?: string | undefined;
  how?: string | undefined;
}

type Check = Omit<Condition, 'code' | 'words' | 'mend'> & { words: string; mend: string };
type Ask = (facts: ProtectionFacts) => Check;

const check = (met: boolean, words: string, mend: string, field = ''): Check => ({ met, words, mend, field });

/** Sixteen on a day: s.43(1) names an individual aged 16 or over. */
export function isSixteenOn(bornOn: Day, day: Day): boolean {
  return `${Number(bornOn.slice(0, 4)) + 16}${bornOn.slice(4)}` <= day;
}

const ageOf = ({ subject, on }: ProtectionFacts): Check => {
  if (subject?.kind === 'body') return check(true, 'A body is warned, so no age is asked', '');
  if (subject?.bornOn && !isSixteenOn(subject.bornOn, on))
    return check(
      false,
      `The person is 16 or over: born on ${dayWords(subject.bornOn)}, they are not`,
      'The Act allows no warning to a person under 16: take the case to safeguarding and to their parents.',
      'bornOn',
    );
  return check(
    Boolean(subject?.bornOn ?? subject?.isSixteen),
    'The person is 16 or over',
    'Enter the date of birth, or tick that they are known to be 16 or over.',
    'bornOn',
  );
};

/** The last evidence of the conduct after a day. */
const after = (facts: ProtectionFacts, day: Day | null): ConductEvidence | undefined =>
  day === null ? undefined : facts.evidence.filter((e) => e.happenedOn > day).at(-1);

/**
 * Whether a requirement of the notice binds on a day, and why not. While an appeal runs, what must be stopped must still be
 * stopped, and anything else is of no effect (s.46(3)); afterwards it binds from the day that was recorded.
 */
export function standsOn(requirement: Requirement, file: Protection, day: Day): { ok: boolean; why: string } {
  if (file.noticeOn === null || day < file.noticeOn)
    return { ok: false, why: `The notice was not served yet on ${dayWords(day)}` };
  if (requirement.until !== null && day > requirement.until)
    return {
      ok: false,
      why: `The court changed this requirement: it stood until ${dayWords(requirement.until)}`,
    };
  const isRunning =
    file.appealedOn !== null &&
    day >= file.appealedOn &&
    (file.appealDecidedOn === null || day < file.appealDecidedOn);
  if (requirement.kind !== 'stop' && isRunning)
    return { ok: false, why: `Suspended while the appeal ran, on ${dayWords(day)} (s.46(3))` };
  if (requirement.since !== null && day < requirement.since)
    return { ok: false, why: `It binds from ${dayWords(requirement.since)}` };
  if (requirement.byDay !== null && day <= requirement.byDay)
    return { ok: false, why: `There is time until ${dayWords(requirement.byDay)}` };
  return { ok: true, why: `It stood on ${dayWords(day)}` };
}

/** A penalty that was taken back leaves the breach as it was. */
const penaltiesGone: readonly PenaltyStatus[] = ['void', 'cancelled'];

/** The needs of the table, each with what it says when it is not met. */
const asks: Record<ProtectionNeed, Ask> = {
  'subject-known': ({ subject }) =>
    check(
      Boolean(subject?.name) && (Boolean(subject?.address) || subject?.isAddressHidden === true),
      'Who is warned and where a letter reaches them',
      'Enter the name and the address for service.',
      'name',
    ),
  sixteen: ageOf,
  'conduct-described': ({ file, subject }) =>
    check(
      Boolean(subject?.conduct) && file.conductKinds.length > 0,
      'The conduct is described',
      'Choose what kind it is and describe it as the letter should say it.',
      'conduct',
    ),
  'test-met': ({ file }) =>
    check(
      file.isDetrimental && file.isPersistent && file.isUnreasonable,
      'The conduct has a detrimental effect on the quality of life in the locality, is persistent or continuing, and is unreasonable',
      'Tick each of the three, if it is so: without all three there is no warning.',
      'isDetrimental',
    ),
  statement: ({ evidence }) =>
    check(
      evidence.some((e) => e.kind === 'statement' || e.kind === 'admission'),
      'There is a statement of the conduct',
      'Add an officer’s or witness’s statement.',
      'evidence',
    ),
  'place-in-district': ({ file, caseDistrict }) =>
    check(
      file.districtCode !== null && (caseDistrict === null || caseDistrict === file.districtCode),
      'The place is known and lies in the district of the case',
      'Give a full postcode in the district of the case: it decides whose powers reach.',
      'postcode',
    ),
  'warning-asks': ({ requirements }) =>
    check(
      requirements.some((r) => r.stage === 'warning'),
      'The warning says what must change',
      'Add what they must stop, do or take reasonable steps to achieve.',
      'requirements',
    ),
  'power-held': ({ power, others }) =>
    power.ok
      ? check(true, power.words, '')
      : check(
          false,
          'You hold the power to serve, here and on this day',
          [
            ...power.unmet.map((u) => `${u.words}. ${u.mend}`),
            others.length > 0
              ? `${others.join(', ')} could serve it: the file is kept.`
              : 'Nobody else in your agency holds it here on this day.',
          ].join(' '),
        ),
  'address-kept': ({ subject, how }) =>
    check(
      subject?.isAddressHidden !== true || how === undefined || how === 'in-person',
      'The letter reaches them without showing an address that must stay hidden',
      'Their address must stay hidden: hand the letter over, and write no address down.',
      'how',
    ),
  'warning-served': ({ file }) =>
    check(file.warnedOn !== null, 'A warning was served', 'Serve a written warning first, s.43(5)(a).'),
  'time-run': ({ file, on }) =>
    check(
      file.complyBy !== null && on > file.complyBy,
      file.complyBy === null
        ? 'The time given to comply has run'
        : `The time given to comply has run: its last day is ${dayWords(file.complyBy)}`,
      file.complyBy === null
        ? 'The time starts when a warning is served.'
        : `Wait until ${dayWords(file.complyBy)} has passed: they must have had enough time, s.43(5)(b).`,
    ),
  'conduct-continues': (facts) =>
    check(
      after(facts, facts.file.complyBy) !== undefined,
      'The conduct continues: there is evidence of it after the time to comply',
      'Add a dated statement, photograph or recording of the conduct after the last day to comply.',
      'evidence',
    ),
  'notice-asks': ({ requirements }) =>
    check(
      requirements.some((r) => r.stage === 'notice'),
      'The notice has its requirements',
      'Add what they must stop, do or take reasonable steps to achieve.',
      'requirements',
    ),
  'others-told': ({ subject }) =>
    check(
      Boolean(subject?.othersTold),
      'It was considered who else must be told',
      'Say whom you informed before the notice, or why nobody, s.43(6).',
      'othersTold',
    ),
  'in-appeal-time': ({ file, on }) =>
    check(
      file.noticeOn !== null &&
        file.appealUntil !== null &&
        file.appealedOn === null &&
        file.noticeOn <= on &&
        on <= file.appealUntil,
      file.appealUntil === null
        ? 'The appeal was made in time'
        : `The appeal was made in time: by ${dayWords(file.appealUntil)}`,
      'An appeal is made to the magistrates’ court once, in the 21 days beginning with the day of the notice.',
      'on',
    ),
  'requirement-stands': ({ file, requirements, on, requirementId }) => {
    const asked = requirements.find((r) => r.stage === 'notice' && r.id === requirementId);
    const words = 'The requirement stood on the day of the breach';
    if (!asked) return check(false, words, 'Choose the requirement that was breached.', 'requirementId');
    const { ok, why } = standsOn(asked, file, on);
    return check(ok, ok ? words : `${words}: it did not`, `${why}.`, 'on');
  },
  'nothing-held': ({ file }) =>
    check(
      file.seizedOn === null,
      'Nothing is held that was seized before',
      'Give back what is held first, or record its forfeiture.',
      'on',
    ),
  'item-held': ({ file }) =>
    check(file.seizedOn !== null, 'Something that was seized is held', 'Record what was seized first.', 'on'),
  'no-penalty-yet': ({ file }) =>
    check(
      file.penaltyId === null,
      'No fixed penalty was drafted for this breach yet',
      'Open the penalty that is there.',
    ),
  'no-penalty-stands': ({ penalty }) =>
    check(
      penalty === null || penaltiesGone.includes(penalty.status),
      penalty === null
        ? 'No fixed penalty stands for this breach'
        : `No fixed penalty stands for this breach: ${penalty.reference} is “${penaltyStatusWords[penalty.status].toLowerCase()}”`,
      'A penalty that was paid ends liability. One that was not is referred for prosecution on its own page; a draft is discarded there.',
    ),
  'in-time-to-prosecute': ({ file, on }) => {
    const last = file.breachedOn ? limitFor('cpn-breach', file.breachedOn) : null;
    return check(
      last !== null && on <= last,
      last === null ? 'The court was asked in time' : `The court was asked in time: by ${dayWords(last)}`,
      'A court is asked within 6 months of the breach.',
      'on',
    );
  },
};

/** The needs of a line as they stand. */
export const conditionsFor = (line: ProtectionLine, facts: ProtectionFacts): Condition[] =>
  line.needs.map((code) => ({ code, ...asks[code](facts) }));
