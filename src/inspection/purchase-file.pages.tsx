import { purchaseParts, selectionBases } from '../../reference/inspection.ts';
import { History, NextSteps, StepLinks } from '../enforcement/index.ts';
import {
  asked,
  Button,
  Day,
  Form,
  type FormState,
  Input,
  InsetText,
  problemOf,
  Radios,
  RecordPage,
  Select,
  SummaryList,
  stateOf,
  Textarea,
  toChoose,
  typedIn,
} from '../platform/ui/index.ts';
import { Attempts, FollowUps } from './attempt.pages.tsx';
import { FindPremises, premisesItems } from './find-premises.pages.tsx';
import { basisName, partName, productName, ripaAnswerWords, testTypeName } from './inspection.words.ts';
import { optionsOf } from './premises.pages.tsx';
import type { PremisesChoice } from './premises.store.ts';
import { PurchaseTag } from './purchase.pages.tsx';
import type { PurchaseView } from './purchase.queries.ts';
import { SafetyOfPlace } from './safety.pages.tsx';
import type { Safety } from './safety.ts';
import { Volunteers } from './volunteer.pages.tsx';

export interface PurchasePageProps extends PurchaseView, FormState {
  csrf: string;
  /** Officers of the viewer's own agency. */
  colleagues: readonly { id: string; name: string }[];
  /** Premises of the viewer's own agency, where more can be put on the plan. */
  toChooseFrom: PremisesChoice | undefined;
}
const isPlanned = ({ isLead, purchase }: PurchasePageProps) => isLead && purchase.status === 'planned';
const at = ({ purchase }: PurchasePageProps) => `/test-purchases/${purchase.id}`;

const Plan = (props: PurchasePageProps) => {
  const { purchase, isLead } = props;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Location', value: purchase.location },
          { key: 'Test', value: `${testTypeName(purchase.testType)}, ${productName(purchase.product)}` },
          { key: 'Risk assessment', value: purchase.riskAssessment || 'Not written yet' },
          isLead && {
            key: 'Covert law (RIPA)',
            value: purchase.ripaAnswer
              ? `${ripaAnswerWords[purchase.ripaAnswer]}. ${purchase.ripaWords}`
              : 'Not considered yet',
          },
          { key: 'Briefing', value: purchase.briefing || 'Not written yet' },
          purchase.outcome !== null && { key: 'Outcome', value: purchase.outcome },
        ]}
      />
      {isPlanned(props) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${at(props)}/edit`}>
            Change the plan
          </a>
        </p>
      )}
    </>
  );
};

/** Officer safety of premises on the plan, for the agency that leads. */
const shown = (safety: Safety | undefined) =>
  safety && safety.screenedAt !== null && <SafetyOfPlace safety={{ ...safety, screeningId: null }} />;
const Selections = (props: PurchasePageProps) => {
  const { facts, isLead, csrf, toChooseFrom, purchase } = props;
  const state = stateOf(props, 'selections');
  const chosen = facts.selections.map(({ premisesId }) => premisesId);
  return (
    <>
      {!isLead && ['planned', 'settled'].includes(purchase.status) && (
        <p class="govuk-body">Which premises, you are told on the day.</p>
      )}
      {isLead && facts.selections.length === 0 && <p class="govuk-body">No premises are chosen yet.</p>}
      {facts.selections.map((one) => (
        <>
          <p class="govuk-body">
            <strong>{one.label}</strong>
            {one.address && `, ${one.address}`}
            {one.basis !== null && (
              <>
                <br />
                {basisName(one.basis)}
                {one.sourceReference && ` (${one.sourceReference})`}
                {one.words === null ? ': read by whoever the package was given to' : `: ${one.words}`}
              </>
            )}
          </p>
          {shown(facts.safety.get(one.premisesId))}
          {isPlanned(props) && (
            <Form action={`${at(props)}/premises/${one.id}/remove`} csrfToken={csrf}>
              <Button classes="govuk-button--secondary">
                Take off<span class="govuk-visually-hidden">: {one.label}</span>
              </Button>
            </Form>
          )}
        </>
      ))}
      {toChooseFrom && <FindPremises {...toChooseFrom} action={at(props)} />}
      {toChooseFrom && (
        <Form action={`${at(props)}/premises`} csrfToken={csrf}>
          <Select
            {...asked(state, 'premisesId')}
            label="Premises"
            items={premisesItems(toChooseFrom, chosen)}
          />
          <Radios
            name="basis"
            fieldset={{ legend: { children: 'Why these premises', classes: 'govuk-fieldset__legend--s' } }}
            hint="That they come round on a list is no reason."
            errorMessage={problemOf(state, 'basis')}
            value={typedIn(state, 'basis')}
            items={selectionBases.map(({ code, name }) => ({ value: code, children: name }))}
          />
          <Input
            {...asked(state, 'sourceReference')}
            label="Reference of the package or the report"
            hint="Of intelligence it is needed. What the package says stays in it."
            classes="govuk-input--width-20"
          />
          <Textarea
            {...asked(state, 'words')}
            label="The reason in words"
            hint="Of intelligence, the words that were given for it and nothing more."
            rows={2}
          />
          <Button classes="govuk-button--secondary">Choose these premises</Button>
        </Form>
      )}
    </>
  );
};

const Officers = (props: PurchasePageProps) => {
  const { facts, agencyId, colleagues, purchase, isInspector, csrf } = props;
  const state = stateOf(props, 'officers');
  const isOpen = isInspector && ['planned', 'settled'].includes(purchase.status);
  return (
    <>
      {facts.lapsed.map((words) => (
        <InsetText>Cannot do this part on the day. {words}.</InsetText>
      ))}
      {facts.officers.length === 0 && <p class="govuk-body">Nobody is named yet.</p>}
      {facts.officers.map((one) => (
        <>
          <p class="govuk-body">
            <strong>{one.officerName}</strong>, {one.agencyName}: {partName(one.part).toLowerCase()}
            {one.powerReference && ` (${one.powerReference})`}
          </p>
          {isOpen && one.agencyId === agencyId && (
            <Form action={`${at(props)}/officers/${one.id}/remove`} csrfToken={csrf}>
              <Button classes="govuk-button--secondary">
                Take off
                <span class="govuk-visually-hidden">
                  : {one.officerName}, {partName(one.part).toLowerCase()}
                </span>
              </Button>
            </Form>
          )}
        </>
      ))}
      {isOpen && (
        <Form action={`${at(props)}/officers`} csrfToken={csrf}>
          <Select
            {...asked(state, 'officerId')}
            label="Officer of your agency"
            items={toChoose(colleagues.map(({ id, name }) => ({ value: id, text: name })))}
          />
          <Select
            {...asked(state, 'part')}
            label="What they do"
            hint="A part that uses a power is checked for this person, this place and this day."
            items={toChoose(optionsOf(purchaseParts))}
          />
          <Button classes="govuk-button--secondary">Put on the plan</Button>
        </Form>
      )}
    </>
  );
};

const anchors: Readonly<Record<string, string>> = {
  selections: '#selections',
  volunteers: '#volunteers',
  officers: '#officers',
  attempts: '#attempts',
};
/** One test-purchase operation; to whoever makes the figures, the results without the premises. */
export function PurchasePage(props: PurchasePageProps) {
  const { purchase, events, steps, isLead, isInspector } = props;
  const hasBegun = ['under-way', 'completed'].includes(purchase.status);
  const next = (
    <NextSteps
      asker="the plan"
      steps={steps}
      mendOf={(field) => (field === 'edit' ? `${at(props)}/edit` : anchors[field])}
    />
  );
  return (
    <RecordPage
      kind={`Test-purchase operation ${purchase.reference}`}
      name={purchase.name}
      facts={[
        { label: 'Status', value: <PurchaseTag status={purchase.status} /> },
        { label: 'Day', value: <Day day={purchase.onDay} /> },
        { label: 'District', value: purchase.districtName ?? 'Not known' },
        { label: 'Led by', value: purchase.agencyName },
      ]}
      sections={[
        ...(steps.some(({ needs }) => needs.length > 0)
          ? [{ id: 'next', title: 'What is needed next', children: next }]
          : []),
        ...(isInspector ? [{ id: 'plan', title: 'Plan', children: <Plan {...props} /> }] : []),
        ...(isInspector
          ? [{ id: 'selections', title: 'Premises', children: <Selections {...props} /> }]
          : []),
        ...(isInspector
          ? [{ id: 'volunteers', title: 'Volunteers', children: <Volunteers {...props} /> }]
          : []),
        ...(isInspector
          ? [{ id: 'officers', title: 'Who does what', children: <Officers {...props} /> }]
          : []),
        ...(hasBegun ? [{ id: 'attempts', title: 'Results', children: <Attempts {...props} /> }] : []),
        ...(hasBegun
          ? [{ id: 'follow-ups', title: 'What follows', children: <FollowUps {...props} /> }]
          : []),
        ...(isInspector ? [{ id: 'history', title: 'History', children: <History events={events} /> }] : []),
      ]}
      actions={
        isLead ? (
          <StepLinks asker="the plan" steps={steps} under={`${at(props)}/steps`} />
        ) : (
          <p class="govuk-body">{purchase.agencyName} leads it and decides what is done. Ask them.</p>
        )
      }
    />
  );
}
