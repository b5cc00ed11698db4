import { adoptedModel, type Fields, openModel } from '../linkage/index.ts';
import type { Work } from '../platform/http/work.ts';
import type { HeldMarker } from './marker.store.ts';
import { numberOf } from './number.store.ts';
import type { Asked, Held, Weighing } from './screen.match.ts';

/** A person under the engine's names of fields. */
export const enginesFields = (person: {
  name: string;
  dateOfBirth: string | null;
  address: string;
  postcode: string;
}): Fields => ({
  name: person.name,
  dateOfBirth: person.dateOfBirth ?? undefined,
  address: person.address,
  postcode: person.postcode,
});

/** Each name that was asked, at each place. */
function variants(asked: Asked): Fields[] {
  const places = asked.places.length > 0 ? asked.places : [{ address: '', postcode: '' }];
  return asked.names.flatMap((name) =>
    places.map((place) => enginesFields({ name, dateOfBirth: asked.dateOfBirth ?? null, ...place })),
  );
}

/**
 * What the linkage model says of the person that was asked and of each marker that shares a key with them. A marker that was
 * keyed under another model is held against them in any case: adopting a model must not hide it. Without a model there is no
 * word of it, and names, birth dates and places are compared alone.
 */
export async function weigh(
  work: Work,
  asked: Asked,
  { markers, agencyId }: { markers: readonly HeldMarker[]; agencyId: string },
): Promise<Weighing> {
  const alike = (await numberOf(work, 'alike-percent', agencyId)) / 100;
  const people = markers.filter(({ about }) => about === 'person');
  const model = people.length > 0 && asked.names.length > 0 ? await adoptedModel(work) : undefined;
  if (!model) return { alike, judge: () => undefined };
  const open = openModel(model.document);
  const best = new Map<string, number>();
  for (const fields of variants(asked)) {
    const keys = new Set(open.keysOf(fields));
    const some = people.filter(
      (marker) => marker.keysModelId !== model.id || marker.keys.some((key) => keys.has(key)),
    );
    const found = open.judge(fields, some.map(enginesFields));
    for (const [at, marker] of some.entries())
      best.set(marker.id, Math.max(best.get(marker.id) ?? 0, found[at]?.probability ?? 0));
  }
  return { alike, judge: (marker: Held) => best.get(marker.id) };
}
