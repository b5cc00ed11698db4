import { describe, expect, test } from 'vitest';
import { licensingPeriods } from '../../../reference/licensing.ts';
import { roles } from '../../../reference/roles.ts';
import { expectPaper } from '../../../test/support/paper.ts';
import { licensingPaperOf } from './licensing.documents.ts';
import type { Licensing } from './licensing.store.ts';
import {
  licensingActions,
  licensingLineFor,
  licensingLinesFrom,
  licensingTransitions,
} from './licensing.transitions.ts';
import { countClock, type LicensingFacts, licensingConditions, periodsInUse } from './licensing.ts';
import { licensingPapers, licensingStatuses } from './licensing.words.ts';
import { licensingEffects } from './licensing-effects.ts';

const file: Licensing = {
  ...{
    id: 'l',
    reference: 'LR-1',
    agencyId: 'a',
    agencyName: 'County',
    premisesId: 'p',
    tradingName: 'Quay Wines',
  },
  ...{
    firmName: 'Quay Ltd',
    licenceNumber: 'PL/1',
    address: '1 Quay',
    postcode: 'QM1 1AA',
    districtCode: 'D',
  },
  ...{
    districtName: 'Moors',
    kind: 'review',
    status: 'draft',
    applicant: null,
    grounds: [],
    caseWords: null,
  },
  ...{ certificate: null, appliedOn: null, representationsUntil: null, representationsWhy: null },
  ...{
    advertisedOn: null,
    hearingOn: null,
    hearingBy: null,
    hearingWhy: null,
    decidedOn: null,
    outcomes: [],
  },
  ...{
    conditions: null,
    suspendedUntil: null,
    appealUntil: null,
    appealWhy: null,
    appealedOn: null,
    endedOn: null,
  },
  ...{ madeAt: new Date('2026-03-01T09:00:00Z'), version: 1 },
};
const own = (code: (typeof licensingPeriods)[number]['code'], count: number | null) => ({
  ...{ code, count, source: 'our legal team', validFrom: '2026-01-01' },
});
const facts = (rest: Partial<LicensingFacts> = {}): LicensingFacts => ({
  ...{ file, evidence: [], periods: periodsInUse([]), on: '2026-03-02', today: '2026-12-31', input: {} },
  ...rest,
});
const unmet = (
  status: Licensing['status'],
  action: (typeof licensingActions)[number],
  rest: Partial<LicensingFacts>,
) => {
  const line = licensingLineFor(status, action);
  if (!line) throw new Error(`No ${action} from ${status}`);
  return licensingConditions(line, facts(rest))
    .filter(({ met }) => !met)
    .map(({ code }) => code);
};

describe('the table of steps', () => {
  test('every step of every status is offered to the roles of its line and to nobody else', () => {
    for (const status of licensingStatuses)
      for (const { code } of roles) {
        const offered = licensingLinesFrom(status, [code]).map(({ action }) => action);
        for (const action of licensingActions)
          expect(offered.includes(action), `${code} ${action} from ${status}`).toBe(
            Boolean(licensingLineFor(status, action)?.who.some((who) => who === code)),
          );
      }
    // Whoever writes down what is said does not record what was decided.
    expect(licensingLinesFrom('hearing', ['community-safety-coordinator'])).toEqual([]);
    expect(
      licensingLinesFrom('advertised', ['community-safety-coordinator']).map(({ action }) => action),
    ).toEqual(['record-representation']);
    expect(licensingLinesFrom('draft', ['performance-analyst', 'warden'])).toEqual([]);
  });
  test('an action has one line for a status; what is over is left by nothing', () => {
    for (const status of licensingStatuses)
      for (const action of licensingActions)
        expect(
          licensingTransitions.filter((line) => line.action === action && line.from.includes(status)).length,
        ).toBeLessThanOrEqual(1);
    const left = new Set(licensingTransitions.flatMap(({ from }) => from));
    expect(licensingStatuses.filter((status) => !left.has(status))).toEqual([
      'in-effect',
      'rejected',
      'withdrawn',
      'void',
    ]);
  });
});

describe('clocks', () => {
  test('28 days from the day after the application, labelled; no other number is shipped', () => {
    const counted = countClock(facts(), 'representations', '2026-03-02', 'the day of the application');
    expect(counted?.last).toBe('2026-03-30');
    expect(counted?.why).toContain('general knowledge, not confirmed by your agency');
    expect(licensingPeriods.filter(({ count }) => count !== null).map(({ code }) => code)).toEqual([
      'representations',
    ]);
    for (const code of ['hearing', 'summary-hearing', 'appeal'] as const)
      expect(countClock(facts(), code, '2026-03-02', 'the day')).toBeUndefined();
  });
  test('an agency’s own number takes its place, names its source, and may be none', () => {
    const periods = periodsInUse([own('appeal', 21), own('hearing', 20), own('representations', null)]);
    expect(countClock({ periods }, 'appeal', '2026-03-02', 'the day')?.last).toBe('2026-03-22');
    expect(countClock({ periods }, 'appeal', '2026-03-02', 'the day')?.why).toContain('(our legal team)');
    // Twenty working days after 30 March 2026 pass over Good Friday and Easter Monday.
    expect(countClock({ periods }, 'hearing', '2026-03-30', 'the last day')?.last).toBe('2026-04-29');
    expect(countClock({ periods }, 'representations', '2026-03-02', 'the day')).toBeUndefined();
  });
  test('an application starts what is in use, a summary review its own', () => {
    const periods = periodsInUse([own('hearing', 20), own('summary-hearing', 10)]);
    const applied = { applicant: 'police', grounds: ['public-safety'], case: 'A case' } as const;
    const asked = facts({ periods, input: { ...applied, grounds: ['public-safety'] } });
    expect(licensingEffects.apply(asked).set).toMatchObject({
      ...{ representationsUntil: '2026-03-30', hearingBy: '2026-04-29' },
    });
    const summary = licensingEffects.apply({ ...asked, file: { ...file, kind: 'summary' } });
    expect(summary.set.hearingBy).toBe('2026-03-12');
  });
});

describe('needs', () => {
  test('a licence, and of a summary review a certificate of the police', () => {
    expect(unmet('draft', 'apply', { file: { ...file, licenceNumber: null } })).toEqual(['licence-known']);
    const summary = { ...file, kind: 'summary' } as const;
    expect(unmet('draft', 'apply', { file: summary })).toEqual(['certificate-given']);
    const certificate = 'A superintendent, on 1 March';
    expect(unmet('draft', 'apply', { file: summary, input: { certificate, applicant: 'fire' } })).toEqual([
      'certificate-given',
    ]);
    expect(unmet('draft', 'apply', { file: summary, input: { certificate, applicant: 'police' } })).toEqual(
      [],
    );
    expect(unmet('applied', 'take-interim-steps', {})).toEqual(['is-summary']);
  });
  test('representations while they are open, the hearing after them and in time', () => {
    const advertised: Licensing = {
      ...{ ...file, status: 'advertised', appliedOn: '2026-03-02', advertisedOn: '2026-03-03' },
      ...{ representationsUntil: '2026-03-30', hearingBy: '2026-04-29' },
    };
    expect(unmet('advertised', 'record-representation', { file: advertised, on: '2026-03-30' })).toEqual([]);
    expect(unmet('advertised', 'record-representation', { file: advertised, on: '2026-03-31' })).toEqual([
      'in-representation-time',
    ]);
    const hearing = (hearingOn: string) =>
      unmet('advertised', 'set-hearing', { file: advertised, input: { hearingOn } });
    expect(hearing('2026-03-30')).toEqual(['hearing-after-representations']);
    expect(hearing('2026-03-31')).toEqual([]);
    expect(hearing('2026-04-30')).toEqual(['hearing-in-time']);
  });
  test('a decision is whole: what stands alone stands alone, a suspension has its last day, conditions their words', () => {
    const heard = { ...file, status: 'hearing', hearingOn: '2026-03-02' } as const;
    const decided = (input: LicensingFacts['input'], set: LicensingFacts['periods'] = periodsInUse([])) =>
      unmet('hearing', 'decide', { file: heard, input, periods: set });
    expect(decided({ outcomes: [] })).toEqual(['decision-whole']);
    expect(decided({ outcomes: ['nothing', 'suspend'], until: '2026-04-01' })).toEqual(['decision-whole']);
    expect(decided({ outcomes: ['revoke', 'conditions'], conditions: 'x' })).toEqual(['decision-whole']);
    expect(decided({ outcomes: ['suspend'] })).toEqual(['decision-whole']);
    expect(decided({ outcomes: ['conditions'] })).toEqual(['decision-whole']);
    expect(decided({ outcomes: ['revoke'], until: '2026-04-01' })).toEqual(['decision-whole']);
    for (const code of ['revoke', 'nothing', 'supervisor'] as const)
      expect(decided({ outcomes: [code] })).toEqual([]);
    expect(decided({ outcomes: ['suspend', 'conditions'], until: '2026-12-01', conditions: 'CCTV' })).toEqual(
      [],
    );
    // With a longest suspension of three months in use.
    const three = periodsInUse([own('suspension', 3)]);
    expect(decided({ outcomes: ['suspend'], until: '2026-06-02' }, three)).toEqual([]);
    expect(decided({ outcomes: ['suspend'], until: '2026-06-03' }, three)).toEqual(['decision-whole']);
    expect(
      unmet('hearing', 'decide', {
        file: { ...heard, hearingOn: '2026-03-03' },
        input: { outcomes: ['revoke'] },
      }),
    ).toEqual(['was-heard']);
  });
  test('an appeal in its time, and nothing takes effect before that is over', () => {
    const decided = {
      ...file,
      status: 'decided',
      decidedOn: '2026-03-02',
      appealUntil: '2026-03-22',
    } as const;
    for (const [on, appeal, effect] of [
      ['2026-03-22', [], ['appeal-time-over']],
      ['2026-03-23', ['in-appeal-time'], []],
    ] as const) {
      expect(unmet('decided', 'record-appeal', { file: decided, on })).toEqual(appeal);
      expect(unmet('decided', 'take-effect', { file: decided, on })).toEqual(effect);
    }
    const appealed = { ...decided, status: 'appealed' } as const;
    const court = (input: LicensingFacts['input']) =>
      unmet('appealed', 'decide-appeal', { file: appealed, input });
    expect(court({ result: 'dismissed' })).toEqual([]);
    expect(court({ result: 'changed' })).toEqual(['decision-whole']);
    expect(court({ result: 'changed', outcomes: ['nothing'] })).toEqual([]);
    expect(court({ result: 'sent-back' })).toEqual(['decision-whole']);
    const back = licensingEffects['decide-appeal'](
      facts({ file: appealed, input: { result: 'sent-back', hearingOn: '2026-05-01' } }),
    );
    expect(back.set).toMatchObject({ status: 'hearing', hearingOn: '2026-05-01' });
  });
});

test('papers say what stands in the file, and no address that must stay hidden', async () => {
  const whole = {
    ...file,
    applicant: 'police',
    grounds: ['public-safety'],
    caseWords: 'Fights at night',
    appliedOn: '2026-03-02',
  };
  const evidence = [{ onDay: '2026-02-01', words: 'Alcohol was sold to a child: test purchase TA-1' }];
  for (const kind of licensingPapers) {
    const parts = { kind, evidence, officer: 'An Officer', asAt: file.madeAt };
    const shown = licensingPaperOf({ ...parts, file: { ...whole, outcomes: ['revoke'] } });
    await expectPaper(shown, ['1 Quay', file.reference, file.tradingName]);
    const hidden = JSON.stringify(
      licensingPaperOf({ ...parts, file: { ...whole, address: null, postcode: null } }),
    );
    expect(hidden).not.toContain('1 Quay');
    expect(hidden).not.toContain('QM1');
  }
  const notice = JSON.stringify(
    licensingPaperOf({ kind: 'notice', evidence, officer: 'An Officer', asAt: file.madeAt, file: whole }),
  );
  // What the public reads on the notice holds no evidence and no case.
  expect(notice).not.toContain('TA-1');
  expect(notice).not.toContain('Fights');
});
