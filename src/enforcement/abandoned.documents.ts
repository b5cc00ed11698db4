import {
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
} from '../platform/documents/model.ts';
import type { AbandonedVehicle } from './abandoned.store.ts';
import { type AbandonedNotice, abandonedPaperWords, standingLandWords } from './abandoned.words.ts';
import type { Standing } from './abandoned-parts.store.ts';
import { momentWords } from './closure.time.ts';

/** What a notice is made of. */
export interface AbandonedPaperParts {
  kind: AbandonedNotice;
  file: AbandonedVehicle;
  /** Its mark and place; neither is printed where an address must stay hidden. */
  standing: Standing | null;
  at: Date;
  /** The moment before which it is not removed. */
  until: Date | undefined;
  officer: string;
  asAt: Date;
}

const about = ({ file, standing }: AbandonedPaperParts): Block => {
  const shown = standing && !standing.isHidden ? standing : null;
  return facts([
    { key: 'Reference', value: file.reference },
    { key: 'Law', value: 'Refuse Disposal (Amenity) Act 1978' },
    {
      key: 'Vehicle',
      value:
        [file.colour, file.make, shown?.mark].filter(Boolean).join(', ') || 'The vehicle this notice is on',
    },
    ...(shown?.placeWords ? [{ key: 'Where', value: shown.placeWords }] : []),
    { key: 'Land', value: standingLandWords[file.landKind] },
  ]);
};
const signed = ({ at, officer, file }: AbandonedPaperParts): Block =>
  facts([
    { key: 'Given', value: momentWords(at) },
    { key: 'By', value: `${officer}, ${file.agencyName}` },
    { key: 'Signature', value: '' },
  ]);
const before = ({ until }: AbandonedPaperParts): string =>
  until ? `It is not removed before ${momentWords(until)}.` : '';

const vehicleNotice = (parts: AbandonedPaperParts): Block[] => [
  heading(1, abandonedPaperWords['vehicle-notice']),
  about(parts),
  paragraph(
    `The council takes this vehicle to be abandoned and intends to remove it. ${before(parts)}`.trim(),
    true,
  ),
  heading(2, 'If it is yours, or you know whose it is'),
  list([
    'Move it, or tell the council with the reference above that it is not abandoned and why.',
    'After it is removed it is kept in a store for some days. Whoever shows that it is theirs can have it back; there may be charges.',
    'It is then disposed of.',
  ]),
  paragraph('Abandoning a vehicle is an offence. A fixed penalty may be given for it.'),
  signed(parts),
];

const occupierNotice = (parts: AbandonedPaperParts): Block[] => [
  heading(1, abandonedPaperWords['occupier-notice']),
  about(parts),
  paragraph(
    `To the occupier of the land. The council takes a vehicle on your land to be abandoned and intends to remove it. ${before(parts)}`.trim(),
    true,
  ),
  heading(2, 'You may object'),
  paragraph(
    'If you do not want it removed, tell the council before then with the reference above. It is not removed while your objection stands. If you have no objection you need do nothing.',
  ),
  signed(parts),
];

/** One notice’s content, before it is a file: what is shown for checking is what is served. */
export const abandonedPaperOf = (parts: AbandonedPaperParts): PrintedDocument => ({
  title: `${abandonedPaperWords[parts.kind]} ${parts.file.reference}`,
  marking: 'OFFICIAL',
  author: parts.file.agencyName,
  asAt: parts.asAt,
  blocks: { 'vehicle-notice': vehicleNotice, 'occupier-notice': occupierNotice }[parts.kind](parts),
});
