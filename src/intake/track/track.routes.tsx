import { z } from 'zod';
import { PUBLIC } from '../../platform/access/permission.ts';
import { demand, type FieldProblem, invalid, type Result } from '../../platform/failures/failures.ts';
import { type Ask, act, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { photoFormLimit, readPhotos } from '../photos/photo.commands.ts';
import { messageSchema } from '../report.forms.ts';
import { answerByPhrase, photosByPhrase, type Return, type Tracked, trackReport } from './track.commands.ts';
import { TrackedPage, TrackForm } from './track.pages.tsx';

const typed = z.preprocess((raw) => (typeof raw === 'string' ? raw : ''), z.string());
/** Takes whatever is typed: a malformed reference is a wrong one, and is answered like any other wrong one. */
const returnSchema = z.object({ reference: typed, phrase: typed });
const answerSchema = z.object({ ...returnSchema.shape, body: typed });

const noMatch: FieldProblem = {
  field: 'reference',
  words:
    'The reference and the words do not belong together, or there is no such report. Check both: each letter counts',
};

const formPage = (ask: Ask, reference: string, problems: readonly FieldProblem[]): PageReply =>
  page('Come back to a report', <TrackForm csrf={ask.csrf} reference={reference} problems={problems} />, {
    isPublic: true,
    problems,
  });

interface Rest {
  typed?: string;
  problems?: readonly FieldProblem[];
  done?: string;
}

/** The report, or the form again with the one answer for every wrong pair. */
function reportPage(ask: Ask, pair: Return, result: Result<Tracked>, rest: Rest = {}): PageReply {
  if (!result.ok) return formPage(ask, pair.reference, [noMatch]);
  const problems = rest.problems ?? [];
  const body = (
    <TrackedPage
      report={result.value}
      pair={pair}
      csrf={ask.csrf}
      typed={rest.typed ?? ''}
      problems={problems}
      done={rest.done}
    />
  );
  return page(`Your report ${result.value.reference}`, body, { isPublic: true, problems });
}

const problemsOf = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({ field: issue.path.join('.'), words: issue.message }));

const answerSent = 'Sent. The service reads it on your report.';
const photosSent = 'Photos sent. They are kept with your report.';

async function answer(work: Work, ask: Ask, given: Return & { body: string }): Promise<PageReply> {
  const message = messageSchema.safeParse({ body: given.body });
  if (!message.success)
    return reportPage(ask, given, await trackReport(work, given), {
      typed: given.body,
      problems: problemsOf(message.error),
    });
  return reportPage(ask, given, await answerByPhrase(work, { ...given, body: message.data.body }), {
    done: answerSent,
  });
}

async function photos(work: Work, ask: Ask, pair: Return): Promise<PageReply> {
  // Who comes back by words alone is treated as anonymous: that they gave a name is not looked up here.
  const read = readPhotos(ask.uploads, true);
  const problems =
    read.problems.length === 0 && read.photos.length === 0
      ? [{ field: 'photos', words: 'Choose a photo' }]
      : read.problems;
  if (problems.length > 0) return reportPage(ask, pair, await trackReport(work, pair), { problems });
  return reportPage(ask, pair, await photosByPhrase(work, pair, read.photos), {
    done: photosSent,
  });
}

const examplePair = { reference: 'R-SAMP-001', phrase: 'river-river-river-river-100' };

const trackedView = z.object({
  reference: z.string(),
  issueName: z.string(),
  status: z.string(),
  receivedAt: z.string(),
  targetOn: z.string(),
  serviceName: z.string(),
  agencyName: z.string(),
  placeWords: z.string().nullable(),
  outcomeWords: z.string().nullable(),
  lines: z.array(z.object({ at: z.string(), fromReporter: z.boolean(), body: z.string() })),
});
const asJson = (result: Result<Tracked>): z.input<typeof trackedView> => {
  const { statusWords, receivedAt, lines, ...rest } = demand(result);
  return {
    ...rest,
    status: statusWords,
    receivedAt: receivedAt.toISOString(),
    lines: lines.map((line) => ({ ...line, at: line.at.toISOString() })),
  };
};

/** Coming back to a report, as pages and as JSON. All of it is limited by address, like every public form. */
export const trackRoutes: readonly Route[] = [
  show({
    path: '/track',
    words: 'Come back to a report by its reference and words',
    permission: PUBLIC,
    audit: 'track.form-shown',
    handle: (_work, _input, ask) => formPage(ask, '', []),
  }),
  act({
    path: '/track',
    words: 'Shows a report to whoever has its reference and words',
    permission: PUBLIC,
    audit: 'track.opened',
    body: returnSchema,
    example: { body: examplePair },
    handle: async (work, { body }, ask) => reportPage(ask, body, await trackReport(work, body)),
  }),
  act({
    path: '/track/answer',
    words: 'Takes an answer from a reporter',
    permission: PUBLIC,
    audit: 'track.answered',
    body: answerSchema,
    example: { body: { ...examplePair, body: 'On the left side.' } },
    handle: (work, { body }, ask) => answer(work, ask, body),
    again: async (work, { body }, ask) =>
      reportPage(ask, body, await trackReport(work, body), { done: answerSent }),
  }),
  act({
    path: '/track/photos',
    words: 'Takes photos from a reporter who comes back',
    permission: PUBLIC,
    audit: 'track.photos-added',
    body: returnSchema,
    uploadLimit: photoFormLimit,
    example: { body: examplePair },
    handle: (work, { body }, ask) => photos(work, ask, body),
    again: async (work, { body }, ask) =>
      reportPage(ask, body, await trackReport(work, body), { done: photosSent }),
  }),
  apiPost({
    path: '/api/v1/track',
    words: 'A report for whoever has its reference and words',
    permission: PUBLIC,
    audit: 'track.opened',
    body: returnSchema,
    output: trackedView,
    status: 200,
    example: { body: examplePair },
    handle: async (work, { body }) => asJson(await trackReport(work, body)),
  }),
  apiPost({
    path: '/api/v1/track/answers',
    words: 'An answer from a reporter',
    permission: PUBLIC,
    audit: 'track.answered',
    body: z.object({ ...returnSchema.shape, ...messageSchema.shape }),
    output: trackedView,
    example: { body: { ...examplePair, body: 'On the left side.' } },
    handle: async (work, { body }) => asJson(await answerByPhrase(work, body)),
  }),
  apiPost({
    path: '/api/v1/track/photos',
    words: 'Photos from a reporter, as a multipart form with files in the field photos',
    permission: PUBLIC,
    audit: 'track.photos-added',
    body: returnSchema,
    output: z.object({ photos: z.number(), words: z.string() }),
    example: { body: examplePair },
    handle: async (work, { body }, ask) => {
      const read = readPhotos(ask.uploads, true);
      if (read.problems.length > 0) demand(invalid(...read.problems));
      demand(await photosByPhrase(work, body, read.photos));
      return { photos: read.photos.length, words: 'Kept with your report.' };
    },
  }),
];
