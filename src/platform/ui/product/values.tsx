const zone = 'Europe/London';
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const instantDayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: zone,
});
const clockFormat = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: zone,
});
const poundFormat = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const wholePoundFormat = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});
const millisecondsInDay = 86_400_000;

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Words as they stand within a sentence: “Serve the notice” is “serve the notice”. */
export const inSentence = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** A day in words: "4 January 2027". Takes a day as YYYY-MM-DD, which has no time zone to get wrong. */
export function dayWords(day: string): string {
  return dayFormat.format(midnight(day));
}

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The month of a day in words: "January 2027". */
export function monthWords(day: string): string {
  return monthFormat.format(midnight(day));
}

/** An instant in words, by the clock in London: "4 January 2027 at 3:05pm". */
export function instantWords(at: Date): string {
  return `${instantDayFormat.format(at)} at ${clockWords(at)}`;
}

function clockWords(at: Date): string {
  const [hours = '0', minutes = '00'] = clockFormat.format(at).split(':');
  const hour = Number(hours);
  if (hour === 0 && minutes === '00') return 'midnight';
  if (hour === 12 && minutes === '00') return 'midday';
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return `${shown}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** Pence in pounds: "£1,234.50", and "£70" when there are no odd pence. */
export function moneyWords(pence: number | bigint): string {
  const amount = Number(pence);
  return (amount % 100 === 0 ? wholePoundFormat : poundFormat).format(amount / 100);
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnight(to).getTime() - midnight(from).getTime()) / millisecondsInDay);
}

/** How far off a deadline is: "due in 3 days", "due tomorrow", "2 days late". */
export function deadlineWords(due: string, today: string): string {
  const days = daysBetween(today, due);
  if (days === 0) return 'due today';
  if (days === 1) return 'due tomorrow';
  if (days > 1) return `due in ${days} days`;
  return days === -1 ? '1 day late' : `${-days} days late`;
}

/** An amount of money, given in pence. */
export function Money({ pence }: { readonly pence: number | bigint }) {
  return <span class="bw-money">{moneyWords(pence)}</span>;
}

/** Props of {@link Day}. */
export interface DayProps {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Puts the weekday before it, for meetings and visits. */
  readonly weekday?: boolean | undefined;
}

/** A calendar day. */
export function Day({ day, weekday }: DayProps) {
  return (
    <time datetime={day}>
      {weekday ? `${weekdayFormat.format(midnight(day))} ` : ''}
      {dayWords(day)}
    </time>
  );
}

/** A moment, by the clock in London. */
export function Instant({ at }: { readonly at: Date | string }) {
  const moment = typeof at === 'string' ? new Date(at) : at;
  return <time datetime={moment.toISOString()}>{instantWords(moment)}</time>;
}

/** Props of {@link Deadline}. */
export interface DeadlineProps {
  readonly due: string;
  readonly today: string;
  /** Met: the date alone is shown. */
  readonly isDone?: boolean | undefined;
}

/** A deadline with how far off it is, in words. Lateness is said, not only coloured. */
export function Deadline({ due, today, isDone }: DeadlineProps) {
  const isLate = !isDone && daysBetween(today, due) < 0;
  return (
    <span class={isLate ? 'bw-deadline bw-deadline--late' : 'bw-deadline'}>
      <Day day={due} />
      {isDone ? ' (done)' : ', '}
      {!isDone && <span class="bw-deadline__words">{deadlineWords(due, today)}</span>}
    </span>
  );
}
