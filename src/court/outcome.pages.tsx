import {
  asked,
  Button,
  DataTable,
  Day,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  problemOf,
  Radios,
  SummaryList,
  stateOf,
  Textarea,
  typedIn,
} from '../platform/ui/index.ts';
import { channels, channelWords, courtResultWords } from './court.words.ts';
import { type EndedCase, mostOutcomes, type Telling } from './outcome.store.ts';

/** Cases that ended at court, whose victims the register is asked to tell. */
export const OutcomesPage = ({ ended }: { ended: readonly EndedCase[] }) => (
  <>
    <h1 class="govuk-heading-l">Outcomes to tell</h1>
    <DataTable
      caption="Cases that ended at court, newest first"
      captionClasses="govuk-visually-hidden"
      rows={ended}
      cappedAt={mostOutcomes}
      columns={[
        {
          heading: 'Outcome',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/outcomes/${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'Result', cell: ({ result }) => courtResultWords[result] },
        { heading: 'Court', cell: ({ courtName }) => courtName },
        { heading: 'Day', cell: ({ onDay }) => <Day day={onDay} /> },
        { heading: 'Brought by', cell: ({ agencyName }) => agencyName },
        {
          heading: 'Victims told',
          cell: ({ told, of }) => (of === 0 ? 'Nobody named yet' : `${told} of ${of}`),
        },
      ]}
      empty={{
        title: 'No case has ended at court yet',
        children: 'When one does, whoever brought it says here what victims are to be told.',
      }}
    />
  </>
);

/** A victim with how they may be reached, as the register says it: nothing of it leaves this side. */
export interface VictimToTell extends Telling {
  method: string;
  times: string;
  noMessage: boolean;
  hidesAddress: boolean;
  mustNotKnow: string;
  phone: string;
}
interface OutcomePageProps extends FormState {
  one: EndedCase;
  victims: readonly VictimToTell[];
  csrf: string;
}

function Victim({ all, victim }: { all: OutcomePageProps; victim: VictimToTell }) {
  const props = stateOf(all, victim.fileId);
  return (
    <>
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={`/register/${victim.fileId}`}>
          {victim.name}, {victim.reference}
        </a>
      </h3>
      {victim.toldAt ? (
        <p class="govuk-body">
          Told <Instant at={victim.toldAt} /> by {victim.toldByName}: {channelWords(victim.channel ?? '')}.{' '}
          {victim.words}
        </p>
      ) : (
        <>
          <InsetText>
            {victim.method || 'No method is written down: read the file first'}
            {victim.times && `; ${victim.times}`}
            {victim.phone && `; ${victim.phone}`}
            {victim.noMessage && '. Leave no message.'}
            {victim.hidesAddress && ' The address must stay hidden.'}
            {victim.mustNotKnow && ` Must not know: ${victim.mustNotKnow}.`}
          </InsetText>
          <Form action={`/outcomes/${props.one.id}/victims/${victim.fileId}`} csrfToken={props.csrf}>
            <Radios
              name="channel"
              idPrefix={`channel-${victim.reference}`}
              fieldset={{
                legend: {
                  children: `How ${victim.name} was told`,
                  classes: 'govuk-fieldset__legend--s',
                },
              }}
              errorMessage={problemOf(props, 'channel')}
              value={typedIn(props, 'channel')}
              items={channels
                .filter((one) => one.against(victim) === undefined)
                .map(({ code, words }) => ({ value: code, children: words }))}
            />
            <Textarea
              {...asked(props, 'words')}
              id={`words-${victim.reference}`}
              label="What they said (optional)"
              rows={2}
            />
            <Button classes="govuk-button--secondary">
              Was told<span class="govuk-visually-hidden">: {victim.name}</span>
            </Button>
          </Form>
        </>
      )}
    </>
  );
}

/** One outcome: the words that victims are told, who is to be told, and who was. */
export function OutcomePage(props: OutcomePageProps) {
  const { one, victims, csrf } = props;
  const form = stateOf(props, 'victim');
  return (
    <>
      <span class="govuk-caption-l">Outcome {one.reference}</span>
      <h1 class="govuk-heading-l">
        {courtResultWords[one.result]}, {one.courtName}
      </h1>
      <SummaryList
        rows={[
          { key: 'Day', value: <Day day={one.onDay} /> },
          { key: 'Brought by', value: one.agencyName },
          { key: 'What victims are told', value: one.victimWords },
          { key: 'Told', value: `${one.told} of ${one.of}` },
        ]}
      />
      <h2 class="govuk-heading-m">Victims</h2>
      {victims.length === 0 && <p class="govuk-body">Nobody of your register is named here yet.</p>}
      {victims.map((victim) => (
        <Victim all={props} victim={victim} />
      ))}
      <Form action={`/outcomes/${one.id}/victims`} csrfToken={csrf}>
        <Input
          {...asked(form, 'reference')}
          label="Somebody of your register who is to be told"
          hint="The reference of their file. Whoever brought the case learns how many, and not who."
          classes="govuk-input--width-10"
        />
        <Button classes="govuk-button--secondary">Add them</Button>
      </Form>
    </>
  );
}
