import { Button, DataTable, Day, Form, Instant, Money, SummaryList, Timeline } from '../platform/ui/index.ts';
import { type FileProps, listed } from './file-known.pages.tsx';
import {
  answerWords,
  doneThingWords,
  leadWords,
  referralOutcomeWords,
  referralWords,
  resultWords,
  savingWords,
  scamWords,
} from './register.words.ts';

/** What was lost and saved, documented and estimated apart. */
export const Losses = ({ file, losses, totals, csrf }: FileProps) => (
  <>
    <SummaryList
      rows={[
        { key: 'Lost', value: <Money pence={totals.lost} /> },
        { key: 'Saved, documented', value: <Money pence={totals.savedDocumented} /> },
        { key: 'Saved, estimated', value: <Money pence={totals.savedEstimated} /> },
      ]}
    />
    <DataTable
      caption="Losses and savings"
      captionClasses="govuk-visually-hidden"
      rows={losses}
      columns={[
        { heading: 'Day', cell: (loss) => <Day day={loss.happenedOn} /> },
        {
          heading: 'What',
          cell: (loss) =>
            loss.kind === 'loss'
              ? 'Loss'
              : `Saving: ${(savingWords as Record<string, string>)[loss.how] ?? loss.how}`,
        },
        { heading: 'Kind of scam', cell: (loss) => listed([loss.scamType], scamWords) },
        {
          heading: 'How it is known',
          cell: (loss) => (loss.basis === 'documented' ? 'Documented' : 'Estimated'),
        },
        { heading: 'Amount', numeric: true, cell: (loss) => <Money pence={loss.pence} /> },
        {
          heading: 'Put right',
          cell: (loss) => (
            <Form action={`/register/${file.id}/losses/withdraw`} csrfToken={csrf}>
              <input type="hidden" name="lossId" value={loss.id} />
              <Button classes="govuk-button--secondary bw-button--small">
                Take back<span class="govuk-visually-hidden"> this amount</span>
              </Button>
            </Form>
          ),
        },
      ]}
      empty={{ title: 'No amount is written down yet' }}
    />
    <p class="govuk-body">
      <a class="govuk-link" href={`/register/${file.id}/losses`}>
        Write down a loss or a saving
      </a>
    </p>
  </>
);

/** Visits planned and made. */
export const Visits = ({ file, visits }: FileProps) => (
  <>
    <DataTable
      caption="Visits"
      captionClasses="govuk-visually-hidden"
      rows={visits}
      columns={[
        {
          heading: 'Visit',
          cell: (visit) => (
            <a class="govuk-link" href={`/visits/${visit.id}`}>
              <Day day={visit.plannedOn} />
            </a>
          ),
        },
        {
          heading: 'Who goes',
          cell: (visit) => [visit.assignedName, visit.companion ? ` with ${visit.companion}` : ''],
        },
        { heading: 'For', cell: (visit) => visit.purpose },
        {
          heading: 'What came of it',
          cell: (visit) =>
            visit.result
              ? [resultWords[visit.result], ...visit.doneThings.map((thing) => doneThingWords[thing])].join(
                  ', ',
                )
              : visit.state === 'cancelled'
                ? 'Cancelled'
                : 'Planned',
        },
      ]}
      empty={{ title: 'No visit yet' }}
    />
    <p class="govuk-body">
      <a class="govuk-link" href={`/register/${file.id}/visits/plan`}>
        Plan a visit
      </a>
    </p>
  </>
);

/** Referrals and what came back. */
export const Referrals = ({ file, referrals }: FileProps) => (
  <>
    {referrals.map((referral) => (
      <SummaryList
        card={{ title: referralWords[referral.kind] }}
        rows={[
          {
            key: 'Made',
            value: [
              <Instant at={referral.madeAt} />,
              referral.madeByName ? ` by ${referral.madeByName}` : '',
            ],
          },
          { key: 'Has needs for care and support', value: answerWords[referral.hasNeeds] },
          { key: 'At risk of abuse or neglect', value: answerWords[referral.isAtRisk] },
          { key: 'Cannot protect themselves', value: answerWords[referral.cannotProtect] },
          { key: 'What was seen and heard', value: referral.narrative },
          {
            key: 'What came back',
            value: referral.outcome
              ? `${referralOutcomeWords[referral.outcome]}${referral.outcomeWords ? `: ${referral.outcomeWords}` : ''}`
              : [
                  'Nothing yet. ',
                  <a class="govuk-link" href={`/register/${file.id}/referrals/${referral.id}`}>
                    Note what came back
                  </a>,
                ],
          },
        ]}
      />
    ))}
    <p class="govuk-body">
      <a class="govuk-link" href={`/register/${file.id}/referrals`}>
        Refer them
      </a>
    </p>
  </>
);

/** Who led, and since when. */
export const Leads = ({ leads }: FileProps) => (
  <DataTable
    caption="Who led, and since when"
    captionClasses="govuk-visually-hidden"
    rows={leads}
    columns={[
      { heading: 'Agency', cell: (lead) => lead.agencyName },
      { heading: 'State', cell: (lead) => leadWords[lead.state] },
      { heading: 'Since', cell: (lead) => <Instant at={lead.answeredAt ?? lead.offeredAt} /> },
      { heading: 'Why', cell: (lead) => [lead.why, lead.answerWords ? `; ${lead.answerWords}` : ''] },
    ]}
    empty={{ title: 'None' }}
  />
);

/** What happened, and who saw a hidden address. */
export const History = ({ events, reveals }: FileProps) => (
  <>
    <Timeline
      items={events.map((event) => ({
        label: event.words,
        byline: event.officerName ?? 'Bailiwick',
        when: <Instant at={event.at} />,
      }))}
    />
    {reveals.length > 0 && (
      <DataTable
        caption="When the hidden address was shown"
        rows={reveals}
        columns={[
          { heading: 'When', cell: (one) => <Instant at={one.at} /> },
          { heading: 'To whom', cell: (one) => one.officerName ?? 'An officer' },
          { heading: 'Why', cell: (one) => one.reason },
        ]}
        empty={{ title: 'Never' }}
      />
    )}
  </>
);
