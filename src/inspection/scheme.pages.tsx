import { schemeKinds } from '../../reference/inspection.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  Form,
  type FormState,
  HiddenFields,
  Input,
  InsetText,
  problemOf,
  Radios,
  RecordPage,
  Select,
  stateOf,
  Tag,
  toChoose,
  typedIn,
} from '../platform/ui/index.ts';
import { FindPremises, premisesItems } from './find-premises.pages.tsx';
import { awardStatusWords, schemeKindName, schemeStatusWords } from './inspection.words.ts';
import { InspectionNav } from './inspection-nav.pages.tsx';
import { optionsOf } from './premises.pages.tsx';
import type { PremisesChoice } from './premises.store.ts';
import { AgencyBoxes } from './premises-form.pages.tsx';
import { shareWords, totalOf } from './purchase-table.ts';
import type { SchemeView } from './scheme.queries.ts';
import type { Scheme } from './scheme.store.ts';

const SchemeTag = ({ status }: Pick<Scheme, 'status'>) => (
  <Tag classes={status === 'open' ? 'govuk-tag--green' : 'govuk-tag--yellow'}>
    {schemeStatusWords[status]}
  </Tag>
);
/** Schemes that the agency runs or sits in the group of. */
export const SchemesPage = ({ schemes }: { schemes: readonly Scheme[] }) => (
  <>
    <InspectionNav here="/schemes" />
    <h1 class="govuk-heading-l">Schemes and awards</h1>
    <p class="govuk-body">
      <a class="govuk-link" href="/schemes/new">
        Set up a scheme
      </a>
    </p>
    <DataTable
      caption="Schemes"
      captionClasses="govuk-visually-hidden"
      rows={schemes}
      columns={[
        {
          heading: 'Scheme',
          cell: (one) => (
            <a class="govuk-link" href={`/schemes/${one.id}`}>
              {one.name}
            </a>
          ),
        },
        { heading: 'Kind', cell: ({ kind }) => schemeKindName(kind) },
        { heading: 'District', cell: ({ districtName }) => districtName ?? '–' },
        { heading: 'Run by', cell: ({ agencyName }) => agencyName },
        { heading: 'Members', cell: ({ members }) => String(members), numeric: true },
        { heading: 'Status', cell: ({ status }) => <SchemeTag status={status} /> },
      ]}
      empty={{
        title: 'No schemes yet',
        children: 'Nightsafe, Hotel Watch and alcohol partnerships would be listed here.',
        action: { href: '/schemes/new', children: 'Set up a scheme' },
      }}
    />
  </>
);
/** A scheme to be set up. */
export const SchemeForm = (
  props: FormState & {
    csrf: string;
    districts: readonly { code: string; name: string }[];
    agencies: readonly { id: string; name: string }[];
  },
) => (
  <>
    <h1 class="govuk-heading-l">Set up a scheme</h1>
    <Form action="/schemes" csrfToken={props.csrf}>
      <Radios
        name="kind"
        fieldset={{ legend: { children: 'Kind', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={problemOf(props, 'kind')}
        value={typedIn(props, 'kind')}
        items={schemeKinds.map(({ code, name }) => ({ value: code, children: name }))}
      />
      <Input {...asked(props, 'name')} label="Name" />
      <Select
        {...asked(props, 'districtCode')}
        label="District"
        items={toChoose(optionsOf(props.districts))}
      />
      <AgencyBoxes {...props} legend="Agencies of its group: they read members and figures of the area" />
      <Button>Save</Button>
    </Form>
  </>
);

export interface SchemePageProps extends SchemeView, FormState {
  csrf: string;
  /** Premises of the viewer's own agency, where it runs the scheme. */
  toChooseFrom: PremisesChoice | undefined;
}
const Members = (props: SchemePageProps) => {
  const { members, isOwn, scheme, csrf } = props;
  return (
    <>
      {members.length === 0 && <p class="govuk-body">No members yet.</p>}
      {members.map((one) => (
        <>
          <p class="govuk-body">
            <strong>{one.label}</strong>, joined <Day day={one.joinedOn} />,{' '}
            {one.trainedOn ? (
              <>
                trained <Day day={one.trainedOn} />
              </>
            ) : (
              'not trained yet'
            )}
          </p>
          {isOwn && (
            <div class="govuk-button-group">
              {(['train', 'leave'] as const).map((change) => (
                <Form action={`/schemes/${scheme.id}/members/${one.id}/${change}`} csrfToken={csrf}>
                  <HiddenFields values={{ version: one.version }} />
                  <Button classes="govuk-button--secondary">
                    {change === 'train' ? 'Trained today' : 'Left today'}
                    <span class="govuk-visually-hidden">: {one.label}</span>
                  </Button>
                </Form>
              ))}
            </div>
          )}
        </>
      ))}
      {props.toChooseFrom && <FindPremises {...props.toChooseFrom} action={`/schemes/${scheme.id}`} />}
      {isOwn && (
        <ChoosePremises
          {...props}
          form="members"
          action={`/schemes/${scheme.id}/members`}
          button="They join"
        />
      )}
    </>
  );
};
/** Premises of the own agency, to join or to apply. */
const ChoosePremises = (props: SchemePageProps & { form: string; action: string; button: string }) => (
  <Form action={props.action} csrfToken={props.csrf}>
    <Select
      {...asked(stateOf(props, props.form), 'premisesId')}
      id={`premises-${props.button.toLowerCase().replace(' ', '-')}`}
      label="Premises that your agency keeps"
      items={props.toChooseFrom ? premisesItems(props.toChooseFrom) : []}
    />
    <Button classes="govuk-button--secondary">{props.button}</Button>
  </Form>
);
const Awards = (props: SchemePageProps) => (
  <>
    {props.scheme.status === 'on-hold' && (
      <InsetText>The scheme is on hold: it takes no applications.</InsetText>
    )}
    <DataTable
      caption="Applications"
      captionClasses="govuk-visually-hidden"
      rows={props.awards}
      columns={[
        {
          heading: 'Application',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/awards/${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'Premises', cell: ({ tradingName }) => tradingName },
        { heading: 'Applied', cell: ({ appliedOn }) => <Day day={appliedOn} /> },
        { heading: 'How it stands', cell: ({ status, level }) => level ?? awardStatusWords[status] },
      ]}
      empty={{ title: 'No applications', children: 'Applications for the award would be listed here.' }}
    />
    {props.mayApply && (
      <ChoosePremises
        {...props}
        form="awards"
        action={`/schemes/${props.scheme.id}/awards`}
        button="They apply"
      />
    )}
  </>
);
/** Test purchases of the area that are over, in numbers, for the group. */
const Figures = ({ figures }: SchemePageProps) => (
  <>
    <DataTable
      caption="Test purchases of the area"
      captionClasses="govuk-visually-hidden"
      rows={figures}
      columns={[
        { heading: 'Date', cell: ({ onDay }) => <Day day={onDay} /> },
        { heading: 'Location', cell: ({ location }) => location },
        { heading: 'Operation', cell: ({ name }) => name },
        { heading: 'Visited', cell: ({ visited }) => String(visited), numeric: true },
        { heading: 'Passed', cell: ({ passed }) => String(passed), numeric: true },
        { heading: 'Failed', cell: ({ failed }) => String(failed), numeric: true },
      ]}
      empty={{
        title: 'No test purchases yet',
        children: 'Operations of the district are counted once they are completed.',
      }}
    />
    {figures.length > 0 && <p class="govuk-body">{shareWords(totalOf(figures))} failed.</p>}
  </>
);
const Hold = ({ scheme, csrf, ...state }: SchemePageProps) => {
  const step = scheme.status === 'open' ? 'hold' : 'open';
  return (
    <Form action={`/schemes/${scheme.id}/${step}`} csrfToken={csrf}>
      <HiddenFields values={{ version: scheme.version }} />
      <Input
        {...asked(stateOf(state, 'hold'), 'reason')}
        label={step === 'hold' ? 'Why it is put on hold' : 'Why it opens again'}
      />
      <Button classes="govuk-button--secondary">
        {step === 'hold' ? 'Put it on hold' : 'Open it again'}
      </Button>
    </Form>
  );
};
/** One scheme: members, applications, figures of its area. */
export const SchemePage = (props: SchemePageProps) => {
  const { scheme, isOwn } = props;
  const isAwarding = schemeKinds.some(({ code, hasAward }) => code === scheme.kind && hasAward);
  return (
    <RecordPage
      kind={schemeKindName(scheme.kind)}
      name={scheme.name}
      facts={[
        { label: 'Status', value: <SchemeTag status={scheme.status} /> },
        ...(scheme.statusWhy ? [{ label: 'Why it stands so', value: scheme.statusWhy }] : []),
        { label: 'District', value: scheme.districtName ?? 'Not known' },
        { label: 'Run by', value: scheme.agencyName },
      ]}
      sections={[
        { id: 'members', title: 'Members', children: <Members {...props} /> },
        ...(isOwn && isAwarding ? [{ id: 'awards', title: 'Award', children: <Awards {...props} /> }] : []),
        { id: 'figures', title: 'Test purchases of the area', children: <Figures {...props} /> },
        ...(isOwn ? [{ id: 'hold', title: 'On hold', children: <Hold {...props} /> }] : []),
      ]}
    />
  );
};
