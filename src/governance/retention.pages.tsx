import {
  asked,
  Button,
  DataTable,
  Day,
  Details,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  Select,
  SummaryList,
  Tag,
} from '../platform/ui/index.ts';
import { Holds } from './hold.pages.tsx';
import { type DryRun, mostShown, type RetentionLine, type RetentionView } from './retention.queries.ts';
import { notCovered, ruleOf, settableKinds } from './retention.rules.ts';
import type { Candidate } from './retention.store.ts';
import { actionWords, keptForWords, markingWords } from './retention.words.ts';

/** Months as they are said: whole years where they are. */
const periodWords = (months: number): string => {
  const [n, unit] = months % 12 === 0 ? [months / 12, 'year'] : [months, 'month'];
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
};

const MonthsCell = ({ rule, months }: RetentionLine) =>
  months === undefined ? (
    rule.action === 'never' ? (
      'For good'
    ) : (
      <>
        <Tag classes="govuk-tag--grey">Off</Tag> proposed: {periodWords(rule.months ?? 0)}
      </>
    )
  ) : (
    <>
      {periodWords(months)} from {rule.from}
    </>
  );

const DueCell = ({ rule, months, count }: RetentionLine) => {
  if (months === undefined) return rule.action === 'never' ? '' : 'Off';
  if (!count) return 'Not told here';
  return (
    <a class="govuk-link" href={`/retention/${rule.kind}`}>
      {count.due} due{count.kept > 0 ? `, ${count.kept} kept` : ''}
      <span class="govuk-visually-hidden"> of {rule.words.toLowerCase()}</span>
    </a>
  );
};

const Rules = ({ lines, hour }: { lines: readonly RetentionLine[]; hour: string }) => (
  <>
    <p class="govuk-body">
      Each night from {hour} UTC, what is due is deleted or emptied of people, in the order of days. What is
      counted here is your own agency’s.
    </p>
    <DataTable
      caption="How long records are kept"
      rows={lines}
      columns={[
        { heading: 'Kind', cell: ({ rule }) => rule.words },
        { heading: 'Group', cell: ({ rule }) => rule.group },
        { heading: 'Kept for', cell: (line) => <MonthsCell {...line} /> },
        { heading: 'Then', cell: ({ rule }) => actionWords[rule.action] },
        { heading: 'By whose word', cell: ({ rule }) => `${markingWords[rule.marking]}. ${rule.source}.` },
        { heading: 'Tonight', cell: (line) => <DueCell {...line} /> },
      ]}
      empty={{ title: 'No kinds' }}
    />
    <Details summary="What goes and what stays, kind by kind">
      <SummaryList rows={lines.map(({ rule }) => ({ key: rule.words, value: rule.what }))} />
    </Details>
    <Details summary="What does not go by itself yet">
      <ul class="govuk-list govuk-list--bullet">
        {notCovered.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
    </Details>
  </>
);

const Periods = ({
  periods,
  csrf,
  state,
}: Pick<RetentionView, 'periods'> & { csrf: string; state: FormState }) => (
  <>
    <h2 class="govuk-heading-m">Periods that your agency sets</h2>
    <p class="govuk-body">
      Nothing of an agency’s records goes until the agency has said how long they are kept. Of those that
      guidance speaks of it can be longer than that, and not shorter; of the others nobody is known to say.
    </p>
    <DataTable
      caption="What was set, the newest first"
      captionClasses="govuk-visually-hidden"
      rows={periods}
      columns={[
        { heading: 'Kind', cell: (p) => ruleOf(p.kind).words },
        { heading: 'Kept for', cell: (p) => (p.months === null ? 'Off' : periodWords(p.months)) },
        { heading: 'Why', cell: (p) => p.why },
        {
          heading: 'Who and when',
          cell: (p) => (
            <>
              {p.setByName}, <Instant at={p.setAt} />
            </>
          ),
        },
      ]}
      empty={{ title: 'Nothing is set', children: 'Every such kind is off.' }}
    />
    <Form action="/retention/periods" csrfToken={csrf}>
      <Select
        {...asked(state, 'kind')}
        label="Kind"
        items={settableKinds.map((value) => ({ value, text: ruleOf(value).words }))}
      />
      <Input
        {...asked(state, 'months')}
        label="Months"
        hint="Leave it empty to switch it off."
        classes="govuk-input--width-5"
      />
      <Input {...asked(state, 'why')} label="Why" hint="Like the line of your records schedule." />
      <Button>Set the period</Button>
    </Form>
  </>
);

interface RetentionPageProps {
  view: RetentionView;
  hour: string;
  csrf: string;
  state: FormState;
}

/** How long everything is kept, by whose word, what is due and what was done. */
export const RetentionPage = ({ view, hour, csrf, state }: RetentionPageProps) => (
  <>
    <h1 class="govuk-heading-l">Retention</h1>
    <Rules lines={view.lines} hour={hour} />
    <Holds holds={view.holds} />
    <h2 class="govuk-heading-m">What was done</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="/audit?event=retention">
        Every batch in the audit
      </a>
      , with a hash of each record that went: the kind and the id, hashed, show that one was among them.
    </p>
    <DataTable
      caption="By night, the newest first"
      captionClasses="govuk-visually-hidden"
      rows={view.nights}
      columns={[
        { heading: 'Night', cell: (n) => <Day day={n.on} /> },
        { heading: 'Kind', cell: (n) => ruleOf(n.kind).words },
        { heading: 'Done', cell: (n) => String(n.done), numeric: true },
      ]}
      empty={{
        title: 'Nothing has gone yet',
        children: 'The first night on which something is due writes it here.',
      }}
    />
    <Periods periods={view.periods} csrf={csrf} state={state} />
  </>
);

const Trail = ({ id, reference }: Candidate) => (
  <a class="govuk-link" href={`/audit?recordId=${id}`}>
    {reference}
  </a>
);

const Due = ({ run, months }: { run: DryRun; months: number }) => (
  <>
    <DataTable
      caption={`${run.count.due} would go${run.count.due > mostShown ? `; the oldest ${mostShown}` : ''}`}
      rows={run.due}
      columns={[
        { heading: 'Record', cell: (c) => <Trail {...c} /> },
        { heading: 'Counted from', cell: (c) => <Day day={c.countedFrom} /> },
      ]}
      empty={{
        title: 'Nothing is due',
        children: `Nothing that could go ended ${periodWords(months)} ago or more.`,
      }}
    />
    <DataTable
      caption={`${run.count.kept} kept all the same`}
      rows={run.kept}
      columns={[
        { heading: 'Record', cell: (c) => <Trail {...c} /> },
        { heading: 'Counted from', cell: (c) => <Day day={c.countedFrom} /> },
        { heading: 'Kept for', cell: (c) => keptForWords[c.keptFor ?? ''] ?? '' },
      ]}
      empty={{
        title: 'None to name',
        children: 'What an open matter, a judgement or a file elsewhere stands on is counted and not named.',
      }}
    />
  </>
);

/** What would go tonight of one kind; each record opens its trail in the audit. */
export const DryRunPage = ({ run }: { run: DryRun }) => {
  const { rule, months } = run;
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">What would go tonight</span> {rule.words}
      </h1>
      <p class="govuk-body">{rule.what}</p>
      {rule.action === 'never' ? null : (
        <p class="govuk-body">
          Kept all the same for a legal hold, or an open request of the person for their own data
          {rule.keptFor && `; ${rule.keptFor}`}.
        </p>
      )}
      {months === undefined ? (
        <InsetText>
          {rule.action === 'never' ? 'Never deleted.' : 'Off: nothing of this kind goes by itself.'}
        </InsetText>
      ) : rule.isCounted ? (
        <Due run={run} months={months} />
      ) : (
        <InsetText>
          Kept for {periodWords(months)} from {rule.from}. How many are due is not told here.
        </InsetText>
      )}
    </>
  );
};
