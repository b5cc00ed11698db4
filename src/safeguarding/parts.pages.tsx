import {
  Button,
  DataTable,
  Day,
  Form,
  InsetText,
  Instant,
  SummaryList,
  VersionField,
  WarningText,
} from '../platform/ui/index.ts';
import type { Revealed } from './contact.commands.ts';
import type { SafeContact } from './contact.store.ts';
import { ActionForm, type ActionFormProps } from './fields.pages.tsx';
import type { VictimFile } from './file.store.ts';
import type { Precaution } from './precautions.ts';
import { allRules } from './register.rules.ts';
import type { OwnRule } from './rule.store.ts';
import { Safety, safetyOf } from './safety.pages.tsx';

interface PartProps {
  heading: string;
  file: Pick<VictimFile, 'name'>;
  contact: SafeContact | undefined;
  precautions: readonly Precaution[];
  about?: string | undefined;
  form: ActionFormProps;
}

/** A form about somebody: how to reach them safely stands on it too. */
export const PartPage = ({ heading, file, contact, precautions, about, form }: PartProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{file.name}</span> {heading}
    </h1>
    <Safety {...safetyOf(contact, precautions)} />
    {about && <p class="govuk-body">{about}</p>}
    <ActionForm {...form} />
  </>
);

interface PrecautionsProps extends PartProps {
  fileId: string;
}

/** The precautions that are live, with their ends, and the form for another. */
export const PrecautionsPage = (props: PrecautionsProps) => (
  <>
    <PartPage {...props} />
    <DataTable
      caption="Precautions now"
      rows={props.precautions}
      columns={[
        { heading: 'What whoever goes must do', cell: (one) => one.words },
        { heading: 'Until', cell: (one) => (one.expiresOn ? <Day day={one.expiresOn} /> : 'It is ended') },
        {
          heading: 'End',
          cell: (one) =>
            one.isMarker ? (
              'By the agency that set the marker'
            ) : (
              <Form action={`/register/${props.fileId}/precautions/end`} csrfToken={props.form.csrf}>
                <input type="hidden" name="precautionId" value={one.id} />
                <Button classes="govuk-button--secondary">
                  End it<span class="govuk-visually-hidden">: {one.words}</span>
                </Button>
              </Form>
            ),
        },
      ]}
      empty={{ title: 'No precaution is live' }}
    />
  </>
);

interface RevealProps {
  name: string;
  form: ActionFormProps;
  shown: readonly Revealed[] | undefined;
}

/** A hidden address: why it is asked for, and then where it is. What is shown is kept in no page that can be gone back to. */
export const RevealPage = ({ name, form, shown }: RevealProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{name}</span> Hidden address
    </h1>
    {shown === undefined ? (
      <>
        <WarningText>That you asked, when and why is written down before the address is shown.</WarningText>
        <ActionForm {...form} />
      </>
    ) : (
      <>
        <InsetText>Do not write it down, say it, or put it in a letter. This page is not kept.</InsetText>
        {shown.length === 0 ? (
          <p class="govuk-body">No address is written down.</p>
        ) : (
          <SummaryList
            rows={shown.map(({ saidBy, address, postcode }) => ({
              key: saidBy ?? 'Address',
              value: [address, postcode].filter(Boolean).join(', '),
            }))}
          />
        )}
      </>
    )}
  </>
);

interface RulesProps {
  own: readonly OwnRule[];
  form: ActionFormProps;
}

/** The points and thresholds of priority, and what the agency has set in their place. */
export const RulesPage = ({ own, form }: RulesProps) => {
  const byCode = new Map(own.map((rule) => [rule.code, rule]));
  return (
    <>
      <h1 class="govuk-heading-l">How priority is worked out</h1>
      <p class="govuk-body">
        Each fact that is true of a person gives its points once. The shipped points are a proposal: set your
        own, with the reason. A person’s points change when their file next changes, and say on which day they
        were worked out.
      </p>
      <DataTable
        caption="Rules"
        captionClasses="govuk-visually-hidden"
        rows={allRules}
        columns={[
          { heading: 'Rule', cell: (rule) => rule.words },
          { heading: 'Shipped', numeric: true, cell: (rule) => String(rule.points) },
          {
            heading: 'Here',
            numeric: true,
            cell: (rule) => String(byCode.get(rule.code)?.points ?? rule.points),
          },
          {
            heading: 'Set',
            cell: (rule) => {
              const set = byCode.get(rule.code);
              return set
                ? [<Instant at={set.setAt} />, ` by ${set.setByName ?? 'an officer'}: ${set.why}`]
                : 'As shipped';
            },
          },
        ]}
        empty={{ title: 'None' }}
      />
      <h2 class="govuk-heading-m">Set a rule</h2>
      <ActionForm {...form} />
    </>
  );
};

interface JoinProps extends PartProps {
  candidates: readonly VictimFile[];
  joined: readonly VictimFile[];
  file: VictimFile;
}

/** Other files that are the same person, and those that were joined already. */
export const JoinPage = ({ candidates, joined, ...part }: JoinProps) => (
  <>
    <PartPage {...part} />
    {candidates.length > 0 && (
      <InsetText>
        Judged to be the same person:{' '}
        {candidates.map(({ name, reference }) => `${name}, ${reference}`).join('; ')}
      </InsetText>
    )}
    {joined.map((other) => (
      <section aria-labelledby={`part-${other.id}`}>
        <h2 class="govuk-heading-m" id={`part-${other.id}`}>
          {other.reference}, {other.name}
        </h2>
        <p class="govuk-body">Joined into this file. Parted, each stands as it was.</p>
        <Form action={`/register/${part.file.id}/part`} csrfToken={part.form.csrf}>
          <VersionField version={part.file.version} />
          <input type="hidden" name="other" value={other.reference} />
          <input type="hidden" name="why" value="Joined by mistake" />
          <Button classes="govuk-button--warning">Part them: joined by mistake</Button>
        </Form>
      </section>
    ))}
  </>
);
