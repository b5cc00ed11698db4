import {
  asked,
  Button,
  Deadline,
  Details,
  Form,
  Instant,
  isAgain,
  RecordPage,
  SummaryList,
  stateOf,
  Textarea,
  Timeline,
  VersionField,
} from '../../platform/ui/index.ts';
import { OcgStatusTag } from './ocg.pages.tsx';
import { AssessForm, ChangeForm, DisruptionForm, PlanForm, ReviewForm } from './ocg-forms.pages.tsx';

import { Assessment, Disruptions, Members, type OcgPageProps, Plan } from './ocg-parts.pages.tsx';

/** The steps that the viewer may take, with what each still asks for. */
const Steps = (all: OcgPageProps) => {
  const state = stateOf(all, 'steps');
  return (
    <>
      {all.steps.map(({ line, conditions }) => {
        const unmet = conditions.filter(({ met }) => !met);
        return (
          <Details summary={line.button} open={isAgain(all, 'steps') && state.typed.action === line.action}>
            {unmet.length > 0 ? (
              <ul class="govuk-list govuk-list--bullet">
                {unmet.map(({ words, mend }) => (
                  <li>
                    Not yet: {words.toLowerCase()}. {mend}.
                  </li>
                ))}
              </ul>
            ) : (
              <Form action={`/intelligence/groups/${all.card.id}/steps`} csrfToken={all.csrf}>
                <VersionField version={all.card.version} />
                <input type="hidden" name="action" value={line.action} />
                <Textarea
                  {...(state.typed.action === line.action || state.typed.action === undefined
                    ? asked(state, 'reason')
                    : { name: 'reason' })}
                  id={`reason-${line.action}`}
                  label="Why"
                  rows={2}
                />
                <Button>{line.button}</Button>
              </Form>
            )}
          </Details>
        );
      })}
    </>
  );
};

/** One card: whether it is a group, who is in it, the plan, and what disrupted it. */
export const OcgPage = (props: OcgPageProps) => {
  const { card, parts, mayKeep, today } = props;
  const forms = mayKeep
    ? {
        says: <ChangeForm {...props} />,
        assessment: <AssessForm {...props} />,
        plan: <PlanForm {...props} />,
        disruptions: <DisruptionForm {...props} />,
        history: <ReviewForm {...props} />,
      }
    : {};
  return (
    <RecordPage
      kind="Organised crime group card"
      name={`${card.name} (${card.reference})`}
      facts={[
        { label: 'Status', value: <OcgStatusTag status={card.status} /> },
        {
          label: 'Look again by',
          value: <Deadline due={card.reviewOn} today={today} isDone={card.status === 'archived'} />,
        },
        { label: 'Lead', value: card.leadName },
      ]}
      sections={[
        {
          id: 'says',
          title: 'The group',
          children: (
            <>
              <SummaryList
                rows={[
                  { key: 'What it does', value: card.activities },
                  { key: 'Where', value: card.areaWords },
                  card.seriesWords !== '' && { key: 'Series', value: card.seriesWords },
                ]}
              />
              <p class="govuk-body">
                <a class="govuk-link" href={`/intelligence/groups/${card.id}/files/pdf`}>
                  PDF
                </a>
                {' · '}
                <a class="govuk-link" href={`/intelligence/groups/${card.id}/files/docx`}>
                  Word
                </a>
              </p>
              {forms.says}
            </>
          ),
        },
        {
          id: 'assessment',
          title: 'Is it a group?',
          children: (
            <>
              <Assessment {...props} />
              {forms.assessment}
            </>
          ),
        },
        { id: 'members', title: 'Who is in it', children: <Members {...props} /> },
        {
          id: 'plan',
          title: '4P plan',
          children: (
            <>
              <Plan {...props} />
              {forms.plan}
            </>
          ),
        },
        {
          id: 'disruptions',
          title: 'Disruptions',
          children: (
            <>
              <Disruptions {...props} />
              {forms.disruptions}
            </>
          ),
        },
        {
          id: 'history',
          title: 'History',
          children: (
            <>
              {forms.history}
              <Timeline
                headingLevel={3}
                items={parts.events.map((event) => ({
                  label: event.words,
                  when: <Instant at={event.at} />,
                  byline: event.officerName,
                  children: event.reason,
                }))}
              />
            </>
          ),
        },
      ]}
      actions={props.steps.length > 0 ? <Steps {...props} /> : undefined}
    />
  );
};
