import { z } from 'zod';
import { demand, hidden, notFound, ok } from '../../platform/failures/failures.ts';
import { download, type Route, show } from '../../platform/http/declare.ts';
import { file, page } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { EmptyState, Instant, SummaryList } from '../../platform/ui/index.ts';
import { readReports } from '../intake.permissions.ts';
import { reportParams } from '../report.forms.ts';
import { photoPolicy } from '../report.policy.ts';
import { openReport } from '../report.queries.ts';
import type { Report } from '../report.store.ts';
import { mayOpen, openingOf, openingWords, openKept } from './photo.open.ts';

/** A report's photos are seen by whoever may read its words. */
async function reportWithPhotos(work: Work, id: string): Promise<Report> {
  const report = demand(await openReport(work, id));
  return demand(photoPolicy.can(work.viewer, report) ? ok(report) : hidden);
}

const photosOf = (work: Work, report: Report) =>
  work.db
    .selectFrom('platform.file as f')
    .innerJoin('intake.report as r', 'r.id', 'f.ownerId')
    .select(['f.id', 'f.name', 'f.mediaType', 'f.sizeBytes', 'f.sha256', 'f.scan', 'f.addedAt'])
    .where('f.ownerKind', '=', 'report')
    .where('f.ownerId', '=', report.id)
    .where(photoPolicy.visible(work.viewer, 'r'))
    .orderBy('f.addedAt')
    .orderBy('f.name')
    .execute();

type PhotoRow = Awaited<ReturnType<typeof photosOf>>[number];

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const PhotoCard = ({ report, photo }: { report: Report; photo: PhotoRow }) => {
  const opening = openingOf(photo, 'as-kept');
  return (
    <SummaryList
      card={{ title: photo.name }}
      rows={[
        { key: 'State', value: openingWords[opening] },
        { key: 'Received', value: <Instant at={photo.addedAt} /> },
        { key: 'Kind and size', value: `${photo.mediaType}, ${sizeWords(photo.sizeBytes)}` },
        { key: 'SHA-256', value: <code class="bw-hash">{photo.sha256}</code> },
        mayOpen(opening) && {
          key: 'Open',
          value: (
            <a class="govuk-link" href={`/reports/${report.id}/photos/${photo.id}`}>
              Open {photo.name}
            </a>
          ),
        },
      ]}
    />
  );
};

const PhotosPage = ({ report, photos }: { report: Report; photos: readonly PhotoRow[] }) => (
  <>
    <h1 class="govuk-heading-l">Photos sent with {report.reference}</h1>
    {photos.length === 0 ? (
      <EmptyState title="No photos">
        Photos that the reporter sends, now or later, are listed here.
      </EmptyState>
    ) : (
      photos.map((photo) => <PhotoCard {...{ report, photo }} />)
    )}
  </>
);

/** Photos of a report, for those who work it. */
export const photoRoutes: readonly Route[] = [
  show({
    path: '/reports/:reportId/photos',
    words: 'The photos sent with a report',
    permission: readReports,
    audit: 'report.photos-listed',
    params: reportParams,
    handle: async (work, { params }) => {
      const report = await reportWithPhotos(work, params.reportId);
      return page(
        `Photos of ${report.reference}`,
        <PhotosPage report={report} photos={await photosOf(work, report)} />,
        { back: { href: `/reports/${report.id}`, text: report.reference }, marking: 'OFFICIAL' },
      );
    },
  }),
  download({
    path: '/reports/:reportId/photos/:fileId',
    words:
      'One photo of a report; a picture without what its camera wrote, any other file once a virus scanner has passed it',
    permission: readReports,
    audit: 'report.photo-opened',
    params: z.object({ ...reportParams.shape, fileId: z.uuid() }),
    example: { params: { fileId: '00000000-0000-4000-8000-000000000000' } },
    handle: async (work, { params }) => {
      const report = await reportWithPhotos(work, params.reportId);
      const row = (await photosOf(work, report)).find((photo) => photo.id === params.fileId);
      const photo = demand(row ? ok(row) : notFound);
      const kept = await work.db
        .selectFrom('platform.file')
        .select('content')
        .where('id', '=', photo.id)
        .executeTakeFirstOrThrow();
      const { content, inline } = demand(openKept({ ...photo, ...kept }, 'as-kept'));
      work.note.detail.fileId = photo.id;
      return file(photo.name, photo.mediaType, content, inline);
    },
  }),
];
