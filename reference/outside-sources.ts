/**
 * Systems outside that an intelligence unit asks (Kent's report 2.1 and 2.2, domain S1-05, S1-06; `externalCheck` of the vocabulary).
 * Which purposes each takes and how long an answer is good for are **proposals of this product** (unverified): terms of use are each
 * owner's own and are not public.
 */
export interface OutsideSource {
  code: string;
  words: string;
  /** What it is, and whose terms bind. */
  about: string;
  /** Asked by those alone whom the manager let, with vetting and training on record. */
  isRestricted: boolean;
  /** Asked by this system itself, where an operator connected it; else by hand. */
  isConnectable: boolean;
  purposes: readonly string[];
  /** Days after which somebody asks again rather than lean on an old answer. */
  goodForDays: number;
}

export const checkPurposes = [
  { code: 'crime', words: 'Preventing or detecting crime' },
  { code: 'officer-safety', words: 'Safety of somebody who is about to visit' },
  { code: 'safeguarding', words: 'Safeguarding somebody at risk' },
  { code: 'vetting', words: 'Due diligence before a decision' },
  { code: 'tracing', words: 'Finding a person or an asset' },
] as const;

export const outsideSources: readonly OutsideSource[] = [
  {
    ...{ code: 'pnc', words: 'Police National Computer', isRestricted: true, isConnectable: false },
    about: 'Records of police. Asked by hand, by this team alone; each check needs a reason.',
    ...{ purposes: ['crime', 'officer-safety', 'safeguarding'], goodForDays: 28 },
  },
  {
    ...{ code: 'pnd', words: 'Police National Database', isRestricted: true, isConnectable: false },
    about: 'Intelligence of police forces. Asked by hand under its own criteria.',
    ...{ purposes: ['crime', 'safeguarding'], goodForDays: 28 },
  },
  {
    ...{ code: 'idb', words: 'National trading standards intelligence database', isRestricted: true },
    ...{ isConnectable: false, about: 'Intelligence of trading standards services. Asked by hand.' },
    ...{ purposes: ['crime', 'vetting'], goodForDays: 28 },
  },
  {
    ...{ code: 'consented-data', words: 'Consented personal data', isRestricted: true, isConnectable: false },
    about:
      'A commercial service of personal data that people agreed to share. Asked by hand under its terms.',
    ...{ purposes: ['crime', 'tracing', 'vetting'], goodForDays: 90 },
  },
  {
    ...{ code: 'companies-house', words: 'Companies House', isRestricted: false, isConnectable: true },
    about: 'The public register of companies. Asked by number; it learns the number and nothing of why.',
    ...{ purposes: checkPurposes.map(({ code }) => code), goodForDays: 30 },
  },
  {
    ...{ code: 'insolvency', words: 'Insolvency registers', isRestricted: false, isConnectable: false },
    about: 'Public registers of bankruptcies and of disqualified directors. Asked by hand.',
    ...{ purposes: ['crime', 'vetting', 'tracing'], goodForDays: 30 },
  },
];
