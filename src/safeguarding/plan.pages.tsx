import { type Cleared, Hits, LookedThrough, NothingMet } from '../assurance/index.ts';
import { Button, Day, Form, InsetText, Instant, SummaryList, WarningText } from '../platform/ui/index.ts';
import type { SafeContact } from './contact.store.ts';
import { ActionForm, type ActionFormProps } from './fields.pages.tsx';
import type { VictimFile } from './file.store.ts';
import { effectOf } from './precaution.rules.ts';
import type { Precaution } from './precautions.ts';
import { Safety, safetyOf } from './safety.pages.tsx';

interface PlanProps {
  heading: string;
  file: Pick<VictimFile, 'id' | 'name'>;
  contact: SafeContact | undefined;
  precautions: readonly Precaution[];
  cleared: Cleared;
  form: ActionFormProps;
}

/** Planning a visit: the officer-safety screen and what it met stand above the questions. */
export const PlanPage = ({ heading, file, contact, precautions, cleared, form }: PlanProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{file.name}</span> {heading}
    </h1>
    <Safety {...safetyOf(contact, precautions)} />
    <Screened fileId={file.id} cleared={cleared} csrf={form.csrf} isHidden={contact?.hidesAddress ?? false} />
    {effectOf(precautions).stops ? (
      <WarningText>Nobody visits while this holds. Write, ring, or meet in an office.</WarningText>
    ) : (
      <>
        <h2 class="govuk-heading-m">The visit</h2>
        <ActionForm {...form} />
      </>
    )}
  </>
);

/** What the system met by itself, knowing a hidden address: what to do, and on nothing said. */
const MetBySystem = ({ answers }: Pick<Cleared, 'answers'>) => (
  <>
    <h2 class="govuk-heading-m">What was met</h2>
    <p class="govuk-body">
      The system screened by itself and does not say on what these were met. They hold. What your own screen
      meets you can say to be somebody else.
    </p>
    {answers.map(({ marker }) => (
      <SummaryList
        rows={[
          { key: 'Do', value: marker.words },
          { key: 'Type', value: marker.typeWords },
          { key: 'Holds until', value: <Day day={marker.reviewOn} /> },
        ]}
      />
    ))}
  </>
);

interface ScreenedProps {
  fileId: string;
  cleared: Cleared;
  csrf: string;
  isHidden: boolean;
}

const Screened = ({ fileId, cleared, csrf, isHidden }: ScreenedProps) => {
  const { screening, isFresh, days, answers } = cleared;
  return (
    <>
      {screening && isFresh ? (
        <p class="govuk-body">
          Screened for officer safety <Instant at={screening.at} /> by {screening.officerName ?? 'the system'}
          .
        </p>
      ) : (
        <InsetText>
          {screening
            ? `The last officer-safety screen is more than ${days} days old. `
            : 'Nobody has screened for officer safety yet. '}
          Screen now to see what whoever goes must do; it is made in any case when you plan the visit.
        </InsetText>
      )}
      <Form action={`/register/${fileId}/screen`} csrfToken={csrf}>
        <Button classes="govuk-button--secondary">{screening ? 'Screen again' : 'Screen now'}</Button>
      </Form>
      {screening && isFresh && (
        <>
          {answers.length > 0 && isHidden && screening.officerId === null ? (
            <MetBySystem answers={answers} />
          ) : answers.length > 0 ? (
            <Hits answers={answers} action={`/register/${fileId}/screen/answers`} csrf={csrf} />
          ) : (
            <NothingMet />
          )}
          <LookedThrough looked={screening.looked} asked={screening.asked} isOpen={answers.length === 0} />
        </>
      )}
    </>
  );
};
