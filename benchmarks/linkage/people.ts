import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { seededRandom } from '../../src/linkage/core/random.ts';

/**
 * Makes lists of invented people as twelve agencies would keep them: households under one roof, moves, married names, second
 * phones, and a slip of the pen at each agency's own rate. Deterministic: one seed, one file.
 */
export interface PeopleOptions {
  rows: number;
  seed: number;
  path: string;
}

/** What an agency asks for, and how often its clerks slip. Shares from 0 to 1. */
interface Agency {
  name: string;
  slips: number;
  keeps: { dob: number; address: number; postcode: number; phone: number; email: number; middle: number };
}

const agency = (
  name: string,
  slips: number,
  [dob, address, postcode, phone, email, middle]: readonly number[],
): Agency => ({
  name,
  slips,
  keeps: {
    dob: dob ?? 0,
    address: address ?? 0,
    postcode: postcode ?? 0,
    phone: phone ?? 0,
    email: email ?? 0,
    middle: middle ?? 0,
  },
});

const agencies: readonly Agency[] = [
  agency('police', 0.1, [0.95, 0.85, 0.8, 0.7, 0.3, 0.5]),
  agency('trading standards', 0.08, [0.6, 0.95, 0.95, 0.8, 0.5, 0.1]),
  agency('housing', 0.06, [0.95, 1, 1, 0.7, 0.4, 0.3]),
  agency('nhs', 0.04, [1, 0.9, 0.95, 0.5, 0.2, 0.4]),
  agency('social care', 0.09, [0.9, 0.9, 0.9, 0.5, 0.2, 0.3]),
  agency('fire', 0.1, [0.5, 1, 0.9, 0.4, 0.1, 0.05]),
  agency('probation', 0.07, [1, 0.75, 0.75, 0.5, 0.2, 0.5]),
  agency('charity', 0.14, [0.4, 0.6, 0.7, 0.6, 0.5, 0.1]),
  agency('courts', 0.08, [0.9, 0.5, 0.6, 0.2, 0.2, 0.5]),
  agency('fraud', 0.12, [0.6, 0.7, 0.8, 0.8, 0.8, 0.1]),
  agency('benefits', 0.04, [1, 0.95, 0.95, 0.6, 0.4, 0.4]),
  agency('victim support', 0.11, [0.6, 0.5, 0.6, 0.9, 0.6, 0.1]),
];

const words = (text: string) => text.trim().split(/\s+/);
const men = words(
  'james john robert david michael william thomas george paul peter mark andrew stephen alan brian colin derek eric frank gary graham harry ian jack keith kevin leonard malcolm neil oliver patrick philip ronald simon stuart terence trevor victor walter mohammed ahmed imran tariq yusuf omar rajesh sanjay arjun harpreet piotr tomasz krzysztof kwame kofi emeka chidi wei li ivan dmitri samuel daniel joshua ryan callum liam connor jamie lewis adam nathan aaron',
);
const women = words(
  'mary margaret elizabeth susan patricia linda christine jean joan dorothy barbara ann sandra carol janet sheila maureen doris irene edith joyce vera hilda elsie gladys kathleen eileen pamela jacqueline karen julie sarah emma claire nicola rachel laura rebecca charlotte jessica amy fatima aisha khadija zainab priya anjali sunita harpreet katarzyna agnieszka magdalena abena ama ngozi mei xiu olga natasha chloe megan lauren holly katie hannah',
);
const shortOf: Readonly<Record<string, string>> = {
  james: 'jim',
  robert: 'bob',
  david: 'dave',
  michael: 'mick',
  william: 'bill',
  thomas: 'tom',
  stephen: 'steve',
  andrew: 'andy',
  margaret: 'peggy',
  elizabeth: 'liz',
  susan: 'sue',
  patricia: 'pat',
  christine: 'chris',
  dorothy: 'dot',
  kathleen: 'kath',
  jacqueline: 'jackie',
  rebecca: 'becky',
  leonard: 'len',
  ronald: 'ron',
  terence: 'terry',
  philip: 'phil',
  oliver: 'ollie',
  samuel: 'sam',
  daniel: 'dan',
  joshua: 'josh',
  mohammed: 'muhammad',
  nicola: 'nicky',
  katarzyna: 'kasia',
  magdalena: 'magda',
  charlotte: 'lottie',
};
const starts = words(
  'ash black bent carr clay cold dun east ed elm fair farn gold green hall hart hay hill holm kirk lang law lin mar mid mor nor oak old pem raw red ridge ross rush shel sid stan stain sut thorn tun wal wash west whit win wood york',
);
const ends = words(
  'bury by combe cott dale den field ford gate ham hurst land ley low man mere more ridge shaw stead ton well wick worth wood',
);
const surnames = words(
  'smith jones taylor brown williams wilson johnson davies patel robinson wright thompson evans walker white roberts green hall wood jackson clarke khan ali hussain ahmed singh kaur begum shah kelly murphy obrien macdonald campbell nowak kowalski okafor mensah chen wang popescu silva',
);
const streets = words(
  'acorn albert ash bank beech birch bridge brook castle cedar chapel church clarence cross elm farm field garden george grange green grove hazel heath high hill holly kings lake lily lime london main manor maple market meadow mill new north oak orchard park pine queens rectory river rose school south spring station the vale victoria water west willow windsor york',
);
const kinds = words('road street avenue lane close drive court gardens grove place crescent terrace way');
const towns = words(
  'ashcombe barrowby carlow denholme eastmere farnley gosworth harcastle ingleby jarrowdale kelham lindley marston netherby oldmere penshaw quorndon ripley sandford thirlby upwood wendmere yarrowby zealcombe',
);
const areas = words('AB BN CT DE EX GL HP IP KT LN ME NG OX PR RG SN TN UB WA YO LS NE SW SE');

/** One person as they are, whatever a clerk makes of them. */
interface Person {
  forename: string;
  middle: string;
  surname: string;
  maiden: string;
  sex: string;
  dob: string;
  homes: readonly Home[];
  phones: readonly string[];
  email: string;
}

interface Home {
  address: string;
  town: string;
  postcode: string;
}

class Maker {
  readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  of<T>(list: readonly T[]): T {
    // Squaring makes the first of a list common and the last rare, as names are.
    return list[Math.floor(this.random() ** 1.6 * list.length)] as T;
  }

  even<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.random() * (to - from + 1));
  }

  surname(): string {
    return this.chance(0.35) ? this.of(surnames) : this.even(starts) + this.even(ends);
  }

  home(): Home {
    const town = this.even(towns);
    const area = areas[towns.indexOf(town)] ?? 'ZZ';
    const flat = this.chance(0.15) ? `flat ${this.whole(1, 40)} ` : '';
    const letters = 'ABDEFGHJLNPQRSTUWXYZ';
    const letter = () => letters[this.whole(0, letters.length - 1)] ?? 'A';
    return {
      address: `${flat}${this.whole(1, 180)} ${this.even(streets)} ${this.of(kinds)}`,
      town,
      postcode: `${area}${this.whole(1, 28)} ${this.whole(0, 9)}${letter()}${letter()}`,
    };
  }

  phone(): string {
    return `0${this.chance(0.75) ? 7 : 1}${String(this.whole(100_000_000, 999_999_999))}`;
  }

  person(home: Home, surname: string, landline: string, generation: number): Person {
    const male = this.chance(0.5);
    const forename = this.of(male ? men : women);
    const year = generation === 0 ? this.whole(1930, 1985) : this.whole(1960, 2005);
    const two = (part: number) => String(part).padStart(2, '0');
    const maiden = !male && this.chance(0.15) ? this.surname() : surname;
    return {
      forename,
      surname,
      maiden,
      middle: this.chance(0.6) ? this.of(male ? men : women) : '',
      sex: male ? 'm' : 'f',
      dob: `${year}-${two(this.whole(1, 12))}-${two(this.whole(1, 28))}`,
      homes: this.chance(0.2) ? [home, this.home()] : [home],
      phones: this.chance(0.3) ? [landline, this.phone()] : [this.chance(0.5) ? this.phone() : landline],
      email: `${this.chance(0.5) ? `${forename}.${surname}` : `${forename[0]}${surname}`}${this.chance(0.6) ? this.whole(1, 999) : ''}@${this.even(words('gmail.com hotmail.co.uk outlook.com yahoo.co.uk btinternet.com sky.com'))}`,
    };
  }

  household(): Person[] {
    const home = this.home();
    const surname = this.surname();
    const landline = this.phone();
    const size = this.chance(0.4) ? 1 : this.whole(2, 5);
    return Array.from({ length: size }, (_, index) =>
      this.person(home, this.chance(0.85) ? surname : this.surname(), landline, index > 1 ? 1 : 0),
    );
  }

  slip(text: string): string {
    const at = this.whole(0, Math.max(0, text.length - 1));
    const letter = String.fromCharCode(97 + this.whole(0, 25));
    const kind = this.whole(0, 3);
    if (kind === 0) return text.slice(0, at) + letter + text.slice(at + 1);
    if (kind === 1) return text.slice(0, at) + text.slice(at + 1);
    if (kind === 2) return text.slice(0, at) + letter + text.slice(at);
    return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  }

  mistakenDate(dob: string): string {
    const [year = '', month = '', day = ''] = dob.split('-');
    const kind = this.whole(0, 4);
    if (kind === 0) return `${year}-${day <= '12' ? day : month}-${day <= '12' ? month : day}`;
    if (kind === 1) return `${year}-01-01`;
    if (kind === 2) return '1900-01-01';
    if (kind === 3) return `${Number(year) + (this.chance(0.5) ? 1 : -1)}-${month}-${day}`;
    return `${year}-${month}-${String(this.whole(1, 28)).padStart(2, '0')}`;
  }

  record(person: Person, at: Agency): string[] {
    const { keeps, slips } = at;
    const maybe = (share: number, value: () => string) => (this.chance(share) ? value() : '');
    const typed = (text: string) => (this.chance(slips) ? this.slip(text) : text);
    let forename = person.forename;
    if (this.chance(0.12)) forename = shortOf[forename] ?? forename;
    else if (this.chance(0.03) && person.middle) forename = person.middle;
    else if (this.chance(0.03)) forename = forename[0] ?? '';
    let surname = this.chance(0.3) ? person.maiden : person.surname;
    if (this.chance(0.012)) [forename, surname] = [surname, forename];
    const home = this.even(person.homes);
    const phone = this.even(person.phones);
    return [
      at.name,
      this.chance(0.006) ? '' : typed(forename),
      maybe(keeps.middle, () => (this.chance(0.3) ? person.middle.slice(0, 1) : typed(person.middle))),
      typed(surname),
      maybe(keeps.dob, () => (this.chance(slips * 0.8) ? this.mistakenDate(person.dob) : person.dob)),
      this.chance(0.02) ? '' : this.chance(0.005) ? (person.sex === 'm' ? 'f' : 'm') : person.sex,
      maybe(keeps.address, () =>
        typed(
          this.chance(0.1)
            ? home.address.replace(/ (road|street|avenue)$/, (kind) => kind.slice(0, 3))
            : home.address,
        ),
      ),
      maybe(keeps.address, () => home.town),
      maybe(keeps.postcode, () =>
        this.chance(0.15) ? typed(home.postcode.replace(' ', '')) : typed(home.postcode),
      ),
      maybe(keeps.phone, () =>
        this.chance(0.02)
          ? '07000000000'
          : this.chance(0.1)
            ? `+44${phone.slice(1)}`
            : this.chance(slips * 0.3)
              ? this.slip(phone)
              : phone,
      ),
      maybe(keeps.email, () => typed(person.email)),
    ];
  }

  /** How often the agencies met this person: once for most, up to sixteen times. */
  times(): number {
    let times = 1;
    while (times < 16 && this.chance(0.56)) times += 1;
    return times;
  }
}

const header =
  'unique_id,source,first_name,middle_name,surname,dob,sex,address,town,postcode,phone,email,cluster'.split(
    ',',
  );

/** Records of invented people in an order that says nothing; the column `cluster` is the truth and no evidence. */
function records(rows: number, seed: number): string[][] {
  const maker = new Maker(seed);
  const out: string[][] = [];
  let person = 0;
  while (out.length < rows)
    for (const one of maker.household()) {
      for (let time = maker.times(); time > 0 && out.length < rows; time -= 1)
        out.push([...maker.record(one, maker.even(agencies)), String(person)]);
      person += 1;
    }
  for (let index = out.length - 1; index > 0; index -= 1) {
    const other = maker.whole(0, index);
    [out[index], out[other]] = [out[other] ?? [], out[index] ?? []];
  }
  return out;
}

/** The lists as rows by column name: for tests. */
export function makePeople(rows: number, seed: number): Record<string, string>[] {
  return records(rows, seed).map((cells, index) =>
    Object.fromEntries([`r${index}`, ...cells].map((cell, at) => [header[at] ?? '', cell])),
  );
}

/** Writes the lists as one CSV. */
export async function writePeople({ rows, seed, path }: PeopleOptions): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${header.join(',')}\n`);
  for (const [index, cells] of records(rows, seed).entries())
    if (!out.write(`r${index},${cells.join(',')}\n`)) await once(out, 'drain');
  out.end();
  await finished(out);
}
