import {
  asked,
  Button,
  DataTable,
  Form,
  type FormState,
  HiddenFields,
  Input,
  InsetText,
  Instant,
  SummaryList,
  VersionField,
} from '../../platform/ui/index.ts';
import type { MatrixChange } from './harm.commands.ts';
import { boxOf, matrixNumbers } from './harm.forms.ts';
import { matrixWords, scoreWords } from './harm.pages.tsx';
import type { NumberedMatrix } from './harm.store.ts';
import { localScore, rankedKinds, rankedKindWords } from './harm.words.ts';

const groups = [...new Set(matrixNumbers.map(({ group }) => group))];
const numberWords = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

/** The matrix in force, and those before it. */
export const MatrixPage = ({
  matrices: [matrix, ...older],
  maySet,
}: {
  matrices: readonly [NumberedMatrix, ...NumberedMatrix[]];
  maySet: boolean;
}) => (
  <>
    <h1 class="govuk-heading-l">How harm is weighed</h1>
    <p class="govuk-body">
      In force: {matrixWords(matrix)}. Each criterion’s step times its weight, added up; times reach; times
      how likely it is, from 1 to 5. {localScore}
    </p>
    {matrix.number === 0 && (
      <InsetText>Unverified: {matrix.why}. National scales are restricted and are not these.</InsetText>
    )}
    {groups.map((group) => (
      <>
        <h2 class="govuk-heading-m">{group}</h2>
        <SummaryList
          rows={matrixNumbers
            .filter((one) => one.group === group)
            .map((one) => ({ key: one.label, value: numberWords(one.of(matrix.document)) }))}
        />
      </>
    ))}
    {maySet && (
      <a
        class="govuk-button govuk-button--secondary"
        href="/intelligence/harm/matrix/edit"
        role="button"
        draggable={false}
      >
        Change the numbers
      </a>
    )}
    <DataTable
      caption="Adopted, the newest first"
      rows={[matrix, ...older].filter(({ number }) => number > 0)}
      columns={[
        { heading: 'Matrix', numeric: true, cell: ({ number }) => String(number) },
        { heading: 'When', cell: ({ madeAt }) => (madeAt ? <Instant at={madeAt} /> : '') },
        { heading: 'By', cell: ({ madeByName }) => madeByName },
        { heading: 'Why', cell: ({ why }) => why },
      ]}
      empty={{ title: 'None adopted', children: 'The numbers above are those that this product proposes.' }}
    />
  </>
);

/** The numbers as a form. */
export const MatrixForm = ({
  matrix,
  csrf,
  ...state
}: FormState & { matrix: NumberedMatrix; csrf: string }) => (
  <Form action="/intelligence/harm/matrix" csrfToken={csrf}>
    <h1 class="govuk-heading-l">Change how harm is weighed</h1>
    <p class="govuk-body">You are shown what it changes in the ranking before it holds.</p>
    <VersionField version={matrix.number} />
    {groups.map((group) => (
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{group}</legend>
        {matrixNumbers
          .filter((one) => one.group === group)
          .map((one) => (
            <Input
              {...asked(state, boxOf(one.name), String(one.of(matrix.document)))}
              id={boxOf(one.name).replace('.', '-')}
              label={one.label}
              classes="govuk-input--width-10"
              inputmode={one.isWhole ? 'numeric' : 'decimal'}
            />
          ))}
      </fieldset>
    ))}
    <Input {...asked(state, 'why')} label="Why it changes" />
    <Button>See what it changes</Button>
  </Form>
);

interface Moved {
  label: string;
  kind: string;
  before: number;
  after: number;
  riskBefore: number;
  riskAfter: number;
}

/** Who stands elsewhere under the new matrix, those that move furthest first. */
function movedIn({ before, after }: MatrixChange): Moved[] {
  return rankedKinds
    .flatMap((kind) =>
      after.kinds[kind].map((now) => {
        const then = before.kinds[kind].find(({ linkId }) => linkId === now.linkId);
        return {
          ...{ label: now.label, kind: rankedKindWords[kind], after: now.place, riskAfter: now.riskNow },
          ...{ before: then?.place ?? now.place, riskBefore: then?.riskNow ?? 0 },
        };
      }),
    )
    .filter((one) => one.before !== one.after || one.riskBefore !== one.riskAfter)
    .sort((one, other) => Math.abs(other.before - other.after) - Math.abs(one.before - one.after));
}

/** What a matrix would change, and the button that adopts it. */
export const MatrixPreview = (props: {
  change: MatrixChange;
  csrf: string;
  version: number;
  fields: Readonly<Record<string, string | number>>;
}) => {
  const moved = movedIn(props.change);
  return (
    <>
      <h1 class="govuk-heading-l">What it changes</h1>
      <DataTable
        caption={`Places and scores that change: ${moved.length}`}
        rows={moved.slice(0, 50)}
        columns={[
          { heading: 'Who or what', cell: ({ label }) => label },
          { heading: 'Among', cell: ({ kind }) => kind },
          { heading: 'Place now', numeric: true, cell: (one) => String(one.before) },
          { heading: 'Place then', numeric: true, cell: (one) => String(one.after) },
          { heading: 'Risk now', numeric: true, cell: (one) => scoreWords(one.riskBefore) },
          { heading: 'Risk then', numeric: true, cell: (one) => scoreWords(one.riskAfter) },
        ]}
        empty={{ title: 'Nothing changes', children: 'Every place and score stays as it is.' }}
      />
      <p class="govuk-body">Scores that were given keep the number of their own matrix.</p>
      <Form action="/intelligence/harm/matrix" csrfToken={props.csrf}>
        <VersionField version={props.version} />
        <HiddenFields values={props.fields} />
        <div class="govuk-button-group">
          <Button name="adopt" value="yes">
            Adopt matrix {props.change.number}
          </Button>
          <a class="govuk-link" href="/intelligence/harm/matrix">
            Leave it as it is
          </a>
        </div>
      </Form>
    </>
  );
};
