const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const typedDay = /^\s*(\d{1,2})(?:st|nd|rd|th)?[\s./,-]+(\d{1,2}|[a-z]{3,9})\.?[\s./,-]+(\d{4})\s*$/i;

/** A day as people here write it (27/3/2026, 27.3.2026, 27 March 2026) as `2026-03-27`; undefined for what is no day, or has two digits for its year. */
export function isoDay(typed: string): string | undefined {
  const [, day = '', month = '', year = ''] = typedDay.exec(typed) ?? [];
  if (!day) return undefined;
  const number = /^\d/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const iso = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}
