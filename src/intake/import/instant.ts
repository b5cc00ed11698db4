/** Milliseconds by which a zone's wall clock is ahead of UTC at about an instant. */
export type Offset = (utc: Date) => number;

/** Made once a file: a formatter is dear to make and cheap to use. */
export function offsetIn(timeZone: string): Offset {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const byHour = new Map<number, number>();
  return (utc) => {
    const hour = Math.floor(utc.getTime() / 3_600_000);
    const known = byHour.get(hour);
    if (known !== undefined) return known;
    const start = new Date(hour * 3_600_000);
    const offset = Date.parse(`${format.format(start).replace(' ', 'T')}Z`) - start.getTime();
    byHour.set(hour, offset);
    return offset;
  };
}

/** Which part of 03/04/2026 is the day. */
export type DateOrder = 'dmy' | 'mdy';

export interface DateReading {
  offset: Offset;
  /** Undefined: days are only read where they are written as ISO. */
  order: DateOrder | undefined;
  /** Makes a day of a spreadsheet's count of days; undefined where it is none. */
  fromCount(count: number): string | undefined;
}

const slashed =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([ap]m)?)?$/i;
/** Days since 1900 between 1954 and 2119: nothing else that stands in a column of days looks like it. */
const countOfDays = /^[2-7]\d{4}(?:\.\d+)?$/;

/**
 * A day, or a day and time, as ISO, as 31/01/2026 09:30 in the order given, or as a spreadsheet's number. A time without a
 * zone is read by the offset. Null for anything else.
 */
export function readWhen(text: string, { offset, order, fromCount }: DateReading): Date | null {
  const iso = readInstant(text, offset);
  if (iso) return iso;
  if (countOfDays.test(text)) return readInstant(fromCount(Number(text)) ?? '', offset);
  const found = order && slashed.exec(text);
  if (!found) return null;
  const [, first = '', second = '', year, hour = '0', minute = '00', seconds = '00', half] = found;
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  const clock = clockHour(Number(hour), half?.toLowerCase());
  if (clock === undefined) return null;
  const two = (n: number | string): string => String(n).padStart(2, '0');
  return readInstant(`${year}-${two(month)}-${two(day)}T${two(clock)}:${minute}:${seconds}`, offset);
}

/** 12-hour clock to 24; undefined for an hour that no clock shows. */
function clockHour(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** True where a day and month could be either way round, so that an order has to be said. */
export const isSlashed = (text: string): boolean => slashed.test(text);

/** ISO dates and date-times; a time without a zone is read by the offset. Null for anything else. */
export function readInstant(text: string, offset: Offset): Date | null {
  const found =
    /^(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!found) return null;
  const [, year, month, day = '01', hour = '00', minute = '00', second = '00', zone] = found;
  const plain = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const utc = new Date(`${plain}Z`);
  // Catches 31 February: the parts must come back as they went in.
  if (Number.isNaN(utc.getTime()) || utc.toISOString().slice(0, 10) !== `${year}-${month}-${day}`)
    return null;
  if (!zone) return new Date(utc.getTime() - offset(utc));
  const zoned = new Date(`${plain}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`);
  return Number.isNaN(zoned.getTime()) ? null : zoned;
}
