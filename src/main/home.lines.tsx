import type { Lapsing } from '../enforcement/index.ts';
import type { Day as DayText } from '../platform/clock/clock.ts';
import { Day, Deadline } from '../platform/ui/index.ts';
import type { Task } from '../tasking/index.ts';
import type { HomeLine } from './home-register.tsx';

/** A task with what it waits for. */
export const taskLine =
  (today: DayText) =>
  (task: Task): HomeLine => ({
    href: `/tasks/${task.id}`,
    text: task.title,
    dueOn: task.dueOn,
    next: task.status === 'set' ? 'Accept or refuse it' : 'Give the result',
    about: (
      <>
        {task.status === 'set' ? 'Accept or refuse' : 'Give the result'}:{' '}
        <Deadline due={task.dueOn} today={today} />
      </>
    ),
  });

/** A file of enforcement by what it is about, with what waits and since when. */
export const fileLine =
  (root: string, today: DayText) =>
  (file: {
    id: string;
    reference: string;
    about: string;
    why: string;
    dueOn?: DayText | null;
  }): HomeLine => ({
    href: `/${root}/${file.id}`,
    text: `${file.about} (${file.reference})`,
    about: file.dueOn ? [`${file.why}: `, <Deadline due={file.dueOn} today={today} />] : file.why,
    dueOn: file.dueOn,
    next: file.why,
  });

/** What ends for one person on one day stands in one line. */
export function powerLines(powers: readonly Lapsing[], today: DayText): HomeLine[] {
  const groups = Map.groupBy(powers, ({ officerId, endsOn }) => `${officerId} ${endsOn ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const what = group.map((one) => one.what.replace('fpn.', 'notices for ').replaceAll('-', ' '));
    const { endsOn } = first;
    return [
      {
        href: `/teams/powers#officer-${first.officerId}`,
        text: first.officerName,
        about: [
          endsOn
            ? [endsOn <= today ? 'Ended on ' : 'Ends on ', <Day day={endsOn} />]
            : 'Not known whether it holds',
          `: ${what.join(', ')}`,
        ],
      },
    ];
  });
}
