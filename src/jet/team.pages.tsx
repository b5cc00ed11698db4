import type { AreaRow } from '../directory/index.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import {
  asked,
  Button,
  DataTable,
  Form,
  type FormState,
  HiddenFields,
  Input,
  InsetText,
  monthWords,
  Select,
  Textarea,
  toChoose,
} from '../platform/ui/index.ts';
import { TeamNav } from './jet.nav.tsx';
import type { Compared } from './team.compare.ts';
import { StandingTag } from './time.pages.tsx';

/** All teams beside each other. */
export const TeamsPage = ({
  viewer,
  teams,
  mayKeep,
}: {
  viewer: Viewer;
  teams: readonly Compared[];
  mayKeep: boolean;
}) => (
  <>
    <h1 class="govuk-heading-l">Joint enforcement teams</h1>
    <TeamNav viewer={viewer} here="/teams" />
    <InsetText>
      Your own team is exact. Of others, counts of one to four people are not told, nor hours where only one
      officer logged any. “Not known” is vetting that nobody has recorded.
    </InsetText>
    <DataTable
      caption="Teams, the oldest first"
      rows={teams}
      columns={[
        {
          heading: 'Team',
          cell: ({ team, isOwn }) =>
            isOwn && mayKeep ? (
              <a class="govuk-link" href={`/teams/${team.id}/edit`}>
                {team.name}
              </a>
            ) : (
              team.name
            ),
        },
        { heading: 'Area', cell: ({ team }) => team.areaName ?? '–' },
        { heading: 'Since', cell: ({ team }) => team.startedYear ?? 'Not known' },
        { heading: 'Posts', cell: ({ team }) => team.posts ?? 'Not known' },
        { heading: 'Officers', cell: ({ officers }) => officers },
        { heading: 'Vetted', cell: ({ vetted }) => vetted, numeric: true },
        { heading: 'Vetting not known', cell: ({ vettingUnknown }) => vettingUnknown, numeric: true },
        { heading: 'Vetting ended or refused', cell: ({ vettingOther }) => vettingOther, numeric: true },
        { heading: 'Accredited', cell: ({ accredited }) => accredited, numeric: true },
        {
          heading: 'Accreditation ended',
          cell: ({ accreditationEnded }) => accreditationEnded,
          numeric: true,
        },
        {
          heading: 'Enforcement share',
          cell: ({ split, month, standing }) => (
            <>
              {split}
              {month && ` in ${monthWords(month)}`} {standing && <StandingTag standing={standing} />}
            </>
          ),
        },
        { heading: 'Tasked by', cell: ({ team }) => team.taskingRoute || 'Not known' },
      ]}
      empty={{
        title: 'No team is in the register yet',
        children: 'A team’s supervisor enters it, with the service that its officers belong to.',
      }}
    />
    <p class="govuk-body">
      <a class="govuk-link" href="/figures/teams">
        Penalties, fly-tips and encampments of the teams’ areas beside each other
      </a>
      , and{' '}
      <a class="govuk-link" href="/figures/P-01">
        accreditation
      </a>
      , over the records that you may see.
    </p>
    {mayKeep && (
      <p class="govuk-body">
        <a class="govuk-link" href="/teams/new">
          Enter a team of your agency
        </a>
      </p>
    )}
  </>
);

interface Props extends FormState {
  csrf: string;
  title: string;
  action: string;
  hidden: Record<string, string | number>;
  areas: readonly AreaRow[];
  /** Services of the own agency, to enter a team by; left out where its line is changed. */
  services?: readonly { id: string; name: string }[] | undefined;
  police: readonly { id: string; name: string }[];
}
/** The line of a team in the register. */
export const TeamForm = (props: Props) => (
  <>
    <h1 class="govuk-heading-l">{props.title}</h1>
    <Form action={props.action} csrfToken={props.csrf}>
      <HiddenFields values={props.hidden} />
      {props.services && (
        <Select
          {...asked(props, 'serviceId')}
          label="Service that its officers belong to"
          items={toChoose(props.services.map(({ id, name }) => ({ value: id, text: name })))}
        />
      )}
      <Input {...asked(props, 'name')} label="Name of the team" />
      <Select
        {...asked(props, 'areaCode')}
        label="Area"
        items={toChoose(props.areas.map(({ code, name }) => ({ value: code, text: name })))}
      />
      <Input
        {...asked(props, 'startedYear')}
        label="Year it started (optional)"
        inputmode="numeric"
        classes="govuk-input--width-4"
      />
      <Input
        {...asked(props, 'posts')}
        label="Posts (optional)"
        inputmode="numeric"
        classes="govuk-input--width-3"
      />
      <Select
        {...asked(props, 'neighbourhoodServiceId')}
        label="Neighbourhood police team it works with (optional)"
        hint="Both supervisors get the duties of the week."
        items={toChoose(props.police.map(({ id, name }) => ({ value: id, text: name })))}
      />
      <Textarea {...asked(props, 'taskingRoute')} label="How it is tasked" rows={2} />
      <Button>Save</Button>
    </Form>
  </>
);
