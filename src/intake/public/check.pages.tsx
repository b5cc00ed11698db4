import type { ServiceContact } from '../../directory/index.ts';
import { Button, Day, FileUpload, InsetText, Panel } from '../../platform/ui/index.ts';
import { photoAccept } from '../photos/photo.kinds.ts';
import type { Receipt } from '../report.commands.ts';
import { landOwnerWords, reporterTypeWords } from '../report.words.ts';
import type { Step } from './report-it.steps.ts';
import { problemOf, StepForm, type StepProps } from './step-form.pages.tsx';

/** Who would deal with it, told before it is sent. */
export interface Destination {
  serviceName: string;
  agencyName: string;
  targetOn: string;
}

const words = (table: Record<string, string>, key: string): string => table[key] ?? '';

/** A button in the clothes of a link: "Change" carries the form, so that nothing is lost on the way. */
const Change = ({ step, what }: { step: Step; what: string }) => (
  <button type="submit" name="go" value={`change:${step}`} class="bw-text-button">
    Change<span class="govuk-visually-hidden"> {what}</span>
  </button>
);

function Rows({ answers, facts }: StepProps) {
  const contact = [answers.name, answers.phone, answers.email, answers.address]
    .map((text) => text.trim())
    .filter(Boolean)
    .join(', ');
  const place = [facts.placeUnderstood, answers.postcode, answers.placeWords.trim()]
    .filter(Boolean)
    .join(', ');
  const rows: { key: string; value: string; step: Step; what: string }[] = [
    { key: 'What happened', value: answers.description, step: 'what', what: 'what happened' },
    { key: 'Kind', value: facts.type?.name ?? '', step: 'kind', what: 'the kind of problem' },
    { key: 'Where', value: place, step: 'where', what: 'where it is' },
    ...(facts.type?.asksLandOwner
      ? [
          {
            key: 'Land',
            value: words(landOwnerWords, answers.landOwner),
            step: 'land' as const,
            what: 'whose land it is',
          },
        ]
      : []),
    {
      key: 'Anything else',
      value: answers.more.trim() || 'Nothing more',
      step: 'more',
      what: 'what else you told us',
    },
    {
      key: 'About you',
      value: answers.isAnonymous === 'no' ? contact : 'You stay anonymous',
      step: 'you',
      what: 'what you say about yourself',
    },
    ...(answers.reporterType
      ? [
          {
            key: 'You are',
            value: words(reporterTypeWords, answers.reporterType),
            step: 'you' as const,
            what: 'what describes you',
          },
        ]
      : []),
    ...(facts.nearby.length > 0
      ? [
          {
            key: 'Reported before',
            value: answers.sameAs === 'none' ? 'No, mine is different' : 'Yes, it is one that is open',
            step: 'same' as const,
            what: 'whether it was reported before',
          },
        ]
      : []),
  ];
  return (
    <dl class="govuk-summary-list">
      {rows.map((row) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value bw-as-typed">{row.value}</dd>
          <dd class="govuk-summary-list__actions">
            <Change step={row.step} what={row.what} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export const photoHint =
  'Up to 5, each 10 MB or smaller: JPEG, PNG or WEBP, and HEIC if you give your name. We take out what your telephone writes into a photo, such as where and with what it was taken. Nobody opens a photo until it has been checked for viruses.';

export const CheckPage = (props: StepProps & { destination: Destination }) => (
  <StepForm {...props} step="check" asked={[]} submit="Send report" multipart>
    <Rows {...props} />
    <InsetText>
      This goes to <strong>{props.destination.serviceName}</strong>, {props.destination.agencyName}. They aim
      to deal with it by <Day day={props.destination.targetOn} />.
    </InsetText>
    <FileUpload
      name="photos"
      label="Photos (optional)"
      hint={photoHint}
      multiple
      attributes={{ accept: photoAccept }}
      errorMessage={problemOf(props, 'photos')}
    />
  </StepForm>
);

/** What a reporter takes away: shown once. */
export const SentPage = ({
  receipt,
  contact,
  photos,
}: {
  receipt: Receipt;
  contact: ServiceContact | undefined;
  photos: number;
}) => (
  <>
    <Panel title="Report sent">
      Your reference
      <br />
      <strong>{receipt.reference}</strong>
    </Panel>
    <h2 class="govuk-heading-m">Four words and a number to come back with</h2>
    <p class="bw-phrase">{receipt.phrase}</p>
    <p class="govuk-body">
      Write them down or take a picture of this page: <strong>they are shown only now</strong>, and nobody
      here can look them up. With the reference and these words you can{' '}
      <a class="govuk-link" href="/track">
        see what has been done and answer questions
      </a>
      , also when you stay anonymous.
    </p>
    <h2 class="govuk-heading-m">What happens next</h2>
    <p class="govuk-body">
      {receipt.serviceName}, {receipt.agencyName}, aims to deal with it by <Day day={receipt.targetOn} />.{' '}
      {receipt.why}
    </p>
    {photos > 0 && (
      <p class="govuk-body">
        {photos === 1 ? '1 photo is' : `${photos} photos are`} with your report. Nobody opens them until they
        have been checked for viruses.
      </p>
    )}
    {contact && (
      <p class="govuk-body">
        {contact.hoursWords && `They work ${contact.hoursWords}. `}
        {contact.outOfHours && `Out of hours: ${contact.outOfHours} `}
        You can ring them on {contact.phone} with your reference.
      </p>
    )}
    <Button href="/report" classes="govuk-button--secondary">
      Report something else
    </Button>
  </>
);
