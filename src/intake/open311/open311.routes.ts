import { z } from 'zod';
import { findIssueType, type IssueTypeRow, listIssueTypes } from '../../directory/index.ts';
import { PUBLIC } from '../../platform/access/permission.ts';
import type { FieldProblem } from '../../platform/failures/failures.ts';
import { act, download, type Route } from '../../platform/http/declare.ts';
import type { Reply } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { submitReport } from '../report.commands.ts';
import { reportSchema } from '../report.forms.ts';
import { landOwnerWords } from '../report.words.ts';
import { trackReport } from '../track/track.commands.ts';
import {
  type Format,
  failed,
  formats,
  type Item,
  listed,
  type Names,
  problemWords,
  single,
} from './open311.answer.ts';

/** Whatever is sent under any other name (api_key, jurisdiction_id, media_url, device_id) is neither read nor kept. */
const sentText = z.preprocess((raw) => (typeof raw === 'string' ? raw : undefined), z.string().optional());
const requestSchema = z.object({
  service_code: sentText,
  description: sentText,
  lat: sentText,
  long: sentText,
  address_string: sentText,
  first_name: sentText,
  last_name: sentText,
  phone: sentText,
  email: sentText,
  /** Sent as `attribute[land_owner]`. */
  attribute: z.object({ land_owner: sentText }).optional().catch(undefined),
});
type Sent = z.output<typeof requestSchema>;

/** The sender's names of our fields, for saying what to change. */
const sentAs: Readonly<Record<string, string>> = {
  issueType: 'service_code',
  lon: 'long',
  placeWords: 'address_string',
  name: 'first_name',
  landOwner: 'attribute[land_owner]',
};

const servicesNames: Names = { list: 'services', item: 'service' };
const requestsNames: Names = { list: 'service_requests', item: 'request' };

/**
 * What an application of somebody else's may offer. A kind whose reports are sensitive is reported on our own page alone:
 * Open311 has no words for what must not be passed around.
 */
const isOffered = (type: IssueTypeRow): boolean => type.isActive && !type.isSensitive;

const serviceItem = (type: IssueTypeRow): Item => ({
  service_code: type.code,
  service_name: type.name,
  description: type.hint ?? type.name,
  metadata: type.asksLandOwner,
  type: 'realtime',
  keywords: type.words.join(','),
  group: type.groupName,
});

async function definition(work: Work, format: Format, code: string): Promise<Reply> {
  const type = await findIssueType(work.db, code);
  if (!type || !isOffered(type)) return failed(format, 404, ['There is no service with this service_code.']);
  const landOwner: Item = {
    variable: true,
    code: 'land_owner',
    datatype: 'singlevaluelist',
    required: false,
    datatype_description: 'One of the keys',
    order: 1,
    description: 'Whose land is it on?',
    values: Object.entries(landOwnerWords).map(([key, name]) => ({ key, name })),
  };
  return single(format, 'service_definition', {
    service_code: type.code,
    attributes: type.asksLandOwner ? [landOwner] : [],
  });
}

const badRequest = (format: Format, problems: readonly FieldProblem[]): Reply =>
  failed(format, 400, problemWords(problems, sentAs));

async function take(work: Work, format: Format, sent: Sent): Promise<Reply> {
  const type = sent.service_code ? await findIssueType(work.db, sent.service_code) : undefined;
  if (!type || !isOffered(type))
    return failed(format, sent.service_code ? 404 : 400, [
      'service_code: There is no service with this code.',
    ]);
  const parsed = reportSchema.safeParse({
    issueType: type.code,
    description: sent.description,
    lat: sent.lat,
    lon: sent.long,
    placeWords: sent.address_string,
    landOwner: sent.attribute?.land_owner,
    name: [sent.first_name, sent.last_name].filter(Boolean).join(' '),
    phone: sent.phone,
    email: sent.email,
    channel: 'app',
    // Whoever gives no name and no way to reach them has reported anonymously.
    isAnonymous: !(sent.first_name || sent.last_name || sent.phone || sent.email),
  });
  if (!parsed.success)
    return badRequest(
      format,
      parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), words: issue.message })),
    );
  const done = await submitReport(work, parsed.data);
  if (!done.ok)
    return badRequest(
      format,
      done.failure.kind === 'invalid' ? done.failure.problems : [{ field: '', words: 'It cannot be taken' }],
    );
  const { reference, phrase, serviceName, agencyName } = done.value;
  const item: Item = {
    service_request_id: reference,
    service_notice: `${serviceName}, ${agencyName}, deals with it. Keep return_words: without them nobody can ask how it goes.`,
    account_id: null,
    return_words: phrase,
  };
  return listed(format, requestsNames, [item], 201);
}

/** A wrong pair, no words and an unknown reference are one answer. */
async function oneRequest(work: Work, format: Format, reference: string, words: string): Promise<Reply> {
  const found = await trackReport(work, { reference, phrase: words });
  if (!found.ok)
    return failed(format, 404, [
      'There is no request that this service_request_id and these words belong to.',
    ]);
  const report = found.value;
  return listed(format, requestsNames, [
    {
      service_request_id: report.reference,
      status: report.isOpen ? 'open' : 'closed',
      status_notes: report.outcomeWords ?? report.statusWords,
      service_name: report.issueName,
      agency_responsible: `${report.serviceName}, ${report.agencyName}`,
      requested_datetime: report.receivedAt.toISOString(),
      expected_datetime: report.targetOn,
      address: report.placeWords,
    },
  ]);
}

const routesOf = (format: Format): readonly Route[] => [
  download({
    path: `/open311/v2/services.${format}`,
    words: 'Open311: the kinds of problem that may be reported',
    permission: PUBLIC,
    audit: 'issue-types.listed',
    handle: async (work) =>
      listed(format, servicesNames, (await listIssueTypes(work.db)).filter(isOffered).map(serviceItem)),
  }),
  download({
    path: `/open311/v2/services/:issueType.${format}`,
    words: 'Open311: what else is asked about one kind of problem',
    permission: PUBLIC,
    audit: 'issue-type.opened',
    params: z.object({ issueType: z.string().max(60) }),
    handle: (work, { params }) => definition(work, format, params.issueType),
  }),
  act({
    path: `/open311/v2/requests.${format}`,
    words: 'Open311: report a problem',
    permission: PUBLIC,
    audit: 'report.submitted',
    body: requestSchema,
    example: {
      body: { service_code: 'fly-tipping', description: 'A mattress.', address_string: 'By the gate' },
    },
    handle: (work, { body }) => take(work, format, body),
  }),
  download({
    path: `/open311/v2/requests.${format}`,
    words: 'Open311: always an empty list, since no report is public (ADR 8)',
    permission: PUBLIC,
    audit: 'open-requests.listed',
    handle: () => listed(format, requestsNames, []),
  }),
  download({
    path: `/open311/v2/requests/:reference.${format}`,
    words: 'Open311: how one request goes, for who holds its words (as a bearer token)',
    permission: PUBLIC,
    audit: 'track.opened',
    params: z.object({ reference: z.string().max(40) }),
    example: { params: { reference: 'R-SAMP-001' } },
    isGuessable: true,
    handle: (work, { params }, ask) => oneRequest(work, format, params.reference, ask.sessionToken ?? ''),
  }),
];

/** GeoReport v2 over the same directory and commands as the public's own pages. */
export const open311Routes: readonly Route[] = formats.flatMap(routesOf);
