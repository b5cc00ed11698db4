import {
  asked,
  Button,
  DataTable,
  Details,
  FileUpload,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  problemOf,
  Select,
  SummaryList,
  Tag,
  VersionField,
} from '../../platform/ui/index.ts';
import { priorityWords } from '../item/item.words.ts';
import { AttachmentsPart } from './attachment.pages.tsx';
import type { FeedCheck } from './feed.commands.ts';
import { feedLimitWords } from './feed.forms.ts';
import type { FeedDraft, FeedProblem } from './feed.rows.ts';
import type { FeedFile } from './feed.store.ts';
import { type FeedState, feedFields, feedFieldWords, feedStateWords } from './feed.words.ts';

const count = (n: number): string => n.toLocaleString('en-GB');
const stateColour: Record<FeedState, string> = { given: 'blue', loaded: 'green', 'put-away': 'grey' };
const StateTag = ({ state }: { state: FeedState }) => (
  <Tag classes={`govuk-tag--${stateColour[state]}`}>{feedStateWords[state]}</Tag>
);

/** Giving a file, and those that were given. */
export const FeedsPage = ({
  files,
  names,
  csrf,
  ...state
}: FormState & { files: readonly FeedFile[]; names: readonly string[]; csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Feeds</h1>
    <p class="govuk-body">
      Items of another system, as a table, or one e-mail. You see what would come of it first: nothing is put
      into the queue until you say so, and a row is never put in twice.
    </p>
    <Form action="/intelligence/feeds" csrfToken={csrf} multipart>
      <FileUpload
        name="file"
        label="The file"
        hint={`CSV, Excel (.xlsx), or an e-mail as mail programs save it (.eml). ${feedLimitWords}`}
        errorMessage={problemOf(state, 'file')}
        attributes={{ accept: '.csv,.tsv,.txt,.gz,.xlsx,.eml' }}
      />
      <Input
        {...asked(state, 'feed')}
        label="Where it comes from"
        hint={
          names.length > 0
            ? `By the same name each time, so that rows are known again. So far: ${names.join('; ')}.`
            : 'The name of the system or team, the same each time: by it rows are known again.'
        }
      />
      <Button>Look at it</Button>
    </Form>
    <DataTable
      caption="Files that were given"
      rows={files}
      columns={[
        {
          heading: 'File',
          cell: (file) => (
            <a class="govuk-link" href={`/intelligence/feeds/${file.id}`}>
              {file.fileName}
            </a>
          ),
        },
        { heading: 'From', cell: ({ feed }) => feed },
        { heading: 'Given', cell: ({ givenAt }) => <Instant at={givenAt} /> },
        { heading: 'Put in', numeric: true, cell: ({ rowsLoaded }) => count(rowsLoaded) },
        { heading: 'Rejected', numeric: true, cell: ({ rowsRejected }) => count(rowsRejected) },
        { heading: 'State', cell: ({ state: now }) => <StateTag state={now} /> },
      ]}
      empty={{ title: 'No files yet', children: 'A file that you give stands here with what came of it.' }}
    />
  </>
);

interface FeedProps extends FormState, Omit<FeedCheck, 'problems'> {
  /** What is wrong with rows; `problems` are those of the form. */
  flaws: readonly FeedProblem[];
  csrf: string;
}

const Version = ({ file }: { file: FeedFile }) => <VersionField version={file.version} />;

const Columns = (props: FeedProps) => {
  const { file, csrf } = props;
  const isOpen = !file.mapping.body || props.problems.length > 0;
  return (
    <Details summary="Which column holds what" open={isOpen}>
      <Form action={`/intelligence/feeds/${file.id}/columns`} csrfToken={csrf}>
        <Version file={file} />
        {feedFields.map((field) => (
          <Select
            {...asked(props, field, file.mapping[field] ?? '')}
            label={feedFieldWords[field].label}
            hint={feedFieldWords[field].hint}
            items={[
              { value: '', text: field === 'body' ? 'Choose' : 'None' },
              ...file.columns.map((column) => ({ value: column, text: column })),
            ]}
          />
        ))}
        <Button classes="govuk-button--secondary">Check every row so</Button>
      </Form>
    </Details>
  );
};

const shownProblems = 100;

const Problems = ({ problems, rejected }: { problems: readonly FeedProblem[]; rejected: number }) => (
  <>
    <DataTable
      caption={`Rejected: ${count(rejected)} ${rejected === 1 ? 'row' : 'rows'}`}
      rows={problems.slice(0, shownProblems)}
      columns={[
        { heading: 'Row', cell: ({ rowNumber }) => `Row ${rowNumber}` },
        { heading: 'Column', cell: ({ column }) => column },
        { heading: 'What is wrong', cell: ({ problem }) => problem },
        { heading: 'What mends it', cell: ({ mend }) => mend },
      ]}
      empty={{ title: 'No row is rejected', children: 'Every row can be read.' }}
    />
    {problems.length > shownProblems && (
      <p class="govuk-body">
        And {count(problems.length - shownProblems)} more. The API gives them all: /api/v1/intelligence/feeds.
      </p>
    )}
  </>
);

const shownDrafts = 10;

const Drafts = ({ fresh }: { fresh: readonly FeedDraft[] }) => (
  <DataTable
    caption={
      fresh.length > shownDrafts ? `The first ${shownDrafts} as they would stand` : 'As they would stand'
    }
    rows={fresh.slice(0, shownDrafts)}
    columns={[
      { heading: 'Row', cell: ({ rowNumber }) => `Row ${rowNumber}` },
      { heading: 'About', cell: ({ item }) => <div>{item.title}</div> },
      {
        heading: 'What it says',
        cell: ({ item }) => <div>{item.body.length > 200 ? `${item.body.slice(0, 200)} …` : item.body}</div>,
      },
      { heading: 'Priority', cell: ({ item }) => priorityWords[item.priority] },
    ]}
    empty={{ title: 'Nothing new', children: 'No row of this file would be put into the queue.' }}
  />
);

const Decide = ({ file, fresh, csrf }: FeedProps) => (
  <div class="govuk-button-group">
    {file.state === 'given' && fresh.length > 0 && (
      <Form action={`/intelligence/feeds/${file.id}/load`} csrfToken={csrf}>
        <Version file={file} />
        <Button>
          {fresh.length === 1 ? 'Put this item' : `Put these ${count(fresh.length)} items`} into the queue
        </Button>
      </Form>
    )}
    <Form action={`/intelligence/feeds/${file.id}/put-away`} csrfToken={csrf}>
      <Version file={file} />
      <Button classes="govuk-button--secondary">
        {file.state === 'given' ? 'Put the file away' : 'Forget the rejected rows'}
      </Button>
    </Form>
  </div>
);

/** One file: what would come of it, or what came of it. */
export const FeedPage = (props: FeedProps) => {
  const { file, fresh, known, rejected, flaws } = props;
  const isWaiting = file.state === 'given';
  return (
    <>
      <span class="govuk-caption-l">{file.feed}</span>
      <h1 class="govuk-heading-l">{file.fileName}</h1>
      <p class="govuk-body">
        <StateTag state={file.state} />
      </p>
      {file.notes.map((note) => (
        <InsetText>{note}</InsetText>
      ))}
      <SummaryList
        rows={[
          {
            key: 'Given',
            value: (
              <>
                <Instant at={file.givenAt} />, {file.givenByName}
              </>
            ),
          },
          file.decidedAt !== null && {
            key: file.state === 'loaded' ? 'Put in' : 'Put away',
            value: (
              <>
                <Instant at={file.decidedAt} />, {file.decidedByName}
              </>
            ),
          },
          {
            key: isWaiting ? 'New' : 'Put into the queue',
            value: count(isWaiting ? fresh.length : file.rowsLoaded),
          },
          { key: 'In the queue already', value: count(isWaiting ? known : file.rowsKnown) },
          { key: 'Rejected', value: count(isWaiting ? rejected : file.rowsRejected) },
        ]}
      />
      <AttachmentsPart rows={props.attachments} />
      {isWaiting && <Columns {...props} />}
      {isWaiting && file.mapping.body && <Drafts fresh={fresh} />}
      {file.mapping.body && flaws.length > 0 && <Problems problems={flaws} rejected={rejected} />}
      {(isWaiting || flaws.length > 0) && <Decide {...props} />}
    </>
  );
};
