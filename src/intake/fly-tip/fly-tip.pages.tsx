import { flyTipActions, flyTipLandTypes, flyTipSizes, flyTipWasteTypes } from '../../../reference/fly-tip.ts';
import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  type DataTableProps,
  Day,
  DayBoxes,
  Form,
  type FormState,
  Input,
  Select,
  Table,
  tickedIn,
  toChoose,
  VersionField,
} from '../../platform/ui/index.ts';
import type { Report } from '../report.store.ts';
import { prosecutionOutcomes, prosecutionOutcomeWords } from './fly-tip.forms.ts';
import {
  type FlyTip,
  type FlyTipAction,
  type FlyTipIncident,
  type FlyTipTotal,
  incidentsShown,
} from './fly-tip.store.ts';

const options = (rows: readonly { code: string; name: string }[]) =>
  rows.map(({ code, name }) => ({ value: code, text: name }));
const nameIn = (rows: readonly { code: string; name: string }[], code: string | null) =>
  rows.find((row) => row.code === code)?.name ?? 'Not described';
const pounds = (pence: number | null) => (pence === null ? '–' : `£${(pence / 100).toFixed(2)}`);

interface FormProps extends FormState {
  report: Report;
  tip: FlyTip | undefined;
  actions: readonly FlyTipAction[];
  csrf: string;
}
/** What the national return asks of one fly-tip, and the ladder of actions. */
export const FlyTipPage = (props: FormProps) => {
  const { report, tip, actions } = props;
  return (
    <>
      <span class="govuk-caption-l">{report.reference}</span>
      <h1 class="govuk-heading-l">Fly-tip for the national return</h1>
      {actions.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What was done</h2>
          <ul class="govuk-list govuk-list--bullet">
            {actions.map((one) => (
              <li>
                <Day day={one.onDay} />: {nameIn(flyTipActions, one.action).toLowerCase()}
                {one.costPence !== null && `, ${pounds(one.costPence)}`}
                {prosecutionOutcomes
                  .filter((code) => code === one.outcome)
                  .map((code) => `: ${prosecutionOutcomeWords[code].toLowerCase()}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Form action={`/reports/${report.id}/fly-tip`} csrfToken={props.csrf}>
        <VersionField version={tip?.version ?? 0} />
        <Select
          {...asked(props, 'landType', tip?.landType)}
          label="Land"
          items={toChoose(options(flyTipLandTypes))}
        />
        <Select
          {...asked(props, 'wasteType', tip?.wasteType)}
          label="Waste"
          items={toChoose(options(flyTipWasteTypes))}
        />
        <Select
          {...asked(props, 'wasteSize', tip?.wasteSize)}
          label="Size"
          hint="The list of sizes is general knowledge: confirm it against the return."
          items={toChoose(options(flyTipSizes))}
        />
        <Checkboxes
          name="isEvidence"
          values={tickedIn(props, 'isEvidence', tip?.isEvidence ? ['yes'] : [])}
          items={[{ value: 'yes', children: 'Evidence of who did it was found' }]}
        />
        <Input
          {...asked(
            props,
            'clearance',
            tip?.clearancePence == null ? '' : (tip.clearancePence / 100).toFixed(2),
          )}
          label="What the clearance cost, in pounds"
          inputmode="decimal"
          classes="govuk-input--width-5"
        />
        <h2 class="govuk-heading-m">An action to record</h2>
        <p class="govuk-hint">
          Leave it empty to describe the fly-tip alone. A penalty is written on its own page and recorded here
          as its action.
        </p>
        <Select
          {...asked(props, 'action')}
          label="Action"
          items={[{ value: '', text: 'None now' }, ...options(flyTipActions)]}
        />
        <DayBoxes {...props} name="on" legend="Day of the action" />
        <Input
          {...asked(props, 'cost')}
          label="What the action cost, in pounds"
          inputmode="decimal"
          classes="govuk-input--width-5"
        />
        <Select
          {...asked(props, 'outcome')}
          label="Of a prosecution: how it ended"
          items={[
            { value: '', text: 'It was none' },
            ...prosecutionOutcomes.map((value) => ({ value, text: prosecutionOutcomeWords[value] })),
          ]}
        />
        <Button>Save</Button>
      </Form>
    </>
  );
};

const parts = [
  { part: 'land', title: 'Incidents by land', rows: flyTipLandTypes, cost: 'Clearance' },
  { part: 'size', title: 'Incidents by size', rows: flyTipSizes, cost: 'Clearance' },
  { part: 'waste', title: 'Incidents by waste', rows: flyTipWasteTypes, cost: 'Clearance' },
  { part: 'action', title: 'Actions', rows: flyTipActions, cost: 'Cost' },
] as const;

interface ReturnProps {
  incidents: readonly FlyTipIncident[];
  totals: readonly FlyTipTotal[];
  from: string;
  to: string;
  /** The line of the totals whose incidents are listed; all of them where there is none. */
  part?: FlyTipTotal['part'] | undefined;
  code?: string | undefined;
  isMore: boolean;
  exports: NonNullable<DataTableProps<FlyTipIncident>['exports']>;
}
/** Where the incidents of a line of the totals are; of an action, each with how often it was taken. */
const incidentsHref = (from: string, to: string, part: string, code: string) =>
  `/fly-tips?${new URLSearchParams({ from, to, part, code })}#incidents`;
/** Which incidents are listed, and whether these are the first alone. */
const listed = ({ part, code, isMore }: Pick<ReturnProps, 'part' | 'code' | 'isMore'>): string => {
  const line = parts.find((one) => one.part === part);
  const which = line && code ? `: ${nameIn(line.rows, code).toLowerCase()}` : '';
  return isMore
    ? `The first ${incidentsShown} incidents${which}; the files hold them all`
    : `Incidents${which}`;
};
/** Incidents of the part and code alone, so that their actions are those of the line. */
const actionsOf = (
  { part, code }: Pick<ReturnProps, 'part' | 'code'>,
  { actions }: FlyTipIncident,
): number =>
  part === 'action'
    ? (actions[flyTipActions.findIndex((one) => one.code === code)] ?? 0)
    : actions.reduce((sum, n) => sum + n, 0);

/** The return of some days: totals by land, size, waste and action, then the incidents. */
export const FlyTipReturnPage = ({ incidents, totals, from, to, isMore, exports, ...line }: ReturnProps) => (
  <>
    <h1 class="govuk-heading-l">Fly-tipping return</h1>
    <p class="govuk-body">
      Reports of fly-tipping with your agency, received from <Day day={from} /> to <Day day={to} />, without
      duplicates. Totals are of those that were described.
    </p>
    <Form method="get" action="/fly-tips" classes="bw-filters">
      <Input name="from" label="From" hint="Like 1/11/2026" value={from} classes="govuk-input--width-10" />
      <Input name="to" label="To" hint="Like 30/11/2026" value={to} classes="govuk-input--width-10" />
      <Button classes="govuk-button--secondary">Show</Button>
    </Form>
    {parts.map(({ part, title, rows, cost }) => {
      const lines = totals.filter((one) => one.part === part);
      return lines.length === 0 ? (
        <p class="govuk-body">{title}: none yet.</p>
      ) : (
        <Table
          caption={title}
          captionClasses="govuk-table__caption--m"
          head={[{ children: title }, { children: 'Count' }, { children: cost }]}
          rows={rows.flatMap(({ code, name }) => {
            const total = lines.find((one) => one.code === code);
            if (!total) return [];
            const count = (
              <a class="govuk-link" href={incidentsHref(from, to, part, code)}>
                {total.count}
                <span class="govuk-visually-hidden">: open the incidents of {name}</span>
              </a>
            );
            return [[{ children: name }, { children: count }, { children: pounds(total.pence) }]];
          })}
        />
      );
    })}
    {line.part && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/fly-tips?${new URLSearchParams({ from, to })}#incidents`}>
          Show every incident of these days
        </a>
      </p>
    )}
    <div id="incidents">
      <DataTable
        caption={listed({ ...line, isMore })}
        rows={incidents}
        columns={[
          {
            heading: 'Report',
            cell: (one) => (
              <a class="govuk-link bw-reference" href={`/reports/${one.id}`}>
                {one.reference}
              </a>
            ),
          },
          { heading: 'Received', cell: ({ receivedOn }) => <Day day={receivedOn} /> },
          { heading: 'Land', cell: ({ landType }) => nameIn(flyTipLandTypes, landType) },
          { heading: 'Waste', cell: ({ wasteType }) => nameIn(flyTipWasteTypes, wasteType) },
          { heading: 'Size', cell: ({ wasteSize }) => nameIn(flyTipSizes, wasteSize) },
          { heading: 'Clearance', cell: ({ clearancePence }) => pounds(clearancePence) },
          { heading: 'Actions', cell: (one) => String(actionsOf(line, one)) },
        ]}
        empty={{
          title: 'No fly-tips',
          children: 'Reports of fly-tipping that came in these days would be listed here.',
        }}
        exports={exports}
      />
    </div>
  </>
);
