import type { Block, PrintedDocument } from '../platform/documents/model.ts';
import { DataTable, SummaryList } from '../platform/ui/index.ts';

/** A paper as a page: the same blocks as the printed files. */
export const MinutesPage = ({ paper, meetingId }: { paper: PrintedDocument; meetingId: string }) => (
  <>
    <h1 class="govuk-heading-l">{paper.title}</h1>
    <p class="govuk-body">
      Download:{' '}
      <a class="govuk-link" href={`/meetings/${meetingId}/minutes.pdf`}>
        PDF
      </a>{' '}
      <a class="govuk-link" href={`/meetings/${meetingId}/minutes.docx`}>
        Word
      </a>
    </p>
    {paper.blocks.map((block) => (
      <PaperBlock block={block} />
    ))}
  </>
);

function PaperBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? (
        <h3 class="govuk-heading-s">{block.text}</h3>
      ) : (
        <h2 class="govuk-heading-m">{block.text}</h2>
      );
    case 'paragraph':
      return <p class="govuk-body">{block.isStrong ? <strong>{block.text}</strong> : block.text}</p>;
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'facts':
      return <SummaryList rows={block.rows.map((row) => ({ key: row.key, value: row.value }))} />;
    case 'table':
      return (
        <DataTable
          caption={block.caption ?? block.columns.map((column) => column.heading).join(', ')}
          captionClasses={block.caption ? undefined : 'govuk-visually-hidden'}
          rows={block.rows}
          columns={block.columns.map((column, i) => ({
            heading: column.heading,
            numeric: column.isNumber,
            cell: (row: readonly string[]) => row[i] ?? '',
          }))}
          empty={{ title: 'None' }}
        />
      );
    case 'address':
      return (
        <p class="govuk-body">
          {block.lines.map((line) => (
            <>
              {line}
              <br />
            </>
          ))}
        </p>
      );
    case 'page-break':
      return <hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible" />;
  }
}
