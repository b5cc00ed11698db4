/**
 * What somebody does on a day of action and the power it needs, and what can come of a stop, by date. `generalKnowledge` names what was
 * not found in a source: confirm it before it is relied on.
 */
interface Dated {
  validFrom: string;
  validTo: string | null;
  marking: 'verified' | 'general-knowledge' | 'proposal';
  source: string;
}
export interface OperationPart extends Dated {
  code: string;
  name: string;
  /** Any of these powers, held for the place on the day; none where it is for everybody. */
  powers: readonly string[];
  legalBasis: string;
}
const since = { validFrom: '2015-01-01', validTo: null } as const;

export const operationParts: readonly OperationPart[] = [
  {
    ...since,
    code: 'stop-vehicles',
    name: 'Stop vehicles',
    powers: ['vehicle.stop'],
    legalBasis:
      'Road Traffic Act 1988 s.163 (a constable in uniform); by accreditation Police Reform Act 2002 Sch 5',
    marking: 'general-knowledge',
    source: 'CSAS',
  },
  {
    ...since,
    code: 'issue-penalties',
    name: 'Issue fixed penalties',
    powers: ['fpn.waste-carrier-registration', 'fpn.household-waste-duty', 'fpn.fly-tipping'],
    legalBasis:
      'Control of Pollution (Amendment) Act 1989 s.5B; Environmental Protection Act 1990 ss.33ZA and 34ZA',
    marking: 'verified',
    source: 'Thurrock',
  },
  {
    ...since,
    code: 'check-papers',
    name: 'Look at licences and transfer notes',
    powers: [],
    legalBasis: 'Anybody who is asked to: no power of their own is used',
    marking: 'proposal',
    source: 'product',
  },
  {
    ...since,
    code: 'keep-record',
    name: 'Keep the record of the day',
    powers: [],
    legalBasis: 'Anybody who is asked to',
    marking: 'proposal',
    source: 'product',
  },
];

/** What can come of a stop; an offence where a fixed penalty is known for it, whose amount follows from the day of the stop. */
export interface StopResult extends Dated {
  code: string;
  name: string;
  offence: string | null;
}
const result = (code: string, name: string, offence: string | null = null): StopResult => ({
  ...since,
  ...{ code, name, offence, marking: 'proposal', source: 'product' },
});
export const stopResults: readonly StopResult[] = [
  result('in-order', 'All in order'),
  result('advised', 'Advised'),
  result(
    'registration-not-produced',
    'Waste-carrier registration not produced',
    'waste-carrier-registration',
  ),
  result('duty-of-care', 'Householder’s duty of care not kept', 'household-waste-duty'),
  result('reported-to-police', 'Handed to the police'),
];

/** The rows that hold on a day. */
export const rowsOn = <Row extends Dated>(rows: readonly Row[], day: string): readonly Row[] =>
  rows.filter((row) => row.validFrom <= day && (row.validTo === null || day <= row.validTo));
