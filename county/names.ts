import { at, type Random } from './random.ts';

/** Names of people who do not exist: every full name is a chance meeting of a forename and a made-up or common surname. */

const split = (words: string): string[] => words.split(' ');

export const FORENAMES = split(
  'Aaliyah Abigail Adaeze Adam Aisha Alan Alice Amara Amir Andrew Aneesa Angela Arjun Ayesha Barbara Bartosz Beatrice ' +
    'Benedict Bethan Brenda Callum Carys Catherine Chidi Christopher Clare Conor Daniel Daphne David Deborah Delroy Dominik ' +
    'Dorothy Edith Edward Eilidh Elena Elizabeth Emeka Emily Esther Farah Fatima Fergus Fiona Frances Gareth Geoffrey Gita ' +
    'Grace Gwen Hamza Hannah Harjit Harriet Hassan Helen Ibrahim Imogen Ines Ioan Isabel Jacob James Janet Jasmin Jerome Joan ' +
    'John Joseph Joyce Kamal Karen Kasia Katherine Kenneth Kwame Laura Leroy Lewis Linda Lukasz Maeve Malcolm Margaret Marek ' +
    'Maria Martin Mary Matthew Megan Michael Miriam Mohammed Nadia Naomi Neil Nia Nicholas Nikhil Noor Olivia Omar Oscar ' +
    'Pamela Patricia Patrick Paul Peter Philippa Rachel Rajesh Rebecca Reginald Rhys Richard Robert Rosalind Ruth Samuel ' +
    'Sandra Sarah Shanice Sharon Sian Simon Sofia Stanley Stephen Susan Tamsin Thandiwe Thomas Tomasz Ursula Valerie Victoria ' +
    'Vikram Wanda Wei William Winifred Yasmin Yusuf Zainab Zofia',
);

export const SURNAMES = split(
  'Abara Ackerby Addlestrop Ainslow Amberley Anand Appleyard Arkell Ashgrove Babatola Bannerby Barrowclough Beckwith Bellamy ' +
    'Birchall Blackmoor Boateng Brackley Bramwell Brindle Cadogan Calloway Carrick Castledine Chaudhry Clatterby Coldwell ' +
    'Corbishley Crane Cresswell Cutler Dalgleish Danso Darke Deverell Dobrowski Dunmore Eastwick Eckersby Elphick Faraday ' +
    'Fenwright Figgis Flannery Fothergale Garside Gilhooly Gledhill Greatorex Grewal Hallam Hardcastle Harkness Hebblewhite ' +
    'Holroyd Hussein Idowu Ingleby Iqbal Jagger Jankovic Jellicoe Kaminski Keating Kellaway Khatun Kitching Lamptey Larwood ' +
    'Leadbeater Llewelyn Lockyer Loxley Maddox Mahmood Marchbank Mensah Merriweather Midgeley Mistry Mottram Nair Nettleby ' +
    'Nowicki Oakeshott Ogunleye Okonjo Oldroyd Osei Paget Parmar Pemberley Pennock Pickersgill Quarmby Quayle Rackham Ravenhill ' +
    'Rawson Redfearn Rowntree Sagar Sandhu Scargill Selwood Shackleby Siddiqi Skelton Somerby Stanhope Sugden Swithin Tattersby ' +
    'Thackeray Thistlewood Tregarth Tunstead Underhay Uppal Varley Venner Wadsley Walewska Wetherill Whitlock Winterbourne ' +
    'Wolstenby Wroe Yardley Yeoman Zielinska',
);

/** Everyday short forms, as lists hold them: the planted duplicates use them. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  (
    'Abigail:Abby Andrew:Andy Angela:Angie Barbara:Babs Beatrice:Bea Benedict:Ben Catherine:Cathy Christopher:Chris Daniel:Dan ' +
    'David:Dave Deborah:Debbie Dorothy:Dot Edward:Ted Elizabeth:Betty Frances:Fran Geoffrey:Geoff Isabel:Izzy Jacob:Jake ' +
    'James:Jim Joseph:Joe Katherine:Kate Kenneth:Ken Margaret:Peggy Martin:Marty Matthew:Matt Michael:Mick Nicholas:Nick ' +
    'Pamela:Pam Patricia:Pat Patrick:Paddy Peter:Pete Philippa:Pippa Rebecca:Becky Reginald:Reg Richard:Dick Robert:Bob ' +
    'Rosalind:Ros Samuel:Sam Sandra:Sandy Stephen:Steve Susan:Sue Thomas:Tom Tomasz:Tomek Valerie:Val Victoria:Vicky ' +
    'William:Bill Winifred:Win'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const parts = pair.split(':');
      return [at(parts, 0), at(parts, 1)];
    }),
);

/** Gives each full name once. */
export function nameDealer(random: Random): () => string {
  const given = new Set<string>();
  return () => {
    let name = '';
    do name = `${random.pick(FORENAMES)} ${random.pick(SURNAMES)}`;
    while (given.has(name));
    given.add(name);
    return name;
  };
}

/**
 * Numbers that Ofcom keeps for drama. Each user of the county has its own stretch, so that two records share a number
 * only where that is meant: services, subjects and reporters never meet by accident.
 */
export const servicePhone = (n: number): string => `01632 960${String(n).padStart(3, '0')}`;
const SUBJECT_PHONES = 620;
const REPORTER_PHONES = 1180;

const dramaNumber = (n: number): string =>
  n < 1000 ? `07700 900${String(n).padStart(3, '0')}` : `01632 960${String(n - 800).padStart(3, '0')}`;

/** The subjects' stretch: 620 numbers, after which there are none. */
export const subjectPhone = (n: number): string | undefined =>
  n < SUBJECT_PHONES ? dramaNumber(n) : undefined;
/** The reporters' stretch: 1,180 numbers. */
export const reporterPhone = (n: number): string | undefined =>
  n < REPORTER_PHONES ? dramaNumber(SUBJECT_PHONES + n) : undefined;
