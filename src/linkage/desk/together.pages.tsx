import {
  Button,
  DataTable,
  EmptyState,
  Form,
  Input,
  Instant,
  Select,
  Tag,
  WarningText,
} from '../../platform/ui/index.ts';
import { type TogetherPreview, verdictColours, verdictWords } from '../ledger/index.ts';
import type { Run } from '../match/run.store.ts';
import { runKindWords } from '../match/run.store.ts';
import { DeskNavigation } from './desk.pages.tsx';
import type { TogetherQuery } from './together.forms.ts';

export interface TogetherProps {
  readonly asked: TogetherQuery;
  readonly preview: TogetherPreview | undefined;
  /** Names of records in the preview, by id. */
  readonly labels: ReadonlyMap<string, string>;
  readonly officers: readonly { id: string; name: string }[];
  readonly runs: readonly Run[];
  readonly models: readonly { id: string; number: number }[];
  readonly csrf: string;
}

const Choose = ({ asked, officers, runs, models }: TogetherProps) => (
  <>
    <Form method="get" action="/review/undo">
      <h2 class="govuk-heading-m">One person’s decisions in a period</h2>
      <input type="hidden" name="kind" value="officer" />
      <Select
        name="officer"
        label="Who decided"
        value={asked.officer}
        items={officers.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <Input
        name="from"
        label="From"
        hint="Like 1/11/2026"
        value={asked.from}
        classes="govuk-input--width-10"
      />
      <Input name="to" label="To, that day included" value={asked.to} classes="govuk-input--width-10" />
      <Button classes="govuk-button--secondary">See what would change</Button>
    </Form>
    <Form method="get" action="/review/undo">
      <h2 class="govuk-heading-m">One run of matching, or one load</h2>
      <input type="hidden" name="kind" value="run" />
      <Select
        name="run"
        label="Which run"
        hint="The proposals of a run that nobody has decided are taken back. After a load, you may take back everything that touches its rows."
        value={asked.run}
        items={runs
          .filter(({ kind }) => kind !== 'train')
          .map((run) => ({
            value: run.id,
            text: `${runKindWords[run.kind]}${run.listName ? `: ${run.listName}` : ''}, ${run.askedAt.toISOString().slice(0, 10)}`,
          }))}
      />
      <Select
        name="whole"
        label="Take back"
        value={asked.whole}
        items={[
          { value: 'proposals', text: 'what the run proposed' },
          { value: 'load', text: 'everything said of the rows of its load, decisions included' },
        ]}
      />
      <Button classes="govuk-button--secondary">See what would change</Button>
    </Form>
    <Form method="get" action="/review/undo">
      <h2 class="govuk-heading-m">All proposals of one model</h2>
      <input type="hidden" name="kind" value="model" />
      <Select
        name="model"
        label="Which model"
        value={asked.model}
        items={models.map(({ id, number }) => ({ value: id, text: `Model ${number}` }))}
      />
      <Button classes="govuk-button--secondary">See what would change</Button>
    </Form>
  </>
);

const Preview = ({ preview, labels, asked, csrf }: TogetherProps & { preview: TogetherPreview }) => {
  const named = (ids: readonly string[]) => ids.map((id) => labels.get(id) ?? 'a record').join(', ');
  const count = preview.undone.length;
  if (count === 0)
    return (
      <EmptyState title="Nothing to undo">
        No judgement that holds now fits what you chose, of those you may see.
      </EmptyState>
    );
  return (
    <section aria-labelledby="preview-title">
      <h2 class="govuk-heading-m" id="preview-title">
        What would change
      </h2>
      <p class="govuk-body">
        {count} {count === 1 ? 'judgement ends' : 'judgements end'}; {preview.putBack} of them give place to
        what held before. {preview.change.split.length}{' '}
        {preview.change.split.length === 1 ? 'person falls' : 'people fall'} apart;{' '}
        {preview.change.joined.length} {preview.change.joined.length === 1 ? 'comes' : 'come'} together.
      </p>
      {preview.change.split.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {preview.change.split.slice(0, 20).map(({ into }) => (
            <li>
              {into.map((part, at) => (
                <>
                  {at > 0 && <strong> | </strong>}
                  {named(part)}
                </>
              ))}
            </li>
          ))}
        </ul>
      )}
      <DataTable
        caption="The first fifty judgements"
        rows={preview.undone.slice(0, 50)}
        columns={[
          {
            heading: 'Pair',
            cell: ({ judgement }) => (
              <a class="govuk-link" href={`/pairs/${judgement.recordA}/${judgement.recordB}`}>
                {named([judgement.recordA, judgement.recordB])}
              </a>
            ),
          },
          {
            heading: 'Holds now',
            cell: ({ judgement }) => (
              <Tag classes={`govuk-tag--${verdictColours[judgement.verdict]}`}>
                {verdictWords[judgement.verdict]}
              </Tag>
            ),
          },
          { heading: 'Since', cell: ({ judgement }) => <Instant at={judgement.madeAt} /> },
          { heading: 'Then', cell: ({ former }) => (former ? verdictWords[former.verdict] : 'Nothing') },
        ]}
        empty={{ title: 'None', children: '' }}
      />
      <Form action="/review/undo" csrfToken={csrf}>
        {Object.entries({ ...asked, expected: String(count) }).map(([name, value]) => (
          <input type="hidden" name={name} value={value ?? ''} />
        ))}
        <WarningText>Each can be decided again, but not all of them in one go.</WarningText>
        <Button classes="govuk-button--warning">
          Undo {count} {count === 1 ? 'judgement' : 'judgements'}
        </Button>
      </Form>
    </section>
  );
};

/** Undoing many judgements in one go, after a look at who would fall apart. */
export const TogetherPage = (props: TogetherProps) => (
  <>
    <h1 class="govuk-heading-l">Undo together</h1>
    <DeskNavigation current="/review/undo" />
    {props.preview ? (
      <Preview {...props} preview={props.preview} />
    ) : (
      <p class="govuk-body">Choose what to undo. You see what would change first.</p>
    )}
    <Choose {...props} />
  </>
);
