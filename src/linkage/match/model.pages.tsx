import {
  Button,
  DataTable,
  Details,
  Form,
  Input,
  InsetText,
  Instant,
  Select,
  SummaryList,
  Tag,
} from '../../platform/ui/index.ts';
import { fieldLabel } from '../desk/compare.ts';
import { DeskNavigation } from '../desk/desk.pages.tsx';
import { probabilityWords } from '../desk/waterfall.tsx';
import { verdictWords } from '../ledger/index.ts';
import type { AdoptPreview } from './model.queries.ts';
import type { Model } from './model.store.ts';
import { type RuleName, type RuleValue, ruleNames, rules } from './rule.store.ts';
import { type Run, runKindWords } from './run.store.ts';

const share = (value: number): string => `${Number((value * 100).toFixed(1))}%`;

interface ModelsProps {
  readonly models: readonly Model[];
  readonly adopted: Model | undefined;
  readonly runs: readonly Run[];
  readonly values: Readonly<Record<RuleName, number>>;
  readonly history: readonly RuleValue[];
  readonly csrf: string;
  readonly problems: readonly { field: string; words: string }[];
  readonly typed?: Readonly<Record<string, unknown>> | undefined;
}

const typedText = (typed: ModelsProps['typed'], name: string): string | undefined =>
  typeof typed?.[name] === 'string' ? typed[name] : undefined;

const Rules = ({ values, history, csrf, problems, typed }: ModelsProps) => (
  <section aria-labelledby="rules-title">
    <h2 class="govuk-heading-m" id="rules-title">
      Numbers that matching goes by
    </h2>
    <SummaryList rows={ruleNames.map((name) => ({ key: rules[name].words, value: share(values[name]) }))} />
    <Details summary="Change one" open={problems.length > 0}>
      <Form action="/review/rules" csrfToken={csrf}>
        <Select
          name="name"
          label="Which"
          value={typedText(typed, 'name')}
          items={ruleNames.map((name) => ({ value: name, text: rules[name].words }))}
        />
        {ruleNames.map((name) => (
          <p class="govuk-hint">
            {rules[name].words}: {rules[name].hint}
          </p>
        ))}
        <Input
          name="value"
          label="New value, in per cent"
          value={typedText(typed, 'value')}
          inputmode="decimal"
          classes="govuk-input--width-5"
          errorMessage={problems.find(({ field }) => field === 'value')?.words}
        />
        <Input
          name="why"
          label="Why"
          value={typedText(typed, 'why')}
          errorMessage={problems.find(({ field }) => field === 'why')?.words}
        />
        <Button>Change it</Button>
      </Form>
    </Details>
    {history.length > 0 && (
      <DataTable
        caption="Changes"
        rows={history}
        columns={[
          { heading: 'Number', cell: ({ name }) => rules[name].words },
          { heading: 'Value', cell: ({ value }) => share(value), numeric: true },
          { heading: 'From', cell: ({ setAt }) => <Instant at={setAt} /> },
          { heading: 'By', cell: ({ setByName }) => setByName ?? 'The system' },
          { heading: 'Why', cell: ({ why }) => why },
        ]}
        empty={{ title: 'None', children: '' }}
      />
    )}
  </section>
);

/** Models, runs and the numbers that matching goes by. */
export const ModelsPage = (props: ModelsProps) => (
  <>
    <h1 class="govuk-heading-l">Models and runs</h1>
    <DeskNavigation current="/review/models" />
    <p class="govuk-body">
      A model says how likely two records are about the same person, from how alike their fields are. It
      proposes and never joins.{' '}
      {props.adopted ? `Model ${props.adopted.number} judges now.` : 'No model has been adopted yet.'}
    </p>
    <DataTable
      caption="Models"
      rows={props.models}
      columns={[
        {
          heading: 'Model',
          cell: (model) => (
            <a class="govuk-link" href={`/review/models/${model.id}`}>
              Model {model.number}
            </a>
          ),
        },
        { heading: 'Trained', cell: ({ madeAt }) => <Instant at={madeAt} /> },
        {
          heading: 'Adopted',
          cell: ({ adoptedAt, adoptedByName }) =>
            adoptedAt ? (
              <>
                <Instant at={adoptedAt} />, {adoptedByName ?? 'by itself, as the first'}
              </>
            ) : (
              'No'
            ),
        },
        {
          heading: 'Now',
          cell: ({ id }) => (id === props.adopted?.id ? <Tag classes="govuk-tag--green">Judges</Tag> : ''),
        },
      ]}
      empty={{
        title: 'No model yet',
        children: 'The first is trained by itself when a list has been loaded; or train one now.',
      }}
    />
    <div class="bw-decide govuk-!-margin-bottom-6">
      <Form action="/review/models" csrfToken={props.csrf}>
        <Button classes="govuk-button--secondary">Train a new model</Button>
      </Form>
      <Form action="/review/runs" csrfToken={props.csrf}>
        <Button classes="govuk-button--secondary">Match every record again</Button>
      </Form>
    </div>
    <DataTable
      caption="Runs"
      rows={props.runs}
      columns={[
        {
          heading: 'What',
          cell: (run) => `${runKindWords[run.kind]}${run.listName ? `: ${run.listName}` : ''}`,
        },
        { heading: 'Asked', cell: ({ askedAt }) => <Instant at={askedAt} /> },
        { heading: 'By', cell: ({ askedByName }) => askedByName ?? 'The system' },
        { heading: 'Model', cell: ({ modelNumber }) => modelNumber ?? '–' },
        {
          heading: 'How far',
          cell: ({ endedAt, doneShare, problem, step }) =>
            problem ?? (endedAt ? 'Done' : `${Math.round(doneShare * 100)}%, ${step}`),
        },
      ]}
      empty={{ title: 'No runs yet', children: 'Each load of a list starts one.' }}
    />
    <Rules {...props} />
  </>
);

const Learnt = ({ model }: { readonly model: Model }) => (
  <>
    {model.document.comparisons.map((comparison) => (
      <Details summary={fieldLabel(comparison.name)}>
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-visually-hidden">{fieldLabel(comparison.name)}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                How two values stand
              </th>
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                Among the same
              </th>
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                By chance
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {comparison.levels.map(({ words, m, u }) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {words}
                </th>
                <td class="govuk-table__cell govuk-table__cell--numeric">{share(m)}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric">
                  {u < 0.001 ? 'under 0.1%' : share(u)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
    ))}
  </>
);

/** One model: what it learnt, and what adopting it would change. */
export const ModelPage = ({
  preview,
  isAdopted,
  csrf,
}: {
  readonly preview: AdoptPreview;
  readonly isAdopted: boolean;
  readonly csrf: string;
}) => {
  const { model } = preview;
  return (
    <>
      <h1 class="govuk-heading-l">Model {model.number}</h1>
      <p class="govuk-body">
        Trained <Instant at={model.madeAt} />. {model.note}
      </p>
      <h2 class="govuk-heading-m">
        {isAdopted ? 'How it stands to what people decided' : 'What adopting it would change'}
      </h2>
      <SummaryList
        rows={[
          { key: 'Pairs judged anew for this look', value: preview.pairs.toLocaleString('en-GB') },
          {
            key: 'Agrees with people now',
            value: preview.decided
              ? `${preview.rightNow} of ${preview.decided} decided pairs`
              : 'Nothing decided yet',
          },
          {
            key: 'Would agree',
            value: preview.decided
              ? `${preview.rightAfter} of ${preview.decided} decided pairs`
              : 'Nothing decided yet',
          },
          { key: 'Proposals that would be taken back', value: preview.dropped },
          { key: 'Decisions of people that would change', value: 'None: a person’s word stays' },
        ]}
      />
      <DataTable
        caption="Pairs whose chance moves most"
        rows={preview.moved}
        columns={[
          {
            heading: 'Pair',
            cell: ({ left, right }) => (
              <a class="govuk-link" href={`/pairs/${left.id}/${right.id}`}>
                {left.label} and {right.label}
              </a>
            ),
          },
          { heading: 'Holds now', cell: ({ judgement }) => verdictWords[judgement.verdict] },
          { heading: 'Chance now', cell: ({ judgement }) => probabilityWords(judgement.probability ?? 0) },
          { heading: 'With this model', cell: ({ after }) => probabilityWords(after) },
        ]}
        empty={{
          title: 'No pairs yet',
          children: 'Nothing has been proposed that this model could judge anew.',
        }}
      />
      {isAdopted ? (
        <InsetText>This model judges now.</InsetText>
      ) : (
        <Form action={`/review/models/${model.id}/adopt`} csrfToken={csrf}>
          <p class="govuk-body">
            Adopting starts a run over every record. Open proposals are judged anew; pairs that this look
            could not know of may be added.
          </p>
          <Button>Adopt model {model.number}</Button>
        </Form>
      )}
      <h2 class="govuk-heading-m">What it learnt</h2>
      <Learnt model={model} />
    </>
  );
};
