import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  Day,
  Details,
  Form,
  type FormState,
  InsetText,
  Instant,
  isAgain,
  problemOf,
  Radios,
  SummaryList,
  stateOf,
  Textarea,
  tickedIn,
  typedIn,
  VersionField,
} from '../platform/ui/index.ts';
import type { SafeContact } from './contact.store.ts';
import { doneThings, doneThingWords, resultWords, visitResults } from './register.words.ts';
import { Safety, safetyOf } from './safety.pages.tsx';
import type { EarlierVisit, Visit } from './visit.store.ts';

const outcomeOf = (visit: Pick<EarlierVisit, 'result' | 'doneThings'>): string =>
  [resultWords[visit.result], ...visit.doneThings.map((thing) => doneThingWords[thing])].join(', ');

const stateWords = (visit: Visit): string =>
  visit.result
    ? outcomeOf({ result: visit.result, doneThings: visit.doneThings })
    : visit.state === 'cancelled'
      ? 'Cancelled'
      : 'To do';

/** The visits of whoever is signed in: what comes next first. */
export const MyVisitsPage = ({ visits }: { visits: readonly Visit[] }) => (
  <>
    <h1 class="govuk-heading-l">My visits</h1>
    <DataTable
      caption="Visits assigned to you"
      captionClasses="govuk-visually-hidden"
      rows={visits}
      columns={[
        {
          heading: 'Who',
          cell: (visit) => (
            <a class="govuk-link" href={`/visits/${visit.id}`}>
              {visit.personName}
            </a>
          ),
        },
        {
          heading: 'When',
          cell: (visit) => [
            <Day day={visit.plannedOn} weekday />,
            visit.plannedAtTime && `, ${visit.plannedAtTime}`,
          ],
        },
        { heading: 'For', cell: (visit) => visit.purpose },
        {
          heading: 'Goes along',
          cell: (visit) => visit.companion || (visit.needsTwo ? 'Nobody named yet' : 'Nobody'),
        },
        { heading: 'Result', cell: stateWords },
      ]}
      empty={{
        title: 'No visits',
        children: 'Visits that are assigned to you are here. Whoever keeps the victim register plans them.',
      }}
    />
  </>
);

interface SheetProps extends FormState {
  visit: Visit;
  contact: SafeContact | undefined;
  history: readonly EarlierVisit[];
  isKeeper: boolean;
  today: string;
  csrf: string;
}

/** One visit, as it is held in the hand at the door: where, how to reach them, what to mind, what was tried, what came of it. */
export const VisitSheet = (props: SheetProps) => {
  const { visit, contact, history, isKeeper } = props;
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          Visit {visit.reference}, <Day day={visit.plannedOn} weekday />
          {visit.plannedAtTime && `, ${visit.plannedAtTime}`}
        </span>{' '}
        {visit.personName}
      </h1>
      <Safety {...safetyOf(contact, visit.precautions)} />
      <SummaryList
        rows={[
          { key: 'Where', value: <Where visit={visit} contact={contact} /> },
          { key: 'For', value: visit.purpose },
          {
            key: 'Screened',
            value: <ScreenedWhen visit={visit} />,
          },
          {
            key: 'Who goes',
            value: visit.companion
              ? `${visit.assignedName}, with ${visit.companion}${visit.companionIs === 'police' ? ' of the police' : ''}`
              : visit.assignedName,
          },
          visit.state !== 'planned' && { key: 'What came of it', value: stateWords(visit) },
          visit.words !== '' && { key: 'Noted', value: visit.words },
        ]}
      />
      <h2 class="govuk-heading-m">What was tried before</h2>
      {history.length === 0 ? (
        <p class="govuk-body">Nobody has visited yet.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {history.map((earlier) => (
            <li>
              <Day day={earlier.plannedOn} />: {outcomeOf(earlier)}
            </li>
          ))}
        </ul>
      )}
      {visit.state === 'planned' && <Result {...props} />}
      {visit.state === 'planned' && isKeeper && <Cancel {...props} />}
      <p class="govuk-body">
        <a class="govuk-link" href={`/visits/${visit.id}/refer`}>
          Refer them to adult safeguarding
        </a>
        {isKeeper && [
          ' · ',
          <a class="govuk-link" href={`/register/${visit.fileId}`}>
            Their file
          </a>,
        ]}
      </p>
    </>
  );
};

/** When somebody looked for markers last; before the visit is made, a press from looking again. */
const ScreenedWhen = ({ visit }: Pick<SheetProps, 'visit'>) => (
  <>
    {visit.screenedAt ? <Instant at={visit.screenedAt} /> : 'Not since it was planned'}
    {visit.state === 'planned' && [
      '. ',
      <a class="govuk-link" href={`/screen?visit=${visit.reference}`}>
        {visit.screenedAt ? 'Screen again before you go' : 'Screen before you go'}
      </a>,
    ]}
  </>
);

const Where = ({ visit, contact }: Pick<SheetProps, 'visit' | 'contact'>) => {
  if (contact?.hidesAddress)
    return (
      <>
        The address is hidden.{' '}
        {visit.state === 'planned' && (
          <a class="govuk-link" href={`/visits/${visit.id}/address`}>
            See it, and say why
          </a>
        )}
      </>
    );
  if (!contact) return <>No longer shown: the visit, or its day, is over.</>;
  return (
    <>
      {[contact.address, contact.postcode].filter(Boolean).join(', ') ||
        'Not written down: ask whoever planned the visit'}
    </>
  );
};

const Result = ({ visit, today, csrf, ...all }: SheetProps) => {
  const state = stateOf(all, 'result');
  if (visit.plannedOn > today)
    return <InsetText>What came of it can be said from the day of the visit on.</InsetText>;
  return (
    <>
      <h2 class="govuk-heading-m">What came of it</h2>
      <Form action={`/visits/${visit.id}/result`} csrfToken={csrf}>
        <VersionField version={visit.version} />
        <Radios
          {...asked(state, 'result')}
          fieldset={{ legend: 'What happened?' }}
          items={visitResults.map((value) => ({ value, children: resultWords[value] }))}
        />
        <Checkboxes
          name="doneThings"
          fieldset={{ legend: 'What was done, if they were seen?' }}
          errorMessage={problemOf(state, 'doneThings')}
          values={tickedIn(state, 'doneThings')}
          items={doneThings.map((value) => ({ value, children: doneThingWords[value] }))}
        />
        <Details summary="Add a note" open={typedIn(state, 'words') !== ''}>
          <Textarea
            {...asked(state, 'words')}
            label="Note"
            hint="What whoever goes next should know. No amounts and no bank details."
            rows={3}
          />
        </Details>
        <Button>Save the result</Button>
      </Form>
    </>
  );
};

const Cancel = ({ visit, csrf, ...state }: SheetProps) => (
  <Details summary="Cancel this visit" open={isAgain(state, 'cancel')}>
    <Form action={`/visits/${visit.id}/cancel`} csrfToken={csrf}>
      <VersionField version={visit.version} />
      <Textarea {...asked(stateOf(state, 'cancel'), 'why')} label="Why is it cancelled?" rows={2} />
      <Button classes="govuk-button--warning">Cancel the visit</Button>
    </Form>
  </Details>
);
