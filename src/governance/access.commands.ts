import { exemptions } from '../../reference/exemptions.ts';
import { accessTermOn } from '../../reference/subject-access.ts';
import { addEvent, keepEdition } from '../enforcement/index.ts';
import { askUnit, enquiriesAbout, wordsGiven, writtenAs } from '../intelligence/index.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import { accessDue } from './access.clock.ts';
import { accessBundle, accessLetter, accessSchedule, refusalLetter } from './access.documents.ts';
import type { AccessInput, DecisionInput } from './access.forms.ts';
import { redacted, standsIn } from './access.redact.ts';
import {
  type Access,
  type AccessChange,
  accessItems,
  beginPause,
  changeAccess,
  decideItem,
  endPause,
  findAccess,
  gather,
  holdAccess,
  keepAccess,
  keepGathered,
  pausesOf,
} from './access.store.ts';
import { type AccessAction, type AccessLine, accessLineFor } from './access.transitions.ts';

/** A request to the viewer's agency; noted in the audit by its id. */
export async function openAccess(work: Work, id: string): Promise<Result<Access>> {
  const found = await findAccess(work, id);
  if (!found) return notFound;
  about(work, 'subject-access', found.id);
  return ok(found);
}
const movedOn = stale(
  'Somebody changed this request while you had it open. Look at what they did, then try again.',
);

/** Whom and what stands for the person: by these, records are found here and asked about on the intelligence side. */
const subjectsOf = (given: Pick<Access, 'name' | 'dateOfBirth' | 'phone' | 'email'>) => [
  { kind: 'person' as const, label: given.name, more: given.dateOfBirth },
  ...(given.phone ? [{ kind: 'phone' as const, label: given.phone, more: '' }] : []),
  ...(given.email ? [{ kind: 'email' as const, label: given.email, more: '' }] : []),
];
/** What is the person's own, however it is written: it is not taken out of what they are given. */
const ownOf = (file: Access): string[] => [file.name, ...file.keys.map(({ value }) => value)];

/** Writes down that somebody asked for their own data. */
export async function receiveAccess(work: Work, input: AccessInput): Promise<Result<Access>> {
  if (input.receivedOn > work.clock.today())
    return invalid({ field: 'receivedOn', words: 'The day it came cannot be in the future' });
  if (input.dateOfBirth >= input.receivedOn)
    return invalid({ field: 'dateOfBirth', words: 'The date of birth must lie before the request' });
  const keyed = keysOf(input);
  if (!keyed.ok) return keyed;
  const keys = keyed.value;
  const id = work.ids.next();
  await keepAccess(work, { ...input, id, keys, reference: work.ids.reference('SA') });
  const found = await openAccess(work, id);
  if (found.ok) await addEvent(work, 'access', found.value, { kind: 'received', words: 'Received' });
  return found;
}

/** The exact keys by which records of somebody are found; a number or address that is none is said at its field. */
export function keysOf(
  input: Pick<Access, 'name' | 'dateOfBirth' | 'phone' | 'email'>,
): Result<{ kind: string; value: string }[]> {
  const keys = subjectsOf(input).flatMap((named) => {
    const { keyKind: kind, keyValue: value } = writtenAs(named);
    return kind && value ? [{ kind, value }] : [];
  });
  const missing = [
    input.phone &&
      !keys.some(({ kind }) => kind === 'phone') && {
        field: 'phone',
        words: 'Enter a telephone number, like 01632 960001',
      },
    input.email &&
      !keys.some(({ kind }) => kind === 'email') && {
        field: 'email',
        words: 'Enter an e-mail address, like name@example.com',
      },
  ].filter((one) => typeof one === 'object');
  return missing.length > 0 ? invalid(...missing) : ok(keys);
}

interface StepInput {
  accessId: string;
  action: AccessAction;
  version: number;
  words: string;
  onDay?: string | undefined;
}
type Step = (work: Work, file: Access, input: StepInput) => Promise<Result<Omit<AccessChange, 'status'>>>;

async function answered(work: Work, file: Access): Promise<Result<Omit<AccessChange, 'status'>>> {
  const items = await accessItems(work, file.id);
  const open = items.filter(({ decision }) => decision === null);
  if (open.length > 0)
    return refusedByRule(
      'access.undecided',
      `${open.length} ${open.length === 1 ? 'thing is' : 'things are'} not decided yet.`,
      'Say of each whether it is given.',
    );
  const waiting = (await enquiriesAbout(work, file.id)).find(({ consideredOn }) => consideredOn === null);
  if (waiting)
    return refusedByRule(
      'access.unit',
      `The intelligence unit considers it in the round of ${dayWords(waiting.answersOn)}.`,
      'Wait for the round: it is the same for every request.',
    );
  const asAt = work.clock.now();
  const given = items
    .filter(({ decision }) => decision === 'give')
    .map(({ given: words, kind, onDay }) => ({ words, kind, onDay }));
  const parts = { file, given, asAt, fromUnit: await wordsGiven(work, file.id) };
  for (const [kind, document] of [
    ['letter', accessLetter(parts)],
    ['bundle', accessBundle(parts)],
    [
      'schedule',
      accessSchedule(
        file,
        items.filter(({ decision }) => decision === 'withhold'),
        asAt,
      ),
    ],
  ] as const)
    await keepEdition(work, 'access', file, { kind, document, showsAddress: false });
  return ok({ endedOn: work.clock.today() });
}

/** What each step does besides moving the request on. */
const steps: Readonly<Record<AccessAction, Step>> = {
  identify: async (work, file, { words, onDay }) => {
    const identityOn = onDay ?? work.clock.today();
    return identityOn > work.clock.today() || identityOn < file.receivedOn
      ? invalid({ field: 'onDay', words: 'The day lies between the request and today' })
      : ok({ identityOn, identityHow: words });
  },
  ask: async (work, file, { words }) => {
    await beginPause(work, file.id, words);
    return ok({});
  },
  clarified: async (work, file) => {
    await endPause(work, file.id);
    return ok({});
  },
  extend: async (work, file) => {
    const today = work.clock.today();
    if (file.extendedOn)
      return refusedByRule(
        'access.extended',
        'It was extended already, and can be once.',
        'Answer it by its day.',
      );
    const term = accessTermOn('extension', file.regime, today);
    if (!term)
      return refusedByRule(
        'access.no-extension',
        'The law of today knows no extension.',
        'Answer it by its day.',
      );
    if (file.dueOn && today > file.dueOn)
      return refusedByRule('access.late', 'Its time is over: notice comes before that.', 'Answer it now.');
    return ok({ extendedOn: today });
  },
  gather: async (work, file) => {
    const own = ownOf(file);
    const found = await gather(work, file.id);
    await keepGathered(
      work,
      file.id,
      found.map((one) => ({
        ...one,
        // What may be somebody else's is not proposed: whoever decides writes what is given.
        given: one.byKey ? redacted(one.words, { others: one.others, own }) : '',
      })),
    );
    work.note.detail.items = found.length;
    const asked = await askUnit(work, {
      file: { id: file.id, reference: file.reference },
      about: 'Somebody who asks for their own data',
      subjects: subjectsOf(file),
    });
    return asked.ok || (asked.failure.kind === 'refused-by-rule' && asked.failure.rule === 'enquiry.no-unit')
      ? ok({})
      : asked;
  },
  answer: answered,
  refuse: async (work, file) => {
    const document = refusalLetter({ file, asAt: work.clock.now() });
    await keepEdition(work, 'access', file, { kind: 'letter', document, showsAddress: false });
    return ok({ endedOn: work.clock.today() });
  },
};

/** The clock as it stands after a step. */
async function dueAfter(work: Work, file: Access, set: Omit<AccessChange, 'status'>) {
  const due = accessDue(
    {
      ...{ regime: file.regime, receivedOn: file.receivedOn },
      identityOn: set.identityOn ?? file.identityOn,
      extendedOn: set.extendedOn ?? file.extendedOn,
      pauses: await pausesOf(work, file.id),
    },
    work.clock.today(),
  );
  return due ? { dueOn: due.dueOn, dueWhy: due.why } : {};
}

const wordsMissing = (line: AccessLine, { words }: StepInput) =>
  line.words && words.length < 3
    ? invalid({ field: 'words', words: `Enter this: ${line.words.label.toLowerCase()}` })
    : undefined;

/** Takes one step of the table. */
export async function stepAccess(work: Work, input: StepInput): Promise<Result<Access>> {
  await holdAccess(work, input.accessId);
  const found = await openAccess(work, input.accessId);
  if (!found.ok) return found;
  const file = found.value;
  const line = accessLineFor(file.status, input.action);
  if (!line || file.version !== input.version) return movedOn;
  const missing = wordsMissing(line, input);
  if (missing) return missing;
  const set = await steps[input.action](work, file, input);
  if (!set.ok) return set;
  const due = await dueAfter(work, file, set.value);
  if (!(await changeAccess(work, file, { ...set.value, ...due, status: line.to }))) return movedOn;
  const reason = input.words || undefined;
  await addEvent(work, 'access', file, { kind: input.action, words: line.past, reason });
  work.note.detail.action = input.action;
  return openAccess(work, file.id);
}

/** Says of one thing whether it is given, and in which words, or under which exemption it is left out. */
export async function decideAccessItem(
  work: Work,
  input: DecisionInput & { accessId: string; accessItemId: string },
): Promise<Result<Access>> {
  await holdAccess(work, input.accessId);
  const found = await openAccess(work, input.accessId);
  if (!found.ok) return found;
  const file = found.value;
  const item = (await accessItems(work, file.id)).find(({ id }) => id === input.accessItemId);
  if (!item) return notFound;
  if (file.status !== 'gathered') return movedOn;
  const isGiven = input.decision === 'give';
  const stands = isGiven && standsIn(input.given, { others: item.others, own: ownOf(file) });
  if (stands)
    return invalid({
      field: 'given',
      words: `“${stands}” is about somebody else, or a number that is not the person’s own: take it out`,
    });
  const exemption = exemptions.find(({ code }) => code === input.exemption);
  if (!isGiven && exemption?.regime !== file.regime)
    return invalid({ field: 'exemption', words: 'This exemption belongs to the other part of the law' });
  const done = await decideItem(
    work,
    { id: item.id, version: input.version },
    {
      ...{ decision: input.decision, reason: input.reason },
      given: isGiven ? input.given : '',
      exemption: isGiven ? '' : (input.exemption ?? ''),
    },
  );
  return done ? found : movedOn;
}
