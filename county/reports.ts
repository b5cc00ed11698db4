import type { Channel, County, CountyIssueType, CountyReport, ReportStream } from './county.types.ts';
import { DAY_MS, dayNumber, dayOf, summerTimeMs } from './days.ts';
import { type DayShape, dayShape, drawChannel, drawMinute, months } from './demand.ts';
import { describe, describeSensitive, describeUnplaced } from './descriptions.ts';
import { handoverFinder, receiverOf } from './handover.ts';
import { issueProfiles } from './issues.ts';
import { mentionDrawer } from './mentions.ts';
import { duplicateEnding, endingOf } from './outcomes.ts';
import { placeFinder, type Spot } from './places.ts';
import { at, get, hashWords, type Random, randomFor, uuidOf } from './random.ts';
import { reporterDrawer, reporterTypeFor } from './reporters.ts';

const ANONYMOUS_SHARE = 0.04;
const DUPLICATE_SHARE = 0.032;

/** Crockford's alphabet: no letter that reads as a digit or makes a rude word likely. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FIRST_DAY = dayNumber('2010-01-01');

/**
 * A reference that tells nothing about how many reports there are: the day and the place in the day, put through a small
 * Feistel network on 35 bits, which never gives one value twice.
 */
export function referenceOf(number: number, index: number): string {
  const day = number - FIRST_DAY;
  let left = ((day << 2) | (index >>> 18)) & 0x1ffff;
  let right = index & 0x3ffff;
  for (let round = 0; round < 4; round++) {
    right = (right ^ scramble(left, round)) & 0x3ffff;
    left = (left ^ scramble(right, round + 9)) & 0x1ffff;
  }
  let text = '';
  let value = left * 0x40000 + right;
  for (let i = 0; i < 7; i++) {
    text = ALPHABET.charAt(value % 32) + text;
    value = Math.floor(value / 32);
  }
  return `R-${text.slice(0, 4)}-${text.slice(4)}`;
}

function scramble(value: number, round: number): number {
  let mixed = Math.imul(value ^ Math.imul(round + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

interface Arrival {
  typeIndex: number;
  channel: Channel;
  minute: number;
}

/** When and by what way a day's reports come, in order. */
function arrivals(number: number, shape: DayShape, perYear: number, random: Random): Arrival[] {
  const month = at(months, new Date(number * DAY_MS).getUTCMonth());
  const expected = (perYear / 365.25) * month.busyness * shape.factor * (0.85 + random.next() * 0.3);
  const count = Math.floor(expected + random.next());
  const list = Array.from({ length: count }, (): Arrival => {
    const typeIndex = month.drawType(random);
    const channel = drawChannel(random, shape.isWorkingDay);
    return { typeIndex, channel, minute: drawMinute(random, channel, typeIndex) };
  });
  return list.sort((a, b) => a.minute - b.minute);
}

interface Desk {
  /** Makes one report; `earlier` is a report of the same day that this one repeats. */
  write(day: Day, arrival: Arrival, index: number, random: Random): CountyReport;
}

interface Day {
  number: number;
  text: string;
  startMs: number;
  shape: DayShape;
  /** What was reported so far today, for those who report it again. */
  seen: { typeIndex: number; spot: Spot }[];
}

const isInHours = (shape: DayShape, minute: number): boolean =>
  shape.isWorkingDay && minute >= 8 * 60 + 45 && minute < 17 * 60 + 15;

const isAtHome = (type: CountyIssueType): boolean =>
  type.group === 'Housing' || type.group === 'Noise and nuisance' || type.code === 'missed-bin';

function textFor(
  type: CountyIssueType,
  texts: readonly string[],
  spot: Spot,
  isFallback: boolean,
  random: Random,
): string {
  if (type.isSensitive === true) return describeSensitive(random, texts);
  return isFallback
    ? describeUnplaced(random, spot.street)
    : describe(random, texts, spot.street, isAtHome(type));
}

function openDesk(county: County): Desk {
  const findPlace = placeFinder(county);
  const handOver = handoverFinder(county);
  const drawReporter = reporterDrawer(county.streets);
  const drawMentions = mentionDrawer(county.subjects);
  const districtAgencies = new Map(
    county.agencies.flatMap((a) => (a.kind === 'district-council' ? [[a.areaCode, a.id] as const] : [])),
  );
  const nowMs = dayNumber(county.today) * DAY_MS;
  const write = (day: Day, arrival: Arrival, index: number, random: Random): CountyReport => {
    const again = day.seen.length > 0 && random.chance(DUPLICATE_SHARE) ? random.pick(day.seen) : undefined;
    const typeIndex = again?.typeIndex ?? arrival.typeIndex;
    const spot = again?.spot ?? findPlace(random);
    if (!again) day.seen.push({ typeIndex, spot });
    const { type, texts } = at(issueProfiles, typeIndex);
    const receivedMs = day.startMs + arrival.minute * 60_000 + random.between(0, 59) * 1000;
    const handover = handOver(type, spot, day.text, isInHours(day.shape, arrival.minute), random);
    const isAnonymous = random.chance(type.isSensitive === true ? 0.12 : ANONYMOUS_SHARE);
    return {
      id: uuidOf(`report ${day.text} ${index}`),
      reference: referenceOf(day.number, index),
      issueType: type.code,
      description: textFor(type, texts, spot, handover.routedBy === 'fallback', random),
      channel: arrival.channel,
      ...(isAnonymous
        ? {}
        : { reporterType: reporterTypeFor(type.group, random), reporter: drawReporter(random) }),
      isAnonymous,
      receivedByAgencyId: receiverOf(type, get(districtAgencies, spot.districtCode), random),
      receivedAt: new Date(receivedMs).toISOString(),
      point: spot.point,
      placeWords: spot.words,
      postcode: spot.postcode,
      wardCode: spot.before && day.text <= spot.before.endsOn ? spot.before.wardCode : spot.wardCode,
      districtCode: spot.districtCode,
      landOwner: type.asksLandOwner === true ? spot.landOwner : 'unknown',
      ...handover,
      ...(again ? duplicateEnding(receivedMs, nowMs, random) : endingOf(type, receivedMs, nowMs, random)),
      subjects: drawMentions(type.group, random),
    };
  };
  return { write };
}

/**
 * The county's reports as a stream, in order of receipt. Each day is made on its own, so that a part of the years gives
 * the same reports as the whole, and nothing is kept in memory.
 */
export function countyReports(county: County): ReportStream {
  const desk = openDesk(county);
  return function* ({ from, to, perYear }) {
    // The county stands as at the first minute of `today`, so that nothing in it lies ahead of a reader’s own clock.
    const last = Math.min(dayNumber(to), dayNumber(county.today) - 1);
    for (let number = dayNumber(from); number <= last; number++) {
      const text = dayOf(number);
      const shape = dayShape(number);
      const random = randomFor(`reports of ${text} ${hashWords(String(perYear))[0]}`);
      const day: Day = { number, text, shape, startMs: number * DAY_MS - summerTimeMs(number), seen: [] };
      let index = 0;
      for (const arrival of arrivals(number, shape, perYear, random)) {
        yield desk.write(day, arrival, index, random);
        index += 1;
      }
    }
  };
}
