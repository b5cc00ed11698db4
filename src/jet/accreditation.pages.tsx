import { powerWords } from '../enforcement/index.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  Day,
  DayBoxes,
  Form,
  type FormState,
  HiddenFields,
  Input,
  problemOf,
  Radios,
  RecordPage,
  Select,
  SummaryList,
  stateOf,
  Tag,
  tickedIn,
  toChoose,
  typedIn,
} from '../platform/ui/index.ts';
import { accreditedPowers } from './accreditation.commands.ts';
import type { Reaccreditation } from './accreditation.store.ts';
import { type ReaccreditationStatus, reaccreditationWords, ticks, tickWords } from './accreditation.ts';
import { TeamNav } from './jet.nav.tsx';

const colours: Record<ReaccreditationStatus, string> = {
  open: 'yellow',
  ready: 'blue',
  issued: 'green',
  stopped: 'grey',
};
const StatusTag = ({ status }: { status: ReaccreditationStatus }) => (
  <Tag classes={`govuk-tag--${colours[status]}`}>{reaccreditationWords[status]}</Tag>
);
const onOf = (row: Reaccreditation) => ({
  vetted: row.vettedOn,
  trained: row.trainedOn,
  assessed: row.assessedOn,
});

/** Accreditations anew: of the agency, or those that the force is to issue. */
export const AccreditationsPage = (
  props: FormState & {
    csrf: string;
    viewer: Viewer;
    rows: readonly Reaccreditation[];
    mayRenew: boolean;
    officers: readonly { id: string; name: string }[];
  },
) => (
  <>
    <h1 class="govuk-heading-l">Accreditation anew</h1>
    <TeamNav viewer={props.viewer} here="/teams/accreditations" />
    <DataTable
      caption="Officers who are vetted, trained and assessed anew"
      rows={props.rows}
      columns={[
        {
          heading: 'Officer',
          cell: (row) => (
            <a class="govuk-link" href={`/teams/accreditations/${row.id}`}>
              {row.officerName}
            </a>
          ),
        },
        { heading: 'Agency', cell: ({ agencyName }) => agencyName },
        {
          heading: 'Ticks',
          cell: (row) => `${Object.values(onOf(row)).filter((on) => on !== null).length} of ${ticks.length}`,
        },
        { heading: 'Badge', cell: ({ badgeNumber }) => badgeNumber ?? '–' },
        { heading: 'Last day', cell: ({ expiresOn }) => (expiresOn ? <Day day={expiresOn} /> : '–') },
        { heading: 'Stands', cell: ({ status }) => <StatusTag status={status} /> },
      ]}
      empty={{
        title: 'None is under way',
        children:
          'Whoever leads the team begins one; once an officer was vetted, trained and assessed, the force issues it.',
      }}
    />
    {props.mayRenew && (
      <Form action="/teams/accreditations" csrfToken={props.csrf}>
        <h2 class="govuk-heading-m">Begin one</h2>
        <Select
          {...asked(props, 'officerId')}
          label="Officer of your agency"
          items={toChoose(props.officers.map(({ id, name }) => ({ value: id, text: name })))}
        />
        <Button classes="govuk-button--secondary">Begin</Button>
      </Form>
    )}
  </>
);

interface OneProps extends FormState {
  csrf: string;
  row: Reaccreditation;
  mayTick: boolean;
  mayIssue: boolean;
}
const Ticks = (props: OneProps) => (
  <>
    <SummaryList
      rows={ticks.map((tick) => {
        const on = onOf(props.row)[tick];
        return { key: tickWords[tick], value: on ? <Day day={on} /> : 'Not yet' };
      })}
    />
    {props.mayTick && ticks.some((tick) => onOf(props.row)[tick] === null) && (
      <Form action={`/teams/accreditations/${props.row.id}/tick`} csrfToken={props.csrf}>
        <HiddenFields values={{ version: props.row.version }} />
        <Radios
          name="tick"
          fieldset={{ legend: { children: 'What was done', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={problemOf(stateOf(props, 'tick'), 'tick')}
          value={typedIn(stateOf(props, 'tick'), 'tick')}
          items={ticks
            .filter((tick) => onOf(props.row)[tick] === null)
            .map((tick) => ({ value: tick, children: tickWords[tick] }))}
        />
        <DayBoxes {...stateOf(props, 'tick')} name="onDay" legend="On" />
        <Button classes="govuk-button--secondary">Tick it</Button>
      </Form>
    )}
  </>
);
const Issue = (props: OneProps) => (
  <Form action={`/teams/accreditations/${props.row.id}/issue`} csrfToken={props.csrf}>
    <HiddenFields values={{ version: props.row.version }} />
    <Checkboxes
      name="powers"
      fieldset={{ legend: { children: 'Powers on the badge', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={problemOf(props, 'powers')}
      classes="govuk-checkboxes--small"
      values={tickedIn(props, 'powers')}
      items={accreditedPowers.map((code) => ({ value: code, children: powerWords[code] ?? code }))}
    />
    <Input {...asked(props, 'badgeNumber')} label="Badge number" classes="govuk-input--width-10" />
    <DayBoxes {...stateOf(props, 'issue')} name="expiresOn" legend="Last day" />
    <Button>Issue the accreditation</Button>
  </Form>
);

/** One accreditation anew: its ticks, and what the force gives. */
export const AccreditationPage = (props: OneProps) => {
  const { row } = props;
  return (
    <RecordPage
      kind={`Accreditation anew ${row.reference}`}
      name={row.officerName}
      facts={[
        { label: 'Stands', value: <StatusTag status={row.status} /> },
        { label: 'Agency', value: row.agencyName },
        { label: 'Issued by', value: row.forceAgencyName },
      ]}
      sections={[
        { id: 'ticks', title: 'Vetted, trained, assessed', children: <Ticks {...props} /> },
        ...(row.status === 'issued'
          ? [
              {
                id: 'issued',
                title: 'Issued',
                children: (
                  <SummaryList
                    rows={[
                      { key: 'Badge', value: row.badgeNumber ?? '' },
                      { key: 'Powers', value: row.powers.map((code) => powerWords[code] ?? code).join(', ') },
                      row.expiresOn !== null && { key: 'Last day', value: <Day day={row.expiresOn} /> },
                    ]}
                  />
                ),
              },
            ]
          : []),
        ...(props.mayIssue ? [{ id: 'issue', title: 'Issue it', children: <Issue {...props} /> }] : []),
      ]}
      actions={
        props.mayTick ? (
          <Form action={`/teams/accreditations/${row.id}/stop`} csrfToken={props.csrf}>
            <HiddenFields values={{ version: row.version }} />
            <Button classes="govuk-button--secondary">Stop it</Button>
          </Form>
        ) : undefined
      }
    />
  );
};
