import { seededRandom } from '../../src/linkage/core/random.ts';
import { makePeople } from './people.ts';

/** A made list of a kind of its own, with whom each row is about. */
export interface MadeList {
  name: string;
  /** What is hard about it. */
  why: string;
  rows: Record<string, string>[];
  truth: string[];
}

const random = seededRandom(77);
const pick = <T>(from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('Nothing to choose from.');
  return found;
};
const chance = (share: number): boolean => random() < share;
const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
const words = (text: string): string[] => text.split(' ');

/** A letter left out, or two changed round, inside a text. */
function slip(text: string): string {
  if (text.length < 4) return text;
  const at = whole(1, text.length - 3);
  return chance(0.5)
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}
/** A whole number made of a text, the same each time. */
const numberOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);

/** So many things, each once or more often, as some rows each. */
function given<T>(
  many: number,
  make: () => T,
  {
    twice,
    more,
    row,
  }: { twice: number; more: number; row: (thing: T, at: number) => Record<string, string> },
): Pick<MadeList, 'rows' | 'truth'> {
  const rows: Record<string, string>[] = [];
  const truth: string[] = [];
  for (let thing = 0; thing < many; thing += 1) {
    const made = make();
    const times = 1 + Number(chance(twice)) + Number(chance(more));
    for (let time = 0; time < times; time += 1) {
      rows.push(row(made, thing));
      truth.push(String(thing));
    }
  }
  return { rows, truth };
}

/** The made people with columns of other kinds. */
function people(
  seed: number,
  row: (person: Record<string, string>) => Record<string, string>,
): Pick<MadeList, 'rows' | 'truth'> {
  const made = makePeople(4000, seed);
  return { rows: made.map(row), truth: made.map(({ cluster }) => cluster ?? '') };
}
const cell = (person: Record<string, string>, name: string): string => person[name] ?? '';
const fullName = (person: Record<string, string>): string =>
  `${cell(person, 'first_name')} ${cell(person, 'surname')}`.trim();
const ageIn = (dob: string): string => {
  const year = /(19|20)\d\d/.exec(dob);
  return year ? String(2020 - Number(year[0])) : '';
};
/** The numbers of a person's household and of the person, each given more often than not. */
function telephones(person: Record<string, string>): { home: string; mobile: string; swapped: boolean } {
  const [, letters = '', number = '0'] = /^(\D*)(\d+)$/.exec(cell(person, 'cluster')) ?? [];
  const figures = (text: string) => String(100_000_000 + (numberOf(`${text} of`) % 899_999_999));
  return {
    home: chance(0.6) ? `01${figures(`${letters}${Math.floor(Number(number) / 2)}`)}` : '',
    mobile: chance(0.6) ? `07${figures(`${letters}${number}m`)}` : '',
    swapped: chance(0.35),
  };
}
const ward = (person: Record<string, string>): number => numberOf(cell(person, 'town').toLowerCase()) % 9;

const firstWords = words(
  'Apex Bold Crest Delta Echo Falcon Grange Harbour Ivory Juniper Keel Lark Mason Noble',
);
const trades = words('Roofing Paving Gardens Scaffolding Windows Drives Plumbing Motors');
const firmName = (): string =>
  `${pick(firstWords)} ${pick(trades)}${chance(0.4) ? ` ${pick(words('South North Kent Essex London'))}` : ''}`;
const syllables = words('bra den fol gar hin kel lor mun pas rud sil tor ven wex yar zim');
const rareWord = (): string => `${pick(syllables)}${pick(syllables)}${chance(0.4) ? pick(syllables) : ''}`;

const songWords = words(
  'love night day blue river moon heart fire rain road home dance dream light gold wild sea wind',
);
const songTitle = (): string =>
  [pick(songWords), pick(songWords), ...(chance(0.6) ? [pick(songWords)] : [])].join(' ');

/** Every list, made anew from one seed: the same each time. */
export function madeLists(): MadeList[] {
  return [
    {
      name: 'voters',
      why: 'an age and no birth date; a county told twice; columns that go by nothing',
      ...people(31, (person) => ({
        ...{ last: cell(person, 'surname'), first: cell(person, 'first_name') },
        ...{ age: ageIn(cell(person, 'dob')), sex: pick(words('M F F M U')), town: cell(person, 'town') },
        ...{ zip: cell(person, 'postcode').split(' ')[0] ?? '', county: String(ward(person)) },
        ...{ county_desc: `County ${ward(person)}`, party: pick(words('DEM REP UNA')) },
      })),
    },
    {
      name: 'patients',
      why: 'a number of one’s own, and three columns that go by the surgery',
      ...people(44, (person) => {
        const surgery = numberOf(cell(person, 'cluster')) % 25;
        return {
          nhs: chance(0.6) ? String(4_000_000_000 + (numberOf(cell(person, 'cluster')) % 999_999_999)) : '',
          ...{
            forename: cell(person, 'first_name'),
            surname: cell(person, 'surname'),
            dob: cell(person, 'dob'),
          },
          ...{ gp_code: `G${82_000 + surgery}`, gp_name: `Surgery ${surgery}`, ccg: `CCG ${surgery % 4}` },
          ...{ ethnic: pick(words('A B C Z')), postcode: cell(person, 'postcode') },
        };
      }),
    },
    {
      name: 'names changed round',
      why: 'two columns of names without headings, a third of them changed round',
      ...people(44, (person) => {
        const [one, other] = [cell(person, 'first_name'), cell(person, 'surname')];
        return chance(0.3)
          ? { a: other.toUpperCase(), b: one, dob: cell(person, 'dob') }
          : { a: one, b: other, dob: cell(person, 'dob') };
      }),
    },
    {
      name: 'births in three columns',
      why: 'year, month and day apart',
      ...people(45, (person) => {
        const [by = '', bm = '', bd = ''] = /^\d{4}-\d\d-\d\d$/.test(cell(person, 'dob'))
          ? cell(person, 'dob').split('-')
          : [];
        return { fname_c1: cell(person, 'first_name'), lname_c1: cell(person, 'surname'), by, bm, bd };
      }),
    },
    {
      name: 'names and telephones',
      why: 'shared telephones',
      ...people(31, (person) => ({
        n: `${cell(person, 'surname')}, ${cell(person, 'first_name')}`,
        ph: cell(person, 'phone'),
      })),
    },
    { name: 'names alone', why: 'namesakes', ...people(31, (person) => ({ x: fullName(person) })) },
    {
      name: 'people as one text',
      why: 'name, birth and address in one column',
      ...people(44, (person) => ({
        t: words('first_name surname dob address town')
          .map((name) => cell(person, name))
          .filter(Boolean)
          .join(' '),
      })),
    },
    {
      name: 'mostly missing',
      why: 'half the forenames and most of everything else',
      ...people(44, (person) => ({
        ...{ f: chance(0.5) ? cell(person, 'first_name') : '', s: cell(person, 'surname') },
        ...{ d: chance(0.3) ? cell(person, 'dob') : '', pc: chance(0.4) ? cell(person, 'postcode') : '' },
      })),
    },
    {
      name: 'noise beside',
      why: 'numbers of rows, days of entry, officers and remarks that say nothing',
      ...people(44, (person) => ({
        ...{ f: cell(person, 'first_name'), s: cell(person, 'surname'), dob: cell(person, 'dob') },
        ...{ entered: `2024-0${whole(1, 9)}-1${whole(0, 9)}`, officer: pick(['J Smith', 'K Lee', 'M Roe']) },
        ...{ note: pick(['', '', 'rang back', 'no answer']), rand: String(whole(0, 999_999)) },
      })),
    },
    {
      name: 'firms',
      why: 'one name, many firms; a number half of them give; a trade code',
      ...given(
        1500,
        () => ({
          name: firmName(),
          number: String(whole(10_000_000, 99_999_999)),
          postcode: `ME${whole(1, 19)} ${whole(1, 9)}${pick(words('AA BD CX DN EP'))}`,
          phone: `01634 ${whole(100_000, 999_998)}`,
          sic: String(whole(40_000, 40_060)),
        }),
        {
          ...{ twice: 0.6, more: 0.2 },
          row: ({ name, number, postcode, phone, sic }) => ({
            ...{ name: name + pick([' Ltd', ' Limited', '', ' LTD.']), number: chance(0.5) ? number : '' },
            ...{
              postcode: chance(0.8) ? postcode : '',
              phone: chance(0.5) ? phone : '',
              sic,
              trade: `Trade ${sic}`,
            },
          }),
        },
      ),
    },
    {
      name: 'firms by name alone',
      why: 'one column; rare words that firms share',
      ...given(2000, () => `${rareWord()} ${chance(0.6) ? `${rareWord()} ` : ''}${pick(trades)}`, {
        ...{ twice: 0.5, more: 0.2 },
        row: (name) => ({
          name: (chance(0.2) ? slip(name) : name) + pick([' Ltd', ' Limited', '', ' (UK) Ltd']),
        }),
      }),
    },
    {
      name: 'telephones alone',
      why: 'one column, in three writings',
      ...given(3000, () => String(whole(700_000_000, 799_999_999)), {
        ...{ twice: 0.5, more: 0 },
        row: (number) => ({
          phone: pick([`0${number}`, `+44 ${number}`, `0${number.slice(0, 4)} ${number.slice(4)}`]),
        }),
      }),
    },
    {
      name: 'vehicles',
      why: 'plates with O for 0 and I for 1, or none at all',
      ...given(
        800,
        () => ({
          plate:
            `${pick(words('AB CD EF GK LM'))}${whole(10, 78)}${pick(words('ABC DEF GHJ KLM NPR STU VWX'))}${pick([...'ABCDEFGH'])}`.slice(
              0,
              7,
            ),
          model: pick(['Ford Transit', 'VW Golf', 'Vauxhall Corsa', 'BMW 3', 'Audi A4']),
          colour: pick(words('white black blue grey red')),
        }),
        {
          ...{ twice: 0.5, more: 0.3 },
          row: ({ plate, model, colour }) => ({
            plate: chance(0.15) ? plate.replace('0', 'O').replace('1', 'I') : chance(0.1) ? '' : plate,
            ...{
              make: model.split(' ')[0] ?? '',
              model,
              colour: chance(0.1) ? pick(words('white black blue')) : colour,
            },
          }),
        },
      ),
    },
    {
      name: 'products',
      why: 'titles in three orders; prices near and missing',
      ...given(
        1200,
        () => ({
          brand: pick(words('Acme Borel Cinta Dorn Elvo Gorn Ixus Jura')),
          kind: pick(words('drill kettle toaster lamp radio camera printer mixer heater fan')),
          is: pick(words('compact digital steel cordless smart portable deluxe classic')),
          model: `${pick(words('X ZR K MT QL'))}${whole(100, 999)}`,
          price: whole(20, 419),
        }),
        {
          ...{ twice: 0.5, more: 0 },
          row: ({ brand, kind, is, model, price }) => ({
            title: pick([
              `${brand} ${model} ${is} ${kind}`,
              `${brand} ${is} ${kind} - ${model}`,
              `${is} ${kind} ${model} by ${brand}`,
            ]),
            manufacturer: chance(0.5) ? brand : '',
            price: chance(0.7) ? (price * (chance(0.5) ? 1 : 0.9 + random() * 0.2)).toFixed(2) : '',
          }),
        },
      ),
    },
    {
      name: 'songs',
      why: 'a few common words; the artist in the title’s column; lengths in three units',
      ...given(
        2500,
        () => ({
          title: songTitle(),
          artist: `${pick(songWords)} ${rareWord()}`,
          album: `${pick(songWords)} ${pick(songWords)}`,
          year: whole(1960, 2019),
          seconds: whole(120, 359),
        }),
        {
          ...{ twice: 0.6, more: 0.4 },
          row: ({ title, artist, album, year, seconds }) => {
            const form = whole(0, 3);
            return {
              title: form === 2 ? `${artist} - ${title}` : chance(0.15) ? slip(title) : title,
              artist: form === 2 ? '' : chance(0.1) ? slip(artist) : artist,
              length:
                form === 1
                  ? `${Math.floor(seconds / 60)}m ${seconds % 60}sec`
                  : form === 2
                    ? String(seconds * 1000)
                    : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
              ...{
                album: chance(0.2) ? '' : album,
                year: chance(0.2) ? '' : form === 1 ? String(year).slice(2) : String(year),
              },
            };
          },
        },
      ),
    },
    {
      name: 'places',
      why: 'a name that many have, and a point',
      ...given(
        1500,
        () => ({
          name:
            pick(words('Mill Church Oak Kings West North Long Stoke')) +
            pick(words('ton ham bury ford field')),
          kind: pick(words('village hamlet town farm')),
          lat: 51 + random(),
          lng: random(),
        }),
        {
          ...{ twice: 0.5, more: 0 },
          row: ({ name, kind, lat, lng }) => ({
            ...{ name: chance(0.1) ? slip(name) : name, type: chance(0.2) ? '' : kind },
            ...{
              lat: (lat + (random() - 0.5) * 0.004).toFixed(4),
              lng: (lng + (random() - 0.5) * 0.004).toFixed(4),
            },
          }),
        },
      ),
    },
    {
      name: 'two telephones',
      why: 'names and two telephones that stand in either column, or one of them alone; the first is a household’s',
      ...people(34, (person) => {
        const { home, mobile, swapped } = telephones(person);
        return {
          name: fullName(person),
          town: cell(person, 'town'),
          telephone: swapped ? mobile : home,
          other_phone: swapped ? home : mobile,
        };
      }),
    },
    {
      name: 'telephones in a cell',
      why: 'the same, both in one cell',
      ...people(34, (person) => {
        const { home, mobile, swapped } = telephones(person);
        const both = [home, mobile].filter((one) => one !== '');
        return {
          name: fullName(person),
          town: cell(person, 'town'),
          telephone: (swapped ? both.reverse() : both).join(' / '),
        };
      }),
    },
  ];
}
