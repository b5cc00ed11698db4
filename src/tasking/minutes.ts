import {
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
  table,
} from '../platform/documents/model.ts';
import { dayWords, instantWords } from '../platform/ui/index.ts';
import type { Agenda, AgendaEntry } from './agenda.queries.ts';
import type { Decision } from './meeting.store.ts';
import { agendaParts, agendaPartWords } from './meeting.words.ts';
import { type TaskStatus, taskStatusWords } from './task.words.ts';

type Services = readonly { id: string; name: string; agencyName: string }[];
const named = (services: Services, ids: readonly string[]): string[] =>
  services.filter((s) => ids.includes(s.id)).map((s) => `${s.name}, ${s.agencyName}`);

/** A piece of the minutes that is shown to some and not to others, as a whole. */
export interface MinutesPart {
  /** The same for the same item in every version. */
  key: string;
  position: number;
  section: string | null;
  caseId: string | null;
  /** The task it is about, which not every reader of the meeting may see. */
  taskId: string | null;
  isPersonal: boolean;
  blocks: readonly Block[];
}

/** The minutes in pieces, from the same records as the page: each as far as this reader may see it. */
export function partsOf(agenda: Agenda, services: Services): MinutesPart[] {
  const { meeting, next, present } = agenda;
  const open = { section: null, caseId: null, taskId: null, isPersonal: false };
  const parts: Omit<MinutesPart, 'position'>[] = [
    {
      ...open,
      key: 'facts',
      blocks: [
        facts([
          { key: 'Held', value: `${dayWords(meeting.heldOn)} at ${meeting.startsAt}, ${meeting.place}` },
          { key: 'Chair', value: meeting.chairName ?? 'Not named' },
          { key: 'Present', value: named(services, present).join('; ') || 'Not recorded' },
          { key: 'Next meeting', value: next ? dayWords(next.heldOn) : 'Not arranged' },
          { key: 'Reference', value: meeting.reference },
          ...(meeting.closedAt ? [{ key: 'Minutes closed', value: instantWords(meeting.closedAt) }] : []),
        ]),
      ],
    },
  ];
  for (const part of agendaParts)
    for (const entry of agenda.entries.filter((each) => each.part === part))
      parts.push({
        key: entry.key,
        section: agendaPartWords[part],
        caseId: entry.item?.caseId ?? entry.task?.caseId ?? null,
        taskId: entry.task?.id ?? null,
        isPersonal: entry.isPersonal,
        blocks: part === 'return' ? [returnsTable(agenda)] : entryBlocks(entry),
      });
  for (const d of agenda.otherDecisions)
    parts.push({
      key: `decision-${d.id}`,
      section: 'Other decisions',
      caseId: d.caseId,
      taskId: null,
      isPersonal: d.isPersonal,
      blocks: [list([`Decided: ${d.words}`])],
    });
  for (const d of agenda.decisions.filter((each) => each.taskId !== null && each.taskReference !== null))
    parts.push({
      key: `set-${d.id}`,
      section: 'Tasks set',
      caseId: d.caseId,
      taskId: null,
      isPersonal: d.isPersonal,
      blocks: [taskTable(d)],
    });
  return parts.map((part, index) => ({ ...part, position: positionOf(part.section) + index }));
}

/** Far enough apart that the pieces of one section stay together, whoever wrote them down. */
const sections = [null, ...agendaParts.map((part) => agendaPartWords[part]), 'Other decisions', 'Tasks set'];
const positionOf = (section: string | null): number => sections.indexOf(section) * 1000;

/** Pieces as one paper, with a heading where a section begins and tables of one section as one table. */
export function assembled(
  parts: readonly MinutesPart[],
  paper: { meeting: Agenda['meeting']; asAt: Date; last?: readonly Block[] },
): PrintedDocument {
  const blocks: Block[] = [];
  let section: string | null = null;
  for (const part of [...parts].sort((a, b) => a.position - b.position || a.key.localeCompare(b.key))) {
    if (part.section !== section && part.section !== null) blocks.push(heading(2, part.section));
    const last = blocks.at(-1);
    const [first] = part.blocks;
    if (part.section === section && last?.kind === 'table' && first?.kind === 'table')
      blocks.splice(-1, 1, { ...last, rows: [...last.rows, ...first.rows] }, ...part.blocks.slice(1));
    else blocks.push(...part.blocks);
    section = part.section;
  }
  const { meeting } = paper;
  return {
    title: `${meeting.seriesName}: ${meeting.status === 'closed' ? 'minutes' : 'agenda'}, ${dayWords(meeting.heldOn)}`,
    // A personal item makes the whole paper sensitive, whoever prints it.
    marking: parts.some((part) => part.isPersonal) ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    author: meeting.seriesName,
    asAt: paper.asAt,
    blocks: [...blocks, ...(paper.last ?? [])],
  };
}

/** The minutes of a meeting that is not over, as the records make them now. */
export const minutesOf = (agenda: Agenda, services: Services, now: Date): PrintedDocument =>
  assembled(partsOf(agenda, services), {
    meeting: agenda.meeting,
    asAt: agenda.meeting.status === 'closed' ? (agenda.meeting.closedAt ?? now) : now,
  });

const returnsTable = (agenda: Agenda): Block =>
  table(
    [{ heading: 'Service', width: 3 }, { heading: 'Due' }, { heading: 'State' }],
    agenda.returns.map((r) => [
      `${r.serviceName}, ${r.agencyName}`,
      dayWords(r.dueOn),
      r.status === 'submitted' ? (r.isLate ? 'Received late' : 'Received') : r.isLate ? 'Late' : 'Open',
    ]),
  );

function entryBlocks(entry: AgendaEntry): Block[] {
  const { item, task } = entry;
  const about = task
    ? `${task.reference}. ${task.serviceName}, ${task.agencyName}. ${taskStatusWords[task.status]}. ${task.resultWords ?? task.refusedReason ?? task.expected}`
    : item?.caseId
      ? `Case ${item.caseReference}. ${item.caseSummary ?? ''} On it: ${item.caseServices ?? ''}.`
      : '';
  return [
    heading(3, entry.title),
    ...(about ? [paragraph(about)] : []),
    ...(entry.decisions.length > 0
      ? [list(entry.decisions.map((d) => `Decided: ${d.words}`))]
      : item?.kind === 'nomination' && item.status === 'deferred'
        ? [paragraph('Put off to the next meeting.')]
        : []),
  ];
}

const taskTable = (d: Decision): Block =>
  table(
    [
      { heading: 'Task' },
      { heading: 'What', width: 3 },
      { heading: 'Whose', width: 2 },
      { heading: 'Due', width: 1.3 },
      { heading: 'State', width: 1.2 },
    ],
    [
      [
        d.taskReference ?? '',
        d.taskTitle ?? '',
        d.taskService ?? '',
        d.taskDueOn ? dayWords(d.taskDueOn) : '',
        d.taskStatus && d.taskStatus in taskStatusWords ? taskStatusWords[d.taskStatus as TaskStatus] : '', // just found to be a key
      ],
    ],
  );
