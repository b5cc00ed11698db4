/** Legal gateways: the power under which one body may tell another. A disclosure record names exactly one. */
export interface Gateway {
  code: string;
  name: string;
  /** What it allows, in a sentence; powers to share are not duties unless it says so. */
  note: string;
  /** Whether records may be shared under it day by day; otherwise each disclosure is decided for itself. */
  isStanding: boolean;
}

export const gateways = [
  {
    code: 'cda-s115',
    name: 'Crime and Disorder Act 1998 s.115',
    note: 'Anyone may disclose to a relevant authority where necessary or expedient for the Act: a power, not a duty.',
    isStanding: true,
  },
  {
    code: 'cda-s17a',
    name: 'Crime and Disorder Act 1998 s.17A',
    note: 'A duty to share prescribed depersonalised data every three months.',
    // Depersonalised figures by the quarter, not records.
    isStanding: false,
  },
  {
    code: 'care-act',
    name: 'Care Act 2014 s.6/7/45',
    note: 'Co-operation and supply of information about adults with care and support needs.',
    isStanding: true,
  },
  {
    code: 'children-act-s11',
    name: 'Children Act 2004 s.11',
    note: 'Regard to the need to safeguard and promote the welfare of children.',
    isStanding: true,
  },
  {
    code: 'dpa-sch1-safeguarding',
    name: 'Data Protection Act 2018 Sch 1 (safeguarding)',
    note: 'A condition for special-category data where a child or an adult at risk needs protecting.',
    isStanding: true,
  },
  {
    code: 'dpa-sch1-unlawful-acts',
    name: 'Data Protection Act 2018 Sch 1 (preventing or detecting unlawful acts)',
    note: 'A condition for special-category data needed to prevent or detect an unlawful act.',
    isStanding: true,
  },
  {
    code: 'dpa-sch2-para2',
    name: 'Data Protection Act 2018 Sch 2 para 2',
    note: 'The crime and taxation exemption.',
    isStanding: true,
  },
  {
    code: 'dpa-part3',
    name: 'Data Protection Act 2018 Part 3 s.35-36',
    note: 'Processing by competent authorities for law enforcement.',
    isStanding: true,
  },
  {
    code: 'enterprise-act-part9',
    name: 'Enterprise Act 2002 Part 9',
    note: 'The gateway for information that trading standards holds about people and businesses. General knowledge: confirm.',
    isStanding: true,
  },
  {
    code: 'msa-s54a',
    name: 'Modern Slavery Act 2015 s.54A',
    note: 'Information relating to modern slavery.',
    isStanding: true,
  },
  { code: 'consent', name: 'Consent', note: 'The person agreed, and may withdraw.', isStanding: false },
  { code: 'vital-interests', name: 'Vital interests', note: 'To protect someone’s life.', isStanding: false },
  { code: 'court-order', name: 'Court order', note: 'As the court directed.', isStanding: false },
] as const satisfies readonly Gateway[];

export type GatewayCode = (typeof gateways)[number]['code'];
