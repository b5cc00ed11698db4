import {
  asked,
  Button,
  Checkboxes,
  Day,
  Form,
  HiddenFields,
  Input,
  Instant,
  problemOf,
  SummaryList,
  Textarea,
  Timeline,
  VersionField,
} from '../platform/ui/index.ts';
import { seriesKindWords } from './meeting.words.ts';
import type { Series } from './series.store.ts';

interface Props {
  series: Series;
  changes: readonly { at: Date; reason: string; officerName: string | null }[];
  days: readonly string[];
  services: readonly { id: string; name: string; agencyName: string }[];
  mayChange: boolean;
  /** A meeting of one's own agency may be held some days after it. */
  mayFollow: boolean;
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

/** When, where and with whom a meeting is held, and what was changed about it. */
export const SeriesPage = (props: Props) => (
  <>
    <h1 class="govuk-heading-l">{props.series.name}</h1>
    <SummaryList
      rows={[
        { key: 'Kind', value: seriesKindWords[props.series.kind] },
        { key: 'Area', value: props.series.areaName ?? props.series.areaCode },
        {
          key: 'Chair',
          value: [props.series.chairName, props.series.chairAgencyName].filter(Boolean).join(', '),
        },
        {
          key: 'When',
          value:
            props.series.followsId !== null
              ? `At ${props.series.startsAt}, ${props.series.daysAfter} days after each ${props.series.followsName}`
              : `At ${props.series.startsAt}, ${props.series.cadences.map((c) => `every ${c.everyWeeks} weeks from ${c.startsOn.split('-').reverse().join('/')}`).join('; ')}`,
        },
        {
          key: 'Next',
          value: (
            <ul class="govuk-list">
              {props.days.slice(0, 4).map((day) => (
                <li>
                  <Day day={day} weekday />
                </li>
              ))}
            </ul>
          ),
        },
        { key: 'Where', value: props.series.place },
        { key: 'Standing items', value: props.series.standingItems.join('; ') },
        {
          key: 'Who sits at it',
          value: props.services
            .filter((s) => props.series.memberServiceIds.includes(s.id))
            .map((s) => `${s.name}, ${s.agencyName}`)
            .join('; '),
        },
      ]}
    />
    {props.mayFollow && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/meeting-series/${props.series.id}/after`}>
          Hold your team’s tasking meeting some days after it
        </a>
      </p>
    )}
    {props.mayChange && <ChangeForm {...props} />}
    <h2 class="govuk-heading-m">What was changed</h2>
    {props.changes.length === 0 ? (
      <p class="govuk-body">Nothing since it was set up.</p>
    ) : (
      <Timeline
        headingLevel={3}
        items={props.changes.map((c) => ({
          label: c.reason,
          when: <Instant at={c.at} />,
          byline: c.officerName ?? undefined,
        }))}
      />
    )}
  </>
);

function ChangeForm({ series, services, days, csrf, problems, typed }: Props) {
  const state = { problems, typed };
  const problem = (field: string) => problemOf(state, field);
  const chosen =
    typed.memberServiceIds === undefined ? series.memberServiceIds : [typed.memberServiceIds].flat();
  const weeks = series.cadences.at(-1)?.everyWeeks ?? 6;
  return (
    <>
      <h2 class="govuk-heading-m">Change it</h2>
      <Form action={`/meeting-series/${series.id}`} csrfToken={csrf}>
        <VersionField version={series.version} />
        <Input
          {...asked(state, 'startsAt', series.startsAt)}
          label="Starts at"
          hint="For example, 09:30"
          classes="govuk-input--width-5"
        />
        <Input {...asked(state, 'place', series.place)} label="Where" />
        {series.followsId === null ? (
          <>
            <Input
              {...asked(state, 'everyWeeks', String(weeks))}
              label="Every how many weeks"
              inputmode="numeric"
              classes="govuk-input--width-2"
            />
            <Input
              {...asked(state, 'cadenceFrom', (days[0] ?? '').split('-').reverse().join('/'))}
              label="First meeting held so often"
              hint="Meetings in the diary after it that no longer fit are called off, and their agenda goes to the first that does."
              classes="govuk-input--width-10"
            />
          </>
        ) : (
          <HiddenFields values={{ everyWeeks: weeks, cadenceFrom: days[0] ?? '2030-01-01' }} />
        )}
        <Textarea
          {...asked(state, 'standingItems', series.standingItems.join('\n'))}
          label="Standing items, one a line"
          rows={5}
        />
        <Checkboxes
          name="memberServiceIds"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { children: 'Who sits at it', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={problem('memberServiceIds')}
          items={services.map((s) => ({
            value: s.id,
            children: `${s.agencyName}: ${s.name}`,
            checked: chosen.includes(s.id),
          }))}
        />
        <Input {...asked(state, 'reason')} label="Why" />
        <Button>Save</Button>
      </Form>
    </>
  );
}
