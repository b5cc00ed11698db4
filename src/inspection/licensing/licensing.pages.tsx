import { EditionList, History, NextSteps, type OfferedStep, StepLinks } from '../../enforcement/index.ts';
import { Day, RecordPage, SummaryList, Table, Tag } from '../../platform/ui/index.ts';
import type { licensingPageView } from './licensing.queries.ts';
import { standingNeeds } from './licensing.ts';
import {
  type LicensingStatus,
  licensingKindWords,
  licensingPaperWords,
  licensingStatusWords,
  objectiveName,
  outcomeName,
  partyName,
  standingWords,
} from './licensing.words.ts';

const colours: Record<LicensingStatus, string> = {
  draft: 'yellow',
  applied: 'blue',
  advertised: 'purple',
  hearing: 'orange',
  decided: 'green',
  appealed: 'red',
  'in-effect': 'grey',
  rejected: 'grey',
  withdrawn: 'grey',
  void: 'grey',
};
export const LicensingTag = ({ status }: { status: LicensingStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{licensingStatusWords[status]}</Tag>
);
type Loaded = Extract<Awaited<ReturnType<typeof licensingPageView>>, { ok: true }>['value'];
const day = (key: string, value: string | null, why?: string | null) =>
  value !== null && {
    key,
    value: (
      <>
        <Day day={value} />
        {why && (
          <>
            <br />
            <span class="govuk-hint">{why}</span>
          </>
        )}
      </>
    ),
  };
const Days = ({ file }: Loaded) => (
  <SummaryList
    rows={[
      day('Applied on', file.appliedOn),
      day('Representations until', file.representationsUntil, file.representationsWhy),
      day('Notice from', file.advertisedOn),
      day('Hearing by', file.hearingBy, file.hearingWhy),
      day('Hearing', file.hearingOn),
      day('Decision told on', file.decidedOn),
      day('Suspended until', file.suspendedUntil),
      day('Appeal until', file.appealUntil, file.appealWhy),
      day('Appealed on', file.appealedOn),
      day('Over since', file.endedOn),
      file.endedOn === null && file.appliedOn === null && { key: 'Days', value: 'None yet: it is a draft' },
    ]}
  />
);
const Application = ({ file, facts }: Loaded) => (
  <>
    <SummaryList
      rows={[
        {
          key: 'Premises',
          value: (
            <a class="govuk-link" href={`/premises/${file.premisesId}`}>
              {file.tradingName}
            </a>
          ),
        },
        { key: 'Holder of the licence', value: file.firmName },
        { key: 'Licence', value: file.licenceNumber ?? 'Number not known' },
        { key: 'Applicant', value: file.applicant ? partyName(file.applicant) : 'Not applied for yet' },
        { key: 'Grounds', value: file.grounds.map(objectiveName).join('; ') || 'None chosen yet' },
        file.caseWords !== null && { key: 'The case', value: file.caseWords },
        file.certificate !== null && { key: 'Certificate', value: file.certificate },
        file.outcomes.length > 0 && { key: 'Decided', value: file.outcomes.map(outcomeName).join('; ') },
        file.conditions !== null && { key: 'Conditions or activity', value: file.conditions },
      ]}
    />
    <h3 class="govuk-heading-s">What the records of the premises showed</h3>
    {facts.evidence.length === 0 ? (
      <p class="govuk-body">Nothing was recorded when the review was begun.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {facts.evidence.map((one) => (
          <li>
            <Day day={one.onDay} />: {one.words}
          </li>
        ))}
      </ul>
    )}
  </>
);
const Representations = ({ representations }: Loaded) =>
  representations.length === 0 ? (
    <p class="govuk-body">None came yet.</p>
  ) : (
    <Table
      caption="Representations"
      captionClasses="govuk-visually-hidden"
      head={[
        { children: 'Came' },
        { children: 'From' },
        { children: 'For or against' },
        { children: 'What they say' },
      ]}
      rows={representations.map((one) => [
        { children: <Day day={one.cameOn} /> },
        { children: partyName(one.party) },
        {
          children:
            one.standing in standingWords ? standingWords[one.standing as keyof typeof standingWords] : '',
        }, // checked
        { children: one.words },
      ])}
    />
  );

/** One review: what comes next, the application with its evidence, days, representations, papers and history. */
export function LicensingPage(props: Loaded) {
  const { file, lines, papers, events } = props;
  const steps: OfferedStep[] = lines.map(({ line, conditions }) => {
    const standing: readonly string[] = standingNeeds(line);
    return { line, needs: conditions.filter(({ code }) => standing.includes(code)) };
  });
  return (
    <RecordPage
      kind={licensingKindWords[file.kind]}
      name={`${file.tradingName} (${file.reference})`}
      facts={[
        { label: 'Status', value: <LicensingTag status={file.status} /> },
        { label: 'Kept by', value: file.agencyName },
      ]}
      sections={[
        ...(steps.some(({ needs }) => needs.length > 0)
          ? [
              {
                id: 'next',
                title: 'What the law needs next',
                children: (
                  <NextSteps
                    steps={steps}
                    mendOf={(field) =>
                      field === 'licence' ? `/premises/${file.premisesId}/edit` : undefined
                    }
                  />
                ),
              },
            ]
          : []),
        { id: 'application', title: 'The application', children: <Application {...props} /> },
        { id: 'days', title: 'Days that count', children: <Days {...props} /> },
        { id: 'representations', title: 'Representations', children: <Representations {...props} /> },
        {
          id: 'papers',
          title: 'Papers',
          children:
            papers.length === 0 ? (
              <p class="govuk-body">No paper was made yet.</p>
            ) : (
              <EditionList
                editions={papers}
                words={licensingPaperWords}
                under={`/licence-reviews/${file.id}/papers`}
                isAddressHidden={file.address === null}
              />
            ),
        },
        { id: 'history', title: 'History', children: <History events={events} /> },
      ]}
      actions={<StepLinks steps={steps} under={`/licence-reviews/${file.id}/steps`} />}
    />
  );
}
