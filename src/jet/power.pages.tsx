import { powerWords } from '../enforcement/index.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  Day,
  Form,
  type FormState,
  HiddenFields,
  Input,
  InsetText,
  Instant,
  isTicked,
  Select,
  Tag,
  toChoose,
} from '../platform/ui/index.ts';
import { TeamNav } from './jet.nav.tsx';
import type { PowerSaid } from './power.commands.ts';
import type { HeldLine, Holding, PowerUse } from './power.store.ts';

const kindWords: Record<HeldLine['kind'], string> = {
  'council-officer': 'Authorised by the council',
  csas: 'Accredited by the chief officer',
  constable: 'As a constable',
  vetting: 'Vetting',
  training: 'Training',
};
const colours: Record<Holding, string> = {
  holds: 'green',
  'ends-soon': 'yellow',
  ended: 'red',
  unknown: 'grey',
  'not-granted': 'red',
};
const holdingWords = ({ holding, within, status }: HeldLine): string =>
  ({
    holds: 'Holds',
    'ends-soon': `Ends within ${within} days`,
    ended: 'Ended',
    unknown: 'Not known',
    'not-granted': `Not granted: ${status}`,
  })[holding];

/** Who holds what: the register, with what ends first seen by its tag and its words. */
export const PowersPage = ({
  viewer,
  held,
  uses,
  mayUse,
}: {
  viewer: Viewer;
  held: readonly HeldLine[];
  uses: readonly PowerUse[];
  mayUse: boolean;
}) => {
  const officers = [...new Map(held.map(({ officerId, officerName }) => [officerId, officerName]))];
  const count = (holding: Holding, ...kinds: HeldLine['kind'][]) =>
    held.filter((one) => one.holding === holding && kinds.includes(one.kind)).length;
  return (
    <>
      <h1 class="govuk-heading-l">Powers, vetting and training</h1>
      <TeamNav viewer={viewer} here="/teams/powers" />
      {mayUse && (
        <p class="govuk-body">
          <a class="govuk-link" href="/teams/powers/use">
            May I do this here? Ask, or record that you did
          </a>
        </p>
      )}
      <p class="govuk-body">
        Officers: {officers.length}. Accreditations that hold:{' '}
        {count('holds', 'csas') + count('ends-soon', 'csas')}, of which end within 90 days:{' '}
        {count('ends-soon', 'csas')}; ended: {count('ended', 'csas')}. Vetting that holds:{' '}
        {count('holds', 'vetting') + count('ends-soon', 'vetting')}; ended or not granted:{' '}
        {count('ended', 'vetting') + count('not-granted', 'vetting')}; not known:{' '}
        {count('unknown', 'vetting')}.
      </p>
      <DataTable
        caption="Who holds what; what has ended or ends soon stands first"
        rows={held}
        columns={[
          {
            heading: 'Officer',
            cell: (one) => (
              <span
                id={
                  held.find(({ officerId }) => officerId === one.officerId) === one
                    ? `officer-${one.officerId}`
                    : undefined
                }
              >
                {one.officerName}
              </span>
            ),
          },
          { heading: 'Kind', cell: ({ kind }) => kindWords[kind] },
          { heading: 'What', cell: ({ what }) => what },
          {
            heading: 'Reference',
            cell: ({ references, badgeNumber }) =>
              badgeNumber ? (
                `Badge ${badgeNumber}`
              ) : references.includes(',') ? (
                `${references.split(',').length} references`
              ) : (
                <span class="bw-reference">{references || '–'}</span>
              ),
          },
          { heading: 'Last day', cell: ({ endsOn }) => (endsOn ? <Day day={endsOn} /> : '–') },
          {
            heading: 'Stands',
            cell: (one) => <Tag classes={`govuk-tag--${colours[one.holding]}`}>{holdingWords(one)}</Tag>,
          },
        ]}
        empty={{
          title: 'Nobody holds a power yet',
          children: 'Powers, vetting and training appear here once recorded.',
        }}
        exports={{ csvHref: '/teams/powers.csv', xlsxHref: '/teams/powers.xlsx' }}
      />
      <DataTable
        caption="Powers used of late"
        rows={uses}
        columns={[
          { heading: 'Reference', cell: ({ reference }) => <span class="bw-reference">{reference}</span> },
          { heading: 'Officer', cell: ({ officerName }) => officerName },
          { heading: 'Power', cell: ({ power }) => powerWords[power] ?? power },
          { heading: 'By', cell: ({ authorisationReference }) => authorisationReference },
          { heading: 'When', cell: ({ usedAt }) => <Instant at={usedAt} /> },
          { heading: 'What for', cell: ({ words }) => words },
        ]}
        empty={{
          title: 'No use is recorded yet',
          children: 'Each use of a power is recorded, without a name.',
        }}
      />
    </>
  );
};

/** "May I do this here?", on a telephone: the answer with its reason, who could instead, and the record of the use. */
export const UsePage = (
  props: FormState & {
    csrf: string;
    districts: readonly { code: string; name: string }[];
    said: PowerSaid | undefined;
    hidden: Record<string, string>;
  },
) => (
  <>
    <h1 class="govuk-heading-l">May I do this here?</h1>
    {props.said && (
      <InsetText>
        {props.said.answer.ok ? (
          <strong>Yes. {props.said.answer.words}</strong>
        ) : (
          <>
            <p class="govuk-body">
              <strong>No.</strong> {props.said.answer.unmet.map(({ words }) => words).join('; ')}.
            </p>
            <p class="govuk-body">
              {[...new Set(props.said.answer.unmet.map(({ mend }) => mend))].join(' ')}
            </p>
            <p class="govuk-body">
              {props.said.others.length > 0
                ? `Who could instead: ${props.said.others.join(', ')}.`
                : 'Nobody of your agency could instead: ask the police.'}
            </p>
          </>
        )}
      </InsetText>
    )}
    <Form method="get" action="/teams/powers/use">
      <Question {...props} prefix="ask" />
      <Button classes="govuk-button--secondary">Ask</Button>
    </Form>
    <h2 class="govuk-heading-m">Record a use</h2>
    <Form action="/teams/powers/use" csrfToken={props.csrf}>
      <HiddenFields values={props.hidden} />
      <Question {...props} prefix="use" />
      <Input
        {...asked(props, 'words')}
        label="What for"
        hint="No names and no addresses: those belong to the case or the penalty."
      />
      <Button>Record it</Button>
    </Form>
  </>
);
const Question = (
  props: FormState & { districts: readonly { code: string; name: string }[]; prefix: string },
) => (
  <>
    <Select
      {...asked(props, 'power')}
      id={`${props.prefix}-power`}
      label="Power"
      items={toChoose(
        Object.entries(powerWords).map(([value, words]) => ({
          value,
          text: `${words[0]?.toUpperCase()}${words.slice(1)}`,
        })),
      )}
    />
    <Select
      {...asked(props, 'districtCode')}
      id={`${props.prefix}-districtCode`}
      label="District"
      items={toChoose(props.districts.map(({ code, name }) => ({ value: code, text: name })))}
    />
    <Checkboxes
      name="isInUniform"
      idPrefix={`${props.prefix}-isInUniform`}
      items={[
        {
          value: 'yes',
          children: 'I am in approved uniform, with the badge that lists my powers',
          checked: isTicked(props, 'isInUniform'),
        },
      ]}
    />
  </>
);
