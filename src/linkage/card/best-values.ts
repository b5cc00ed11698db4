import { dateShown, fieldLabel } from '../desk/compare.ts';
import type { Subject } from '../ledger/index.ts';
import { nameLine } from '../lists/name-line.ts';

/** One value of a field with the records that say it, the newest first. */
export interface HeldValue {
  value: string;
  heldBy: readonly Subject[];
}

/** A field of a person from all records that the viewer sees: the value most records say, and the others. */
export interface BestField {
  name: string;
  label: string;
  best: HeldValue;
  others: readonly HeldValue[];
}

const order = ['name', 'dateOfBirth', 'address', 'postcode', 'phone', 'email'];
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

function shown(name: string, text: string): string {
  if (name === 'dateOfBirth') return dateShown(text);
  if (name === 'postcode')
    return text
      .toUpperCase()
      .replace(/\s/g, '')
      .replace(/(\d[A-Z]{2})$/, ' $1');
  return text;
}

const newestFirst = (one: Subject, other: Subject): number =>
  other.receivedAt.getTime() - one.receivedAt.getTime() || (one.id < other.id ? -1 : 1);

/**
 * The values of a person, field by field. The best is what most records say, then what was told last; a value that more
 * agencies hold is likelier right than one that is merely newer. Nothing is chosen for anybody: the others stand beside it.
 */
export function bestValues(subjects: readonly Subject[]): BestField[] {
  const fieldsOf = ({ fields }: Subject): Record<string, string> => {
    const { forename: _f, surname: _s, ...rest } = fields;
    const name = nameLine(fields);
    return { ...rest, ...(name ? { name } : {}) };
  };
  const names = [...new Set(subjects.flatMap((subject) => Object.keys(fieldsOf(subject))))];
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names
    .sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))
    .flatMap((name): BestField[] => {
      const held = subjects.flatMap((subject) => {
        const text = fieldsOf(subject)[name]?.trim();
        return text ? [{ subject, value: shown(name, text) }] : [];
      });
      const groups = [...Map.groupBy(held, ({ value }) => plain(value)).values()].map(
        (same): HeldValue & { newest: Subject } => {
          const heldBy = same.map(({ subject }) => subject).sort(newestFirst);
          const [newest] = heldBy;
          const written = same.find(({ subject }) => subject === newest)?.value ?? '';
          return { value: written, heldBy, newest: newest ?? same[0]!.subject };
        },
      );
      const [best, ...others] = groups.sort(
        (one, other) => other.heldBy.length - one.heldBy.length || newestFirst(one.newest, other.newest),
      );
      return best ? [{ name, label: fieldLabel(name), best, others }] : [];
    });
}
