/**
 * Grounds on which something is left out of what somebody is given who asks for their own data. `marking` says how far a row is
 * known: that refusal is allowed where it is necessary and proportionate stands in the text that was read; the letters of the
 * paragraphs are general knowledge, so look them up before you rely on one.
 */
export interface Exemption {
  code: string;
  name: string;
  legalBasis: string;
  /** Which of the two regimes of the Data Protection Act 2018 it belongs to. */
  regime: 'PART3' | 'UKGDPR';
  marking: 'general-knowledge';
}

const part3 = { regime: 'PART3', marking: 'general-knowledge' } as const;
const ukGdpr = { regime: 'UKGDPR', marking: 'general-knowledge' } as const;

export const exemptions: readonly Exemption[] = [
  {
    ...part3,
    code: 's45-inquiry',
    name: 'Would obstruct an official or legal inquiry, investigation or procedure',
    legalBasis: 'Data Protection Act 2018 s.45(4)(a)',
  },
  {
    ...part3,
    code: 's45-crime',
    name: 'Would prejudice the prevention, detection, investigation or prosecution of offences',
    legalBasis: 'Data Protection Act 2018 s.45(4)(b)',
  },
  {
    ...part3,
    code: 's45-others',
    name: 'Needed to protect the rights and freedoms of others',
    legalBasis: 'Data Protection Act 2018 s.45(4)(e)',
  },
  {
    ...ukGdpr,
    code: 'sch2-crime',
    name: 'Would prejudice the prevention or detection of crime, or a tax or duty',
    legalBasis: 'Data Protection Act 2018 Sch 2 para 2',
  },
  {
    ...ukGdpr,
    code: 'sch2-others',
    name: 'Would disclose information about somebody else who has not consented',
    legalBasis: 'Data Protection Act 2018 Sch 2 para 16',
  },
];
export const exemptionCodes = exemptions.map(({ code }) => code) as [string, ...string[]]; // there are some
/** An exemption in words with its law; the code itself where the list has no such. */
export const exemptionName = (code: string): string => {
  const found = exemptions.find((one) => one.code === code);
  return found ? `${found.name} (${found.legalBasis})` : code;
};
