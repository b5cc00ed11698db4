import {
  asked,
  Button,
  DataTable,
  Day,
  DayBoxes,
  Deadline,
  Form,
  type FormState,
  Input,
  problemOf,
  Radios,
  Select,
  stateOf,
  Table,
  Tag,
  Textarea,
  toChoose,
  typedIn,
  VersionField,
} from '../platform/ui/index.ts';
import { momentWords } from './closure.time.ts';
import type { Encampment } from './encampment.store.ts';
import { neverWritten } from './encampment.words.ts';
import type { EncampmentAfter, Measure, SiteMatrix } from './encampment-after.store.ts';

export interface AfterPageProps extends FormState {
  today: string;
  file: Encampment;
  after: EncampmentAfter | undefined;
  matrix: SiteMatrix;
  measures: readonly Measure[];
  colleagues: readonly { id: string; name: string }[];
  csrf: string;
}
const bandColours = { low: 'green', medium: 'yellow', high: 'red' } as const;

/** The moments of the file that a debrief looks at, in order: told, dealt with, gone. */
const Times = ({ file }: AfterPageProps) => {
  const moments = [
    ['Reported', momentWords(file.madeAt)],
    ['Welfare assessed', file.assessedOn],
    ['Police told', file.policeToldOn],
    ['Directed to leave', file.directedOn],
    ['Removed', file.removedAt && momentWords(file.removedAt)],
    ['Gone', file.leftOn],
  ] as const;
  return (
    <Table
      caption="Times, from the file"
      captionClasses="govuk-table__caption--m"
      head={[{ children: 'What' }, { children: 'When' }]}
      rows={moments.flatMap(([what, when]) =>
        when ? [[{ children: what }, { children: /^\d{4}-/.test(when) ? <Day day={when} /> : when }]] : [],
      )}
    />
  );
};
const AfterForm = (props: AfterPageProps) => {
  const { file, after, matrix } = props;
  const state = stateOf(props, 'after');
  return (
    <Form action={`/encampments/${file.id}/after`} csrfToken={props.csrf}>
      <VersionField version={after?.version ?? 0} />
      <Input
        {...asked(state, 'waste', after?.waste?.reference)}
        label="Waste: the report of fly-tipping that it is"
        hint="Its reference. What the clean-up cost is entered when the file is ended."
        classes="govuk-input--width-10"
      />
      <h2 class="govuk-heading-m">How easily the land is come onto</h2>
      <p class="govuk-hint">
        0 not at all, 3 very much; each item or none. Of the land alone. Medium from{' '}
        {String(matrix.mediumFrom)}, high from {String(matrix.highFrom)}
        {matrix.version === 0 ? ': a proposal, which your agency may change' : ''}.
      </p>
      {matrix.items.map(({ code, name }) => (
        <Radios
          name={`score-${code}`}
          classes="govuk-radios--inline govuk-radios--small"
          fieldset={{ legend: { children: name, classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={problemOf(state, `score-${code}`)}
          value={typedIn(
            state,
            `score-${code}`,
            String(after?.answers.find((one) => one.code === code)?.score ?? ''),
          )}
          items={[0, 1, 2, 3].map((score) => ({ value: String(score), children: String(score) }))}
        />
      ))}
      <h2 class="govuk-heading-m">Debrief</h2>
      <p class="govuk-hint">{neverWritten}</p>
      <Textarea
        {...asked(state, 'roles', after?.rolesWords ?? '')}
        label="Who did what: council, police, owner, court"
        rows={3}
      />
      <Input
        {...asked(state, 'complaints', after?.complaints == null ? '' : String(after.complaints))}
        label="How many complaints came"
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
      <Textarea
        {...asked(state, 'complaintWords', after?.complaintWords ?? '')}
        label="What they were about"
        rows={2}
      />
      <Textarea
        {...asked(state, 'policyWords', after?.policyWords ?? '')}
        label="What changes in the policy"
        rows={2}
      />
      <DayBoxes
        {...state}
        typed={
          state.typed.policyUpdatedOn || !after?.policyUpdatedOn
            ? state.typed
            : { ...state.typed, policyUpdatedOn: after.policyUpdatedOn }
        }
        name="policyUpdatedOn"
        legend="Day on which the policy was changed"
      />
      <Button>Save</Button>
    </Form>
  );
};
const Measures = (props: AfterPageProps) => {
  const { file, measures, csrf } = props;
  const [add, done] = [stateOf(props, 'measure'), stateOf(props, 'done')];
  const open = measures.filter(({ doneOn }) => doneOn === null);
  return (
    <>
      <h2 class="govuk-heading-m">Measures for the land</h2>
      {measures.length === 0 ? (
        <p class="govuk-body">None yet.</p>
      ) : (
        <DataTable
          caption="Measures"
          captionClasses="govuk-visually-hidden"
          rows={measures}
          columns={[
            { heading: 'Measure', cell: (one) => one.words },
            { heading: 'Sees to it', cell: (one) => one.ownerName },
            {
              heading: 'By',
              cell: (one) => <Deadline due={one.dueOn} today={props.today} isDone={one.doneOn !== null} />,
            },
            { heading: 'Done', cell: (one) => (one.doneOn ? <Day day={one.doneOn} /> : 'Not yet') },
          ]}
          empty={{ title: 'None yet' }}
        />
      )}
      {open.length > 0 && (
        <Form action={`/encampments/${file.id}/measures`} csrfToken={csrf}>
          <input type="hidden" name="isDone" value="yes" />
          <Select
            {...asked(done, 'measureId')}
            label="Which measure was done"
            items={toChoose(open.map(({ id, words }) => ({ value: id, text: words })))}
          />
          <DayBoxes {...done} name="doneOn" legend="Done on" />
          <Button classes="govuk-button--secondary">Record it as done</Button>
        </Form>
      )}
      <Form action={`/encampments/${file.id}/measures`} csrfToken={csrf}>
        <Textarea
          {...asked(add, 'words')}
          label="A measure"
          hint="Like a height barrier, a bund, a lock, a patrol."
          rows={2}
        />
        <Select
          {...asked(add, 'ownerId')}
          label="Who sees to it"
          items={toChoose(props.colleagues.map(({ id, name }) => ({ value: id, text: name })))}
        />
        <DayBoxes {...add} name="dueOn" legend="By when" />
        <Button classes="govuk-button--secondary">Add the measure</Button>
      </Form>
    </>
  );
};
/** What follows an encampment: waste, the land's score, the debrief, and measures with their owners. */
export const AfterPage = (props: AfterPageProps) => (
  <>
    <span class="govuk-caption-l">{props.file.reference}</span>
    <h1 class="govuk-heading-l">After the encampment</h1>
    {props.after?.band && (
      <p class="govuk-body">
        The land scored {String(props.after.score)}:{' '}
        <Tag classes={`govuk-tag--${bandColours[props.after.band]}`}>
          {props.after.band[0]?.toUpperCase()}
          {props.after.band.slice(1)}
        </Tag>
      </p>
    )}
    {props.after?.waste && (
      <p class="govuk-body">
        Its waste is{' '}
        <a class="govuk-link" href={`/reports/${props.after.waste.id}`}>
          {props.after.waste.reference}
        </a>
        .
      </p>
    )}
    <Times {...props} />
    <AfterForm {...props} />
    <Measures {...props} />
  </>
);

interface MatrixProps extends FormState {
  matrix: SiteMatrix;
  csrf: string;
}
/** The matrix that land is scored by, changed as a whole; what was scored before stays. */
export const MatrixPage = ({ matrix, csrf, ...state }: MatrixProps) => (
  <>
    <h1 class="govuk-heading-l">How land is scored</h1>
    <p class="govuk-body">
      {matrix.version === 0
        ? 'This is a proposal: no source states a matrix. Change it as your agency agreed.'
        : `Version ${matrix.version} of your agency.`}{' '}
      Ask about land and never about people.
    </p>
    <Form action="/encampments/matrix" csrfToken={csrf}>
      <VersionField version={matrix.version} />
      <Textarea
        {...asked(state, 'items', matrix.items.map(({ code, name }) => `${code}: ${name}`).join('\n'))}
        label="What is asked, each on a line of its own"
        hint="A code, a colon and the words, like access: Vehicles drive on"
        rows={8}
      />
      <Input
        {...asked(state, 'mediumFrom', String(matrix.mediumFrom))}
        label="Medium from"
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
      <Input
        {...asked(state, 'highFrom', String(matrix.highFrom))}
        label="High from"
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
      <Textarea {...asked(state, 'reason')} label="Why it is changed" rows={2} />
      <Button>Save the matrix</Button>
    </Form>
  </>
);
