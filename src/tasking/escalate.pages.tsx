import { type EscalationRule, escalationRules, escalationWords, sameProblem } from '../intake/index.ts';
import {
  asked,
  Button,
  Checkboxes,
  Day,
  Details,
  Form,
  Input,
  InsetText,
  Instant,
  problemOf,
  Radios,
  Textarea,
  typedIn,
  VersionField,
} from '../platform/ui/index.ts';
import type { EscalationProposal } from './escalate.commands.ts';

interface ServiceChoice {
  id: string;
  name: string;
  agencyName: string;
}

interface Props {
  proposal: EscalationProposal;
  services: { atMeeting: readonly ServiceChoice[]; elsewhere: readonly ServiceChoice[] };
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

/** Takes a report to the next meeting: which rule, with whom, and in what words. */
export function EscalatePage({ proposal, services, csrf, problems, typed }: Props) {
  const { report, earlier, meeting, rule, why } = proposal;
  const state = { problems, typed };
  const problem = (field: string) => problemOf(state, field);
  const value = (field: string, first: string) => typedIn(state, field, first);
  const chosen = [typed.otherServiceIds ?? []].flat();
  const choices = (list: readonly ServiceChoice[]) =>
    list.map((s) => ({
      value: s.id,
      children: `${s.agencyName}: ${s.name}`,
      checked: chosen.includes(s.id),
    }));
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">Report {report.reference}</span> Take it to a meeting
      </h1>
      {meeting ? (
        <p class="govuk-body">
          It will be on the agenda of the {meeting.seriesName} on <Day day={meeting.heldOn} weekday />, with
          its history.
        </p>
      ) : (
        <InsetText>
          No Joint Action Group is down for this place. A case is opened; its services decide where it goes.
        </InsetText>
      )}
      <Form action={`/reports/${report.id}/escalate`} csrfToken={csrf}>
        <VersionField version={report.version} />
        <Radios
          name="rule"
          fieldset={{ legend: { children: 'Why it needs a meeting', classes: 'govuk-fieldset__legend--m' } }}
          hint={why}
          value={value('rule', rule ?? '')}
          errorMessage={problem('rule')}
          items={escalationRules.map((code: EscalationRule) => ({
            value: code,
            children: escalationWords[code],
          }))}
        />
        {earlier.length > 0 && (
          <section aria-labelledby="earlier">
            <h2 class="govuk-heading-m" id="earlier">
              Earlier reports of the same problem
            </h2>
            <p class="govuk-body">
              The same kind of problem, within {sameProblem.metres} metres or at a place called the same, in
              the {sameProblem.months} months before. They are put on the case.
            </p>
            <ul class="govuk-list govuk-list--bullet">
              {earlier.map((old) => (
                <li>
                  <a class="govuk-link" href={`/reports/${old.id}`}>
                    {old.reference}
                  </a>
                  , received <Instant at={old.receivedAt} />, {old.serviceName}
                </li>
              ))}
            </ul>
          </section>
        )}
        <Input
          {...asked(
            state,
            'title',
            `${report.issueName}${report.placeWords ? `, ${report.placeWords}` : ''}`,
          )}
          label={{ children: 'Title', classes: 'govuk-label--m' }}
          hint="In a few words, without anybody’s name."
        />
        <Textarea
          {...asked(state, 'summary', report.description ?? '')}
          label={{ children: 'What the problem is, and what was tried', classes: 'govuk-label--m' }}
          rows={6}
        />
        <Checkboxes
          name="isPersonal"
          fieldset={{
            legend: {
              children: 'Is it about people who can be identified?',
              classes: 'govuk-fieldset__legend--m',
            },
          }}
          hint="Then only the services on the case see it, whoever else is at the meeting."
          items={[
            {
              value: 'yes',
              children: 'Yes: a person, a household or a family',
              checked: value('isPersonal', '') === 'yes',
            },
          ]}
        />
        <Checkboxes
          name="otherServiceIds"
          classes="govuk-checkboxes--small"
          fieldset={{
            legend: {
              children: `Which services are needed besides ${report.serviceName}?`,
              classes: 'govuk-fieldset__legend--m',
            },
          }}
          errorMessage={problem('otherServiceIds')}
          items={choices(services.atMeeting)}
        />
        {services.elsewhere.length > 0 && (
          <Details
            summary="Services that do not sit at this meeting"
            open={services.elsewhere.some((s) => chosen.includes(s.id)) || services.atMeeting.length === 0}
          >
            <Checkboxes
              name="otherServiceIds"
              idPrefix="elsewhere"
              classes="govuk-checkboxes--small"
              fieldset={{
                legend: {
                  children: 'Services that do not sit at this meeting',
                  classes: 'govuk-visually-hidden',
                },
              }}
              items={choices(services.elsewhere)}
            />
          </Details>
        )}
        <Button>Open the case</Button>
      </Form>
    </>
  );
}
