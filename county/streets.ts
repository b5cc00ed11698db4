import type { CountyPostcode, CountyStreet, Point } from './county.types.ts';
import { centreOf, isInside } from './geometry.ts';
import type { WardPlan } from './map.ts';
import { at, type Random, randomFor, uuidOf } from './random.ts';

const split = (words: string): string[] => words.split(' ');

const STEMS = split(
  'Alder Amber Anchor Ash Barley Beacon Bittern Blackthorn Bramble Brewery Bridle Campion Cask Chandler Chapel Cinder ' +
    'Clover Cobbler Cooper Coppice Cormorant Cropper Curlew Damson Dipper Drover Dunlin Elder Fallow Farrier Ferry Fiddler ' +
    'Flint Foundry Fuller Furze Gannet Glover Gorse Granary Hatter Hawthorn Hazel Heron Hopper Juniper Kestrel Kiln Lantern ' +
    'Lapwing Larch Linnet Mallard Maltings Marram Meadow Mercer Miller Orchard Osier Otter Paddock Pepper Pilot Plover Potter ' +
    'Quarry Quill Ropewalk Rowan Saddler Sandpiper Sedge Shepherd Skylark Sorrel Staithe Sycamore Tanner Teasel Tiller Turner ' +
    'Vetch Warren Weaver Wherry Willow Yarrow',
);
const KINDS = split(
  'Street Road Lane Avenue Close Way Drive Gardens Row Terrace Rise Court Mews Walk Place View Green Hill',
);

/** Letters that the Post Office's inward half may hold: it leaves out C, I, K, M, O and V. */
const INWARD = 'ABDEFGHJLNPQRSTUWXYZ';

export interface Ways {
  streets: CountyStreet[];
  postcodes: CountyPostcode[];
}

/** Two outcodes to a district, and a few wards whose post comes from over the border: a postcode is not an address's council. */
function outcodeOf(ward: WardPlan, index: number, wards: readonly WardPlan[]): string {
  const own = wards.filter((other) => other.district.code === ward.district.code);
  const district = ward.district.letter.charCodeAt(0) - 65;
  const home = district * 2 + (own.indexOf(ward) < own.length / 2 ? 1 : 2);
  if (index % 12 === 5) return `QX${((district + 1) % 6) * 2 + 1}`;
  return `QX${home}`;
}

/** Hands out an outcode's postcodes once each, a sector at a time. */
function inwardDealer(): (outcode: string) => string {
  const dealt = new Map<string, number>();
  return (outcode) => {
    const n = dealt.get(outcode) ?? 0;
    dealt.set(outcode, n + 1);
    // 83 and 400 share no factor, so stepping by 83 meets every pair of letters before any repeats.
    const letters = (n * 83) % 400;
    const sector = 1 + Math.floor(n / 60);
    return `${outcode} ${sector}${INWARD.charAt(Math.floor(letters / 20))}${INWARD.charAt(letters % 20)}`;
  };
}

const DEGREES_EAST_PER_NORTH = 1.715;

function streetLine(ward: WardPlan, random: Random): Point[] {
  const centre = centreOf(ward.polygon);
  const spread = ward.rank === 0 ? 0.016 : 0.011;
  for (;;) {
    const angle = random.next() * 2 * Math.PI;
    const reach = spread * Math.sqrt(random.next());
    const heading = random.next() * Math.PI;
    const length = 0.0008 + random.next() * 0.0025;
    const bend = (random.next() - 0.5) * 0.8;
    const start: Point = [
      centre[0] + Math.cos(angle) * reach * DEGREES_EAST_PER_NORTH,
      centre[1] + Math.sin(angle) * reach,
    ];
    const points = [start];
    for (let i = 0; i < 3; i++) {
      const from = at(points, i);
      const turn = heading + bend * i;
      points.push([
        from[0] + Math.cos(turn) * length * DEGREES_EAST_PER_NORTH * 0.5,
        from[1] + Math.sin(turn) * length * 0.5,
      ]);
    }
    const line = points.map(([x, y]): Point => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]);
    if (line.every((point) => isInside(point, ward.polygon))) return line;
  }
}

/** A point along a street, by fraction of its pieces. */
export function along(points: readonly Point[], fraction: number): Point {
  const reach = Math.min(0.999999, fraction) * (points.length - 1);
  const piece = Math.floor(reach);
  const [from, to] = [at(points, piece), at(points, piece + 1)];
  const part = reach - piece;
  return [
    Math.round((from[0] + (to[0] - from[0]) * part) * 1e6) / 1e6,
    Math.round((from[1] + (to[1] - from[1]) * part) * 1e6) / 1e6,
  ];
}

/** Streets cluster about each ward's settlement, so that the map shows towns and open country. */
export function buildWays(wards: readonly WardPlan[]): Ways {
  const random = randomFor('county streets');
  const deal = inwardDealer();
  const streets: CountyStreet[] = [];
  const postcodes: CountyPostcode[] = [];
  const used = new Set<string>();
  wards.forEach((ward, index) => {
    const outcode = outcodeOf(ward, index, wards);
    const count = ward.rank === 0 ? 24 : ward.rank === 1 ? 18 : 13;
    for (let i = 0; i < count; i++) {
      let name = '';
      do name = `${random.pick(STEMS)} ${random.pick(KINDS)}`;
      while (used.has(`${ward.settlement} ${name}`));
      used.add(`${ward.settlement} ${name}`);
      const points = streetLine(ward, random);
      const own: string[] = [];
      const codes = random.between(3, 5);
      for (let c = 0; c < codes; c++) {
        const postcode = deal(outcode);
        own.push(postcode);
        const point = along(points, (c + 0.5) / codes);
        postcodes.push({ postcode, point, districtCode: ward.district.code, wardCode: ward.code });
      }
      const id = uuidOf(`street ${ward.settlement} ${name}`);
      streets.push({ id, name, town: ward.settlement, wardCode: ward.code, points, postcodes: own });
    }
  });
  return { streets, postcodes };
}
