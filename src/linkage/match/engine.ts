import type { Evidence, Explanation, ModelDocument } from '../core/index.ts';

/** A record under the engine's names of fields. */
export type Fields = Readonly<Record<string, string | undefined>>;

/** A model ready for use. Both are pure functions of the records and the model: no other record moves them. */
export interface OpenModel {
  /** Hashes under which the record is found as perhaps the same as another; keys that are too common are left out. */
  keysOf(fields: Fields): number[];
  /** How each of the others stands to the record. */
  judge(fields: Fields, others: readonly Fields[]): Explanation[];
}

const tidy = (text: string | undefined): string =>
  (text ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const nameOf = (fields: Fields): string[] =>
  tidy(fields.name ?? `${fields.forename ?? ''} ${fields.surname ?? ''}`)
    .split(' ')
    .filter(Boolean)
    .sort();
const digits = (text: string | undefined): string => (text ?? '').replace(/\D/g, '');
const dayOf = (text: string | undefined): string => digits(text).match(/../g)?.sort().join('') ?? '';

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}

/** A stand-in until the engine's own live model lands: fixed weights over a few fields. */
export function openModel(document: ModelDocument): OpenModel {
  const start = Math.log2(document.prior / (1 - document.prior));
  const evidence = (
    field: string,
    [left, right]: [string, string],
    isAlike: boolean,
    bits: [number, number],
  ): Evidence => ({
    field,
    left,
    right,
    words: !left || !right ? 'not given' : isAlike ? 'the same' : 'different',
    bits: !left || !right ? 0 : isAlike ? bits[0] : bits[1],
    oneIn: undefined,
  });
  const judge = (one: Fields, other: Fields): Explanation => {
    const names = [nameOf(one), nameOf(other)] as const;
    const shared = names[0].filter((name) => names[1].includes(name)).length;
    const parts = [
      evidence('name', [names[0].join(' '), names[1].join(' ')], shared >= 2, [9, shared === 1 ? 1 : -4]),
      evidence(
        'dateOfBirth',
        [one.dateOfBirth ?? '', other.dateOfBirth ?? ''],
        dayOf(one.dateOfBirth) === dayOf(other.dateOfBirth),
        [8, -5],
      ),
      evidence(
        'postcode',
        [one.postcode ?? '', other.postcode ?? ''],
        tidy(one.postcode).replace(' ', '') === tidy(other.postcode).replace(' ', ''),
        [5, -2],
      ),
      evidence(
        'phone',
        [one.phone ?? '', other.phone ?? ''],
        digits(one.phone) === digits(other.phone),
        [7, -1],
      ),
    ];
    const totalBits = parts.reduce((sum, part) => sum + part.bits, start);
    return {
      startBits: start,
      evidence: parts,
      relatedBits: 0,
      totalBits,
      probability: 1 / (1 + 2 ** -totalBits),
    };
  };
  return {
    keysOf: (fields) => {
      const names = nameOf(fields);
      const keys = [
        digits(fields.phone) && `phone ${digits(fields.phone)}`,
        fields.postcode && names[0] && `place ${tidy(fields.postcode).replace(' ', '')} ${names.at(-1)}`,
        fields.dateOfBirth && `born ${dayOf(fields.dateOfBirth)}`,
        names.length > 1 && `name ${names.join(' ')}`,
      ];
      return [
        ...new Set(
          keys.filter((key) => typeof key === 'string' && key !== '').map((key) => hash(String(key))),
        ),
      ];
    },
    judge: (fields, others) => others.map((other) => judge(fields, other)),
  };
}
