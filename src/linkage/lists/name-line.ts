/** The line a person is known by: «Surname, forename» and separate fields alike as «Forename surname». Empty without a name. */
export function nameLine(fields: Readonly<Record<string, string | undefined>>): string {
  const whole = fields.name?.trim() || [fields.forename, fields.surname].filter(Boolean).join(' ');
  const [last, first, more] = whole.split(',').map((part) => part.trim());
  return first && last && more === undefined ? `${first} ${last}` : whole;
}
