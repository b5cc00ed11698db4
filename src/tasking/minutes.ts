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
import { agendaParts, agendaPartWords } from './meeting.words.ts';
import { type TaskStatus, taskStatusWords } from './task.words.ts';

type Services = readonly { id: string; name: string; agencyName: string }[];
const named = (services: Services, ids: readonly string[]): string[] =>
  services.filter((s) => ids.includes(s.id)).map((s) => `${s.name}, ${s.agencyName}`);

/** The minutes as a paper, from the same records as the page, holding what this reader may see. */
export function minutesOf(agenda: Agenda, services: Services, now: Date): PrintedDocument {
  const { meeting, next, present } = agenda;
  const isHeld = meeting.status === 'closed';
  return {
    title: `${meeting.seriesName}: ${isHeld ? 'minutes' : 'agenda'}, ${dayWords(meeting.heldOn)}`,
    // A personal item makes the whole paper sensitive, whoever prints it.
    marking: agenda.entries.some((entry) => entry.isPersonal) ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    author: meeting.seriesName,
    asAt: isHeld ? (meeting.closedAt ?? now) : now,
    blocks: [
      facts([
        { key: 'Held', value: `${dayWords(meeting.heldOn)} at ${meeting.startsAt}, ${meeting.place}` },
        { key: 'Chair', value: meeting.chairName ?? 'Not named' },
        { key: 'Present', value: named(services, present).join('; ') || 'Not recorded' },
        { key: 'Next meeting', value: next ? dayWords(next.heldOn) : 'Not arranged' },
        { key: 'Reference', value: meeting.reference },
        ...(meeting.closedAt ? [{ key: 'Minutes closed', value: instantWords(meeting.closedAt) }] : []),
      ]),
      ...agendaParts.flatMap((part): Block[] => {
        const entries = agenda.entries.filter((entry) => entry.part === part);
        if (entries.length === 0) return [];
        return [
          heading(2, agendaPartWords[part]),
          ...(part === 'return' ? [returnsTable(agenda)] : entries.flatMap(entryBlocks)),
        ];
      }),
      ...(agenda.otherDecisions.length > 0
        ? [heading(2, 'Other decisions'), list(agenda.otherDecisions.map((d) => `Decided: ${d.words}`))]
        : []),
      ...taskBlocks(agenda),
    ],
  };
}

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

function taskBlocks(agenda: Agenda): Block[] {
  const set = agenda.decisions.filter((d) => d.taskId !== null && d.taskReference !== null);
  if (set.length === 0) return [];
  return [
    heading(2, 'Tasks set'),
    table(
      [
        { heading: 'Task' },
        { heading: 'What', width: 3 },
        { heading: 'Whose', width: 2 },
        { heading: 'Due', width: 1.3 },
        { heading: 'State', width: 1.2 },
      ],
      set.map((d) => [
        d.taskReference ?? '',
        d.taskTitle ?? '',
        d.taskService ?? '',
        d.taskDueOn ? dayWords(d.taskDueOn) : '',
        d.taskStatus && d.taskStatus in taskStatusWords ? taskStatusWords[d.taskStatus as TaskStatus] : '',
      ]),
    ),
  ];
}
