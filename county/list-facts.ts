/** What the audit of lists was told of each list: what it is for, what is done for those on it, and whom to ask. */
export interface ListFact {
  about: string;
  intervention: string;
  contact: string;
  handling: 'victim' | 'restricted';
  gateway: string;
}

/** list | what it is for | what is done | whom to ask */
const FACTS = `
Doorstep crime victims | People who paid rogue traders at the door. | Visit, call blocker | Trading Standards duty desk
Scam mail recipients | People whose names stood on seized mailing lists. | Letter | Trading Standards duty desk
Call blocker waiting list | People who asked for a call blocker. | Call blocker | Trading Standards duty desk
Adult safeguarding alerts | Adults about whom a concern was raised. | Referral | Safeguarding Adults Hub
Vulnerable victims register | Victims of crime whom officers found to be vulnerable. | Visit by the neighbourhood team | Partnerships inspector
Fraud victims to visit | People who reported fraud and were promised a visit. | Visit by the neighbourhood team | Partnerships inspector
Home fire safety visits | Homes where smoke alarms were checked. | Smoke alarm | Community Fire Safety desk
Tenants needing support | Tenants who asked for help with their tenancy. | Support worker | Neighbourhood team
Vulnerable tenants | Tenants flagged by housing officers. | Letter | Neighbourhood team
Victim care clients | People referred after a crime. | Counselling, help with forms | Casework desk
Referrals to the county | A national batch of people who answered scam mail. | Visit, returned money | Referrals desk
Assisted bin collections | Households who cannot put their bins out. | None yet | Street scene office
`;

const SAFEGUARDING = 'Data Protection Act 2018 Sch 1 (safeguarding)';
const ENTERPRISE = 'Enterprise Act 2002 Part 9';

/** By the name of the list. */
export const listFacts: ReadonlyMap<string, ListFact> = new Map(
  FACTS.trim()
    .split('\n')
    .map((line) => {
      const [name = '', about = '', intervention = '', contact = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      const isBatch = name === 'Referrals to the county';
      const handling = isBatch ? ('restricted' as const) : ('victim' as const);
      return [name, { about, intervention, contact, handling, gateway: isBatch ? ENTERPRISE : SAFEGUARDING }];
    }),
);
