import { dayOf } from '../../platform/clock/clock.ts';
import {
  address,
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
  signature,
} from '../../platform/documents/model.ts';
import { dayWords } from '../../platform/ui/index.ts';
import type { Evidence, Licensing } from './licensing.store.ts';
import {
  type LicensingPaper,
  licensingKindWords,
  licensingPaperWords,
  objectiveName,
  outcomeName,
  partyName,
} from './licensing.words.ts';

/** What a paper of a review is made of; nobody who spoke, sold or bought is in it. */
export interface LicensingPaperParts {
  kind: LicensingPaper;
  /** As it will be after the step. */
  file: Licensing;
  evidence: readonly Evidence[];
  officer: string;
  asAt: Date;
}

const about = ({ file }: LicensingPaperParts): Block =>
  facts([
    { key: 'Reference', value: file.reference },
    { key: 'Premises', value: file.tradingName },
    { key: 'Licence', value: file.licenceNumber ?? 'Number not known' },
    { key: 'Procedure', value: licensingKindWords[file.kind] },
    ...(file.appliedOn ? [{ key: 'Applied on', value: dayWords(file.appliedOn) }] : []),
  ]);
const where = ({ file }: LicensingPaperParts): Block[] =>
  file.address === null ? [] : [address([file.tradingName, file.address, file.postcode ?? ''])];
const grounds = ({ file }: LicensingPaperParts): Block[] => [
  heading(2, 'Grounds: the licensing objectives'),
  list(file.grounds.map(objectiveName)),
];
const signed = ({ officer, file, asAt }: LicensingPaperParts): Block =>
  signature(dayWords(dayOf(asAt)), `${officer}, ${file.agencyName}`);

const application = (parts: LicensingPaperParts): Block[] => {
  const { file, evidence } = parts;
  return [
    heading(1, licensingPaperWords.application),
    ...where(parts),
    about(parts),
    paragraph(
      `Applicant: ${file.applicant ? partyName(file.applicant) : ''}. Licence holder: ${file.firmName}.`,
    ),
    ...grounds(parts),
    heading(2, 'The case for a review'),
    ...(file.caseWords ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => paragraph(line)),
    ...(file.certificate ? [heading(2, 'Certificate of the police'), paragraph(file.certificate)] : []),
    heading(2, 'What our records of the premises show'),
    evidence.length > 0
      ? list(evidence.map(({ onDay, words }) => `${dayWords(onDay)}: ${words}`))
      : paragraph('Nothing was recorded before this application.'),
    paragraph(
      'The applicant gives this application to the holder of the licence and to each responsible authority too.',
    ),
    signed(parts),
  ];
};
const notice = (parts: LicensingPaperParts): Block[] => {
  const { file } = parts;
  return [
    heading(1, licensingPaperWords.notice),
    ...where(parts),
    about(parts),
    paragraph('A review of the premises licence of these premises has been applied for.', true),
    ...grounds(parts),
    heading(2, 'What you can do'),
    paragraph(
      file.representationsUntil
        ? `Anybody may write to the licensing authority about it, for or against, until ${dayWords(file.representationsUntil)}.`
        : 'Anybody may write to the licensing authority about it, for or against. Ask the authority by when.',
    ),
    ...(file.representationsWhy ? [paragraph(`How long: ${file.representationsWhy}`)] : []),
    paragraph(
      'The application can be read at the office of the licensing authority. It is an offence knowingly or recklessly to make a false statement about it.',
    ),
    signed(parts),
  ];
};
const decision = (parts: LicensingPaperParts): Block[] => {
  const { file } = parts;
  return [
    heading(1, licensingPaperWords.decision),
    address([
      file.firmName,
      file.tradingName,
      ...(file.address === null ? [] : [file.address, file.postcode ?? '']),
    ]),
    about(parts),
    heading(2, 'What was decided'),
    list(file.outcomes.map(outcomeName)),
    ...(file.conditions ? [paragraph(file.conditions)] : []),
    ...(file.suspendedUntil
      ? [paragraph(`The licence is suspended until ${dayWords(file.suspendedUntil)}.`, true)]
      : []),
    heading(2, 'Appeal'),
    paragraph(
      file.appealUntil
        ? `The applicant, the holder of the licence and anybody who made a representation may appeal to the magistrates’ court until ${dayWords(file.appealUntil)}${file.appealWhy ? ` (${file.appealWhy})` : ''}.`
        : 'The applicant, the holder of the licence and anybody who made a representation may appeal to the magistrates’ court. Ask the licensing authority by when.',
    ),
    paragraph(
      'The decision has no effect before the time for an appeal is over, or before an appeal is decided; what was ordered for the time until then goes on.',
    ),
    signed(parts),
  ];
};

/** One paper's content, before it is a file: what is shown for checking is what is kept. */
export const licensingPaperOf = (parts: LicensingPaperParts): PrintedDocument => ({
  title: `${licensingPaperWords[parts.kind]} ${parts.file.reference}`,
  marking: parts.kind === 'application' ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
  author: parts.file.agencyName,
  asAt: parts.asAt,
  blocks: { application, notice, decision }[parts.kind](parts),
});
