import { createHash } from 'node:crypto';
import { listServices } from '../directory/index.ts';
import type { Block, PrintedDocument } from '../platform/documents/model.ts';
import { facts, heading } from '../platform/documents/model.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { instantWords } from '../platform/ui/index.ts';
import { readAgenda } from './agenda.queries.ts';
import { findMeeting, type Meeting } from './meeting.store.ts';
import { correctPart, type FrozenPart, freezeParts, listParts } from './minutes.store.ts';
import { assembled, minutesOf, partsOf } from './minutes.ts';
import { mayRunMeeting } from './tasking.policy.ts';

/**
 * Writes the minutes of a meeting that was just closed: what the closer may see at once, in the same transaction; the
 * items that they may not see are written by the worker, who may see all.
 */
export async function freezeMinutes(work: Work, meetingId: string): Promise<void> {
  const agenda = await readAgenda(work, meetingId);
  const meeting = agenda.ok ? agenda.value.meeting : undefined;
  if (!agenda.ok || !meeting?.closedAt) return;
  await freezeParts(
    work,
    { id: meetingId, closedAt: meeting.closedAt },
    partsOf(agenda.value, await listServices(work.db)),
  );
  if (work.viewer.kind === 'officer') await enqueue(work.db, 'freeze-minutes', { meetingId });
}

/** One edition of the minutes as a reader sees them: as closed, or after a correction of something they may read. */
export interface MinutesEdition {
  number: number;
  at: Date;
  byName: string | null;
  reason: string | null;
}
/** A line of frozen minutes that can be corrected. */
export interface MinutesLine {
  /** Piece, its version, block and line: what a correction names. */
  id: string;
  text: string;
}
export interface MinutesView {
  meeting: Meeting;
  paper: PrintedDocument;
  /** Oldest first; empty while the minutes are still made from the records. */
  editions: readonly MinutesEdition[];
  number: number;
  /** Of what this reader may see of the edition; others see other items and another sum. */
  sha256: string | null;
  /** What may be corrected by this viewer; empty on an earlier edition. */
  lines: readonly MinutesLine[];
}

function editionsOf(parts: readonly FrozenPart[]): MinutesEdition[] {
  const instants = [...new Set(parts.map((part) => part.madeAt.getTime()))].sort((a, b) => a - b);
  return instants.map((instant, index) => {
    const part = parts.find(({ madeAt, version }) => madeAt.getTime() === instant && version > 1) ?? parts[0];
    return {
      number: index + 1,
      at: new Date(instant),
      byName: part?.madeByName ?? null,
      reason: index === 0 ? null : (part?.reason ?? null),
    };
  });
}

/** The pieces as they stood at an instant: the latest version of each. */
function asAt(parts: readonly FrozenPart[], at: Date): FrozenPart[] {
  const latest = new Map<string, FrozenPart>();
  for (const part of parts) if (part.madeAt <= at) latest.set(part.key, part);
  return [...latest.values()];
}

const linesOf = (parts: readonly FrozenPart[]): MinutesLine[] =>
  parts.flatMap((part) =>
    part.blocks.flatMap((block, at) => {
      const id = (line: number) => [part.key, part.version, at, line].join('|');
      if (block.kind === 'facts')
        return block.rows.map((row, line) => ({ id: id(line), text: `${row.key}: ${row.value}` }));
      if (block.kind === 'paragraph') return [{ id: id(0), text: block.text }];
      return block.kind === 'list' ? block.items.map((text, line) => ({ id: id(line), text })) : [];
    }),
  );

/** The minutes: from the records until the meeting is over, from then on as they were written down. */
export async function readMinutes(
  work: Work,
  meetingId: string,
  number?: number,
): Promise<Result<MinutesView>> {
  const meeting = await findMeeting(work, meetingId);
  if (!meeting) return notFound;
  about(work, 'meeting', meetingId);
  const parts = meeting.status === 'closed' ? await listParts(work, meetingId) : [];
  if (parts.length === 0) {
    const agenda = await readAgenda(work, meetingId);
    if (!agenda.ok) return agenda;
    const paper = minutesOf(agenda.value, await listServices(work.db), work.clock.now());
    return number === undefined
      ? ok({ meeting, paper, editions: [], number: 0, sha256: null, lines: [] })
      : notFound;
  }
  const editions = editionsOf(parts);
  const edition = number === undefined ? editions.at(-1) : editions[number - 1];
  if (!edition) return notFound;
  const shown = asAt(parts, edition.at);
  const sums = shown.map((part) => `${part.key} ${part.sha256}`).sort();
  const sha256 = createHash('sha256').update(sums.join('\n')).digest('hex');
  const isLatest = edition.number === editions.length;
  return ok({
    meeting,
    paper: assembled(shown, { meeting, asAt: edition.at, last: written(editions, edition, sha256) }),
    editions,
    number: edition.number,
    sha256,
    lines: isLatest && mayRunMeeting(work.viewer, meeting) ? linesOf(shown) : [],
  });
}

/** What the paper says of itself. */
const written = (editions: readonly MinutesEdition[], edition: MinutesEdition, sha256: string): Block[] => [
  heading(2, 'These minutes'),
  facts([
    { key: 'Version', value: `${edition.number} of ${editions.length}` },
    ...editions.slice(1, edition.number).map(({ number, at, byName, reason }) => ({
      key: `Version ${number}`,
      value: `Corrected ${instantWords(at)}${byName ? ` by ${byName}` : ''}: ${reason ?? ''}`,
    })),
    { key: 'Check sum', value: sha256 },
  ]),
];

/** Minutes that the viewer may correct: written down, of a meeting they run. */
export async function minutesToCorrect(work: Work, meetingId: string): Promise<Result<MinutesView>> {
  const view = await readMinutes(work, meetingId);
  if (!view.ok) return view;
  const { meeting, editions } = view.value;
  if (!mayRunMeeting(work.viewer, meeting))
    return refusedByRule(
      'meeting.chair',
      'Only those who chair or co-ordinate this meeting correct its minutes.',
      `Ask ${meeting.chairName ?? 'the chair'}.`,
    );
  return editions.length > 0
    ? view
    : refusedByRule(
        'minutes.not-frozen',
        'These minutes are still made from the records.',
        'Correct the record itself; the minutes are written when the meeting is closed.',
      );
}

/** Corrects one line of frozen minutes. What stood there stays readable in the version before. */
export async function correctMinutes(
  work: Work,
  input: { meetingId: string; line: string; words: string; reason: string },
): Promise<Result<{ number: number }>> {
  const view = await minutesToCorrect(work, input.meetingId);
  if (!view.ok) return view;
  const { lines } = view.value;
  if (!lines.some(({ id }) => id === input.line)) {
    const [key] = input.line.split('|');
    return lines.some(({ id }) => id.startsWith(`${key}|`))
      ? stale('Somebody corrected this a moment ago. Look again.')
      : invalid({ field: 'line', words: 'Choose the line that is wrong' });
  }
  const [key = '', , block = '', item = ''] = input.line.split('|');
  const part = asAt(await listParts(work, input.meetingId), work.clock.now()).find(
    (each) => each.key === key,
  );
  if (!part) return notFound;
  const saved = await correctPart(work, input.meetingId, part, {
    blocks: part.blocks.map((each, at) =>
      at === Number(block) ? withLine(each, Number(item), input.words) : each,
    ),
    reason: input.reason,
    officerId: officerOf(work).officerId,
  });
  if (!saved) return stale('Somebody corrected this a moment ago. Look again.');
  const after = await readMinutes(work, input.meetingId);
  return after.ok ? ok({ number: after.value.number }) : after;
}

function withLine(block: Block, line: number, words: string): Block {
  if (block.kind === 'facts')
    return {
      ...block,
      rows: block.rows.map((row, at) =>
        // The key stays: what was typed may begin with it, since the list of lines shows it.
        at === line ? { ...row, value: words.replace(`${row.key}: `, '') } : row,
      ),
    };
  if (block.kind === 'paragraph') return { ...block, text: words };
  if (block.kind === 'list')
    return { ...block, items: block.items.map((item, at) => (at === line ? words : item)) };
  return block;
}
