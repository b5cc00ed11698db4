import type { Block } from '../platform/documents/model.ts';
import type { FieldProblem } from '../platform/failures/failures.ts';
import {
  asked,
  Button,
  DataTable,
  Details,
  Form,
  InsetText,
  Instant,
  Select,
  SummaryList,
  Textarea,
} from '../platform/ui/index.ts';
import type { MinutesView } from './minutes.commands.ts';

export interface MinutesPageProps {
  view: MinutesView;
  csrf: string;
  problems: readonly FieldProblem[];
  typed: Record<string, unknown>;
}

/** The minutes as a page: the same blocks as the printed files, the other versions, and how to correct them. */
export function MinutesPage(props: MinutesPageProps) {
  const { view } = props;
  const { paper, editions, number, meeting } = view;
  const isEarlier = number < editions.length;
  const query = isEarlier ? `?version=${number}` : '';
  return (
    <>
      <h1 class="govuk-heading-l">{paper.title}</h1>
      {isEarlier && (
        <InsetText>
          This is version {number}. It has been corrected since:{' '}
          <a class="govuk-link" href={`/meetings/${meeting.id}/minutes`}>
            read version {editions.length}
          </a>
          .
        </InsetText>
      )}
      {meeting.status === 'closed' && editions.length === 0 && (
        <InsetText>
          This meeting was closed before minutes were kept as written: they are made from the records as they
          stand today.
        </InsetText>
      )}
      <p class="govuk-body">
        Download:{' '}
        <a class="govuk-link" href={`/meetings/${meeting.id}/minutes.pdf${query}`}>
          PDF
        </a>{' '}
        <a class="govuk-link" href={`/meetings/${meeting.id}/minutes.docx${query}`}>
          Word
        </a>
      </p>
      {paper.blocks.map((block) => (
        <PaperBlock block={block} />
      ))}
      {editions.length > 1 && <Versions view={view} />}
      {view.lines.length > 0 && <Correct {...props} />}
    </>
  );
}

const Versions = ({ view: { meeting, editions, number } }: { view: MinutesView }) => (
  <>
    <h2 class="govuk-heading-m">All versions</h2>
    <ul class="govuk-list govuk-list--bullet">
      {editions.map((edition) => (
        <li>
          {edition.number === number ? (
            `Version ${edition.number}, this one`
          ) : (
            <a class="govuk-link" href={`/meetings/${meeting.id}/minutes?version=${edition.number}`}>
              Version {edition.number}
            </a>
          )}
          , {edition.reason === null ? 'as the meeting was closed' : `corrected: ${edition.reason}`},{' '}
          <Instant at={edition.at} />
        </li>
      ))}
    </ul>
  </>
);

function Correct({ view, csrf, problems, typed }: MinutesPageProps) {
  const state = { problems, typed };
  return (
    <Details summary="Correct these minutes" open={problems.length > 0}>
      <p class="govuk-body">
        A correction makes a further version. What stood there stays readable in the version before. Tables
        cannot be corrected here: correct the line that explains them.
      </p>
      <Form action={`/meetings/${view.meeting.id}/minutes`} csrfToken={csrf}>
        <Select
          {...asked(state, 'line')}
          label="Which line is wrong"
          items={[
            { value: '', text: 'Choose' },
            ...view.lines.map(({ id, text }) => ({
              value: id,
              text: text.length > 90 ? `${text.slice(0, 90)}…` : text,
            })),
          ]}
        />
        <Textarea
          {...asked(state, 'words')}
          label="What it should say"
          hint="The whole line, as it should read."
          rows={3}
        />
        <Textarea
          {...asked(state, 'reason')}
          label="Why it is corrected"
          hint="Everybody who may read this line reads the reason."
          rows={2}
        />
        <Button classes="govuk-button--secondary">Correct the minutes</Button>
      </Form>
    </Details>
  );
}

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
