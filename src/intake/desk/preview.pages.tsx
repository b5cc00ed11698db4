import type { FieldProblem } from '../../platform/failures/failures.ts';
import {
  Button,
  Day,
  Form,
  Input,
  InsetText,
  Radios,
  Select,
  SummaryList,
  Textarea,
} from '../../platform/ui/index.ts';
import { because } from '../public/kind.guess.ts';
import { somethingElse } from '../public/report-it.steps.ts';
import { landOwnerAnswers, landOwnerWords } from '../report.words.ts';
import type { Preview } from './preview.queries.ts';

/** The kinds that the words could mean, to be chosen from, with the best chosen already; and the whole A to Z behind it. */
export const KindChoice = ({ preview }: { preview: Preview }) => {
  const guessed = preview.guesses.map(({ type }) => type);
  const others = [preview.type, ...preview.types.filter((type) => type.code === somethingElse)];
  const rest = others.filter(
    (type, index) =>
      !guessed.some((row) => row.code === type.code) &&
      others.findIndex((row) => row.code === type.code) === index,
  );
  return (
    <>
      <Radios
        name="issueType"
        classes="govuk-radios--small"
        fieldset={{ legend: { children: 'Kind of problem', classes: 'govuk-fieldset__legend--s' } }}
        value={preview.type.code}
        items={[
          ...preview.guesses.map(({ type, matched }) => ({
            value: type.code,
            children: type.name,
            hint: because(matched),
          })),
          ...rest.map((type) => ({ value: type.code, children: type.name })),
        ]}
      />
      <Select
        name="otherType"
        label="Another kind, from the A to Z"
        value=""
        items={[
          { value: '', text: 'As chosen above' },
          ...[...preview.types]
            .sort((one, other) => one.name.localeCompare(other.name))
            .map((type) => ({ value: type.code, text: type.name })),
        ]}
      />
    </>
  );
};

/** Who gets it, whom to ring, why, and what happens at night. */
export const PreviewAnswer = ({ preview }: { preview: Preview }) => (
  <section aria-labelledby="preview-heading">
    <h2 class="govuk-heading-m" id="preview-heading">
      This goes to {preview.service.name}, {preview.service.agencyName}
    </h2>
    <SummaryList
      rows={[
        { key: 'Kind', value: preview.type.name },
        {
          key: 'Place',
          value:
            [preview.placeWords, preview.placeWords ? undefined : preview.districtName]
              .filter(Boolean)
              .join(', ') || 'Not known yet: enter a postcode or street',
        },
        { key: 'Person', value: preview.service.leadName ?? 'Nobody is named in the directory' },
        { key: 'Team', value: preview.service.team },
        { key: 'Telephone', value: preview.service.phone },
        { key: 'Deals with it by', value: <Day day={preview.targetOn} /> },
        {
          key: 'Why',
          value: `${preview.why} ${preview.considered === 1 ? '1 rule was' : `${preview.considered} rules were`} considered.`,
        },
        { key: 'Hours', value: preview.hoursWords || 'Not in the directory' },
        {
          key: 'Out of hours',
          value: preview.atNight
            ? `Goes to ${preview.atNight.name}, ${preview.atNight.phone}. ${preview.atNight.why}`
            : (preview.service.outOfHours ?? 'The directory does not say'),
        },
      ]}
    />
    {preview.isFallback && (
      <InsetText>
        {preview.isGap
          ? 'Nobody is down in the directory for this. When it is sent, a gap is noted for the directory administrator.'
          : 'Enter a postcode or a street, and it goes to whoever answers there.'}
      </InsetText>
    )}
  </section>
);

interface PreviewPageProps {
  preview: Preview | undefined;
  typed: Record<string, unknown>;
  problems: readonly FieldProblem[];
}

const text = (typed: Record<string, unknown>, field: string): string =>
  typeof typed[field] === 'string' ? typed[field] : '';

/** Type a complaint in words; see at once where it would go. Nothing is kept. */
export const PreviewPage = ({ preview, typed, problems }: PreviewPageProps) => (
  <>
    <h1 class="govuk-heading-l">Where would this go?</h1>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <Form method="get" action="/directory/where-would-this-go">
          <Textarea name="words" label="The complaint in plain words" rows={3} value={text(typed, 'words')} />
          {preview && <KindChoice preview={preview} />}
          <Input
            name="postcode"
            label="Postcode (optional)"
            value={text(typed, 'postcode')}
            classes="govuk-input--width-10"
            errorMessage={problems.find((p) => p.field === 'postcode')?.words}
          />
          <Select
            name="landOwner"
            label="Whose land"
            value={text(typed, 'landOwner') || 'unknown'}
            items={landOwnerAnswers.map((code) => ({ value: code, text: landOwnerWords[code] }))}
          />
          <Button>Show</Button>
        </Form>
      </div>
      <div class="govuk-grid-column-one-half">
        {preview ? (
          <PreviewAnswer preview={preview} />
        ) : (
          <p class="govuk-body">
            The kind of problem, the service, the person, why, and what happens out of hours appear here.
            Nothing you type is kept.
          </p>
        )}
      </div>
    </div>
  </>
);
