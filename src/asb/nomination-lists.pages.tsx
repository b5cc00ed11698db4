import { Button, DataTable, Day, inSentence, RecordPage } from '../platform/ui/index.ts';
import type { AgencyAccount, PlanView } from './asb.queries.ts';
import { AsbNav } from './asb-nav.pages.tsx';
import { ActionTable } from './nomination.pages.tsx';
import type { AsbAction } from './nomination.store.ts';
/** A plan before a release: what it must hold, who does it, and what is missing. */
export const PlanPage = ({ plan, actions, isLead, isKeeper, missingNow, parts }: PlanView) => {
  const partName = (code: string) => parts.find((one) => one.code === code)?.name ?? code;
  return (
    <RecordPage
      kind="Plan before a release"
      name={plan.reference}
      facts={[
        { label: 'Release', value: <Day day={plan.releaseOn} /> },
        { label: 'Led by', value: plan.leadAgencyName },
        {
          label: 'Escalated',
          value: plan.escalatedOn ? (
            <Day day={plan.escalatedOn} />
          ) : (
            <>
              If something is missing on <Day day={plan.escalateOn} />
            </>
          ),
        },
      ]}
      actions={
        isKeeper && (
          <Button href={`/release-plans/${plan.id}/release`} classes="govuk-button--secondary">
            Move the release
          </Button>
        )
      }
      sections={[
        {
          id: 'missing',
          title: 'What is missing',
          children: isLead ? (
            missingNow.length === 0 ? (
              <p class="govuk-body">Everything has an owner.</p>
            ) : (
              <ul class="govuk-list govuk-list--bullet">
                {missingNow.map((code) => (
                  <li>{partName(code)}</li>
                ))}
              </ul>
            )
          ) : (
            <p class="govuk-body">{plan.leadAgencyName} leads the plan and sees what is missing.</p>
          ),
        },
        {
          id: 'to-do',
          title: 'Actions',
          children: (
            <>
              <ActionTable actions={actions} caption="Actions of the plan" parts={partName} />
              {isLead && (
                <p class="govuk-body">
                  <a class="govuk-link" href={`/release-plans/${plan.id}/actions`}>
                    Put an action on the plan
                  </a>
                </p>
              )}
            </>
          ),
        },
      ]}
    />
  );
};
/** Actions that the agency has to do. */
export const OurActionsPage = ({ actions, isChair }: { actions: readonly AsbAction[]; isChair: boolean }) => (
  <>
    <AsbNav here="/nominations/actions" isChair={isChair} />
    <h1 class="govuk-heading-l">Actions of your agency</h1>
    <p class="govuk-body">Accept each, and give its result, on its task.</p>
    <ActionTable actions={actions} caption="Actions of your agency" />
  </>
);
/** What each agency was asked to do, and how it stands: for the chair, who holds them to account. */
export const AccountPage = ({ agencies }: { agencies: readonly AgencyAccount[] }) => (
  <>
    <AsbNav here="/nominations/account" isChair />
    <h1 class="govuk-heading-l">Account of agencies</h1>
    <DataTable
      caption="Actions by agency"
      captionClasses="govuk-visually-hidden"
      rows={agencies}
      columns={[
        { heading: 'Agency', cell: ({ agencyName }) => agencyName },
        { heading: 'Open', cell: ({ open }) => String(open), numeric: true },
        { heading: 'Overdue', cell: ({ overdue }) => String(overdue), numeric: true },
        { heading: 'Done', cell: ({ done }) => String(done), numeric: true },
        { heading: 'Refused or not done', cell: ({ notDone }) => String(notDone), numeric: true },
      ]}
      empty={{
        title: 'No actions yet',
        children: 'Actions that your meetings set would be counted by agency.',
      }}
    />
    {agencies.map(({ agencyName, actions, open, done, notDone }) => (
      <>
        <h2 class="govuk-heading-m">{agencyName}</h2>
        <ActionTable actions={actions} caption={`Actions of ${inSentence(agencyName)}`} />
        {open + done + notDone > actions.length && (
          <p class="govuk-hint">
            {actions.length} of {open + done + notDone} are listed, what is open first.
          </p>
        )}
      </>
    ))}
  </>
);
