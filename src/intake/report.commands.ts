import { isHoliday, officeHours } from '../../reference/calendar.ts';
import {
  areasAt,
  chooseService,
  findIssueType,
  isGap,
  loadRouting,
  noAreas,
  placeOfPostcode,
  type ResolvedPlace,
  type Routed,
  serviceName,
} from '../directory/index.ts';
import { addWorkingDays, dayOf, timeOf, weekdayOf } from '../platform/clock/clock.ts';
import { demand, invalid, notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { noteMentions } from '../records/index.ts';
import type { ReportInput } from './report.forms.ts';
import { addEvent, addReport } from './report.store.ts';
import { hashPhrase } from './return-phrase.ts';

/** What the reporter is told at once. */
export interface Receipt {
  id: string;
  reference: string;
  /** The words to come back with; shown once, kept only as a hash. */
  phrase: string;
  serviceId: string;
  serviceName: string;
  agencyName: string;
  targetOn: string;
  why: string;
}

/** Where a report lies, from the best of what was given: a point, then a full postcode, then words alone. */
export async function resolvePlace(
  work: Work,
  place: Pick<ReportInput, 'lon' | 'lat' | 'postcode'>,
): Promise<Result<ResolvedPlace>> {
  const today = work.clock.today();
  if (place.lon !== undefined && place.lat !== undefined) {
    const areas = await areasAt(work.db, place.lon, place.lat, today);
    return ok({ ...areas, lon: place.lon, lat: place.lat, postcode: null });
  }
  if (place.postcode) {
    const found = await placeOfPostcode(work.db, place.postcode, today);
    return found
      ? ok(found)
      : invalid({
          field: 'postcode',
          words: 'We do not know this postcode. Check it, or give the street or a few words instead',
        });
  }
  return ok({ ...noAreas, lon: null, lat: null, postcode: null });
}

const isOfficeHours = (at: Date): boolean => {
  const day = dayOf(at);
  return (
    officeHours.weekdays.includes(weekdayOf(day)) &&
    !isHoliday(day) &&
    timeOf(at) >= officeHours.from &&
    timeOf(at) < officeHours.to
  );
};

/** Who would answer for this, now, and why. The same question for the form, the desk and the directory's preview. */
export async function routeFor(
  work: Work,
  issueType: string,
  place: ResolvedPlace,
  landOwner: string,
): Promise<Routed> {
  const table = await loadRouting(work.db, [issueType]);
  const routed = chooseService(table, {
    issueType,
    areas: place,
    landOwner,
    on: work.clock.today(),
    isOfficeHours: isOfficeHours(work.clock.now()),
  });
  return (
    routed ??
    demand(
      refusedByRule(
        'directory.no-inbox',
        'No service can take reports yet.',
        'A directory administrator adds a community safety inbox.',
      ),
    )
  );
}

/** Where a report would go and by when, without taking it. */
export async function expectedFor(
  work: Work,
  input: ReportInput,
): Promise<{ serviceName: string; agencyName: string; targetOn: string }> {
  const type = demand(
    await findIssueType(work.db, input.issueType).then((row) => (row ? ok(row) : notFound)),
  );
  const place = await resolvePlace(work, input);
  const routed = await routeFor(
    work,
    type.code,
    place.ok ? place.value : { ...noAreas, lon: null, lat: null, postcode: null },
    input.landOwner,
  );
  const service = demand(
    await serviceName(work.db, routed.serviceId).then((row) => (row ? ok(row) : notFound)),
  );
  return {
    serviceName: service.name,
    agencyName: service.agencyName,
    targetOn: addWorkingDays(work.clock.today(), type.targetWorkingDays, isHoliday),
  };
}

interface SubmitOptions {
  /** The agency that took it for somebody; left out, the reporter sent it themselves. */
  byAgencyId?: string | undefined;
  /** The words to come back with, where the form that sends it knows them already. */
  phrase?: string | undefined;
}

/** Takes a report from anybody, sends it to the service that answers, and gives the reporter a way back. */
export async function submitReport(
  work: Work,
  input: ReportInput,
  options: SubmitOptions = {},
): Promise<Result<Receipt>> {
  const id = work.ids.next();
  const reference = work.ids.reference('R');
  const phrase = options.phrase ?? work.ids.phrase();
  // Slow on purpose, and on another thread: so it goes on while the database looks up and writes.
  const hashing = hashPhrase(reference, phrase);
  hashing.catch(() => undefined); // Awaited below; if the act ends before, nobody needs it.
  const type = await findIssueType(work.db, input.issueType);
  if (!type?.isActive) return invalid({ field: 'issueType', words: 'Choose what it is about from the list' });
  const place = await resolvePlace(work, input);
  if (!place.ok) return place;
  const routed = await routeFor(work, type.code, place.value, input.landOwner);
  const service = demand(await serviceName(work.db, routed.serviceId).then((s) => (s ? ok(s) : notFound)));
  const now = work.clock.now();
  const report = {
    id,
    reference,
    issueType: type.code,
    description: input.description,
    channel: input.channel,
    reporterType: input.reporterType ?? null,
    isAnonymous: input.isAnonymous,
    isSensitive: type.isSensitive,
    receivedAt: now,
    receivedByAgencyId: options.byAgencyId ?? routed.agencyId,
    receivedByOfficerId: work.viewer.kind === 'officer' ? work.viewer.officerId : null,
    ...withoutCounty(place.value),
    placeWords: input.placeWords ?? null,
    landOwner: input.landOwner,
    serviceId: routed.serviceId,
    ownerAgencyId: routed.agencyId,
    routedBy: routed.routedBy,
    routeWhy: routed.why,
    routedAt: now,
    firstTargetOn: addWorkingDays(work.clock.today(), type.targetWorkingDays, isHoliday),
  };
  report.reference = await addReport(work, report);
  await addReporter(work, report.id, input);
  await addEvent(work, {
    reportId: report.id,
    kind: 'received',
    words: `Received by ${input.channel}`,
    isPublic: false,
  });
  await addEvent(work, {
    reportId: report.id,
    kind: 'routed',
    words: `Sent to ${service.name}, ${service.agencyName}. ${routed.why.words}`,
  });
  // A gap is read by administrators, who may not learn that a sensitive report exists.
  if (isGap(routed, report.districtCode) && !type.isSensitive) await noteGap(work, report, type.name);
  await noteMentions(work, [
    {
      reportId: report.id,
      agencyId: routed.agencyId,
      text: input.description,
      isSensitive: type.isSensitive,
      receivedAt: work.clock.now(),
    },
  ]);
  await enqueue(work.db, 'tell-service', { reportId: report.id });
  await work.db
    .insertInto('intake.returnPhrase')
    .values({
      reportId: report.id,
      phraseHash: report.reference === reference ? await hashing : await hashPhrase(report.reference, phrase),
    })
    .execute();
  about(work, 'report', report.id, { issueType: type.code, routedBy: routed.routedBy });
  return ok({
    id: report.id,
    reference: report.reference,
    phrase,
    serviceId: service.id,
    serviceName: service.name,
    agencyName: service.agencyName,
    targetOn: report.firstTargetOn,
    why: routed.why.words,
  });
}

const withoutCounty = ({ countyCode: _county, ...place }: ResolvedPlace) => place;

/** An anonymous report keeps nothing of who sent it, even if the form was filled in. */
async function addReporter(work: Work, reportId: string, input: ReportInput): Promise<void> {
  if (input.isAnonymous || !(input.name || input.phone || input.email || input.address)) return;
  await work.db
    .insertInto('intake.reporter')
    .values({
      reportId,
      name: input.name ?? null,
      phone: input.phone ?? null,
      email: input.email ?? null,
      address: input.address ?? null,
    })
    .execute();
}

async function noteGap(
  work: Work,
  report: { id: string; issueType: string; districtCode: string | null },
  words: string,
): Promise<void> {
  await work.db
    .insertInto('directory.gap')
    .values({
      id: work.ids.next(),
      words,
      issueType: report.issueType,
      districtCode: report.districtCode,
      reportId: report.id,
      notedAt: work.clock.now(),
      notedBy: work.viewer.kind === 'officer' ? work.viewer.officerId : null,
    })
    .execute();
}
