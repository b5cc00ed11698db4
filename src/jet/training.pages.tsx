import { courseSubjects, nameOf } from '../../reference/jet.ts';
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
  isTicked,
  problemOf,
  Select,
  SummaryList,
  stateOf,
  tickedIn,
} from '../platform/ui/index.ts';
import { TeamNav } from './jet.nav.tsx';
import { type Course, type Invitation, invitationStates, invitationWords } from './training.store.ts';

/** The training register: sessions, and how many of the own agency were invited and came. */
export const TrainingPage = ({
  viewer,
  courses,
  mayKeep,
}: {
  viewer: Viewer;
  courses: readonly Course[];
  mayKeep: boolean;
}) => (
  <>
    <h1 class="govuk-heading-l">Training</h1>
    <TeamNav viewer={viewer} here="/teams/training" />
    {mayKeep && (
      <p class="govuk-body">
        <a class="govuk-link" href="/teams/training/new">
          Put on a session
        </a>
      </p>
    )}
    <DataTable
      caption="Sessions of your agency, and those of others that are open to all"
      rows={courses}
      columns={[
        {
          heading: 'Session',
          cell: ({ id, title }) => (
            <a class="govuk-link" href={`/teams/training/${id}`}>
              {title}
            </a>
          ),
        },
        { heading: 'Day', cell: ({ onDay }) => <Day day={onDay} /> },
        {
          heading: 'About',
          cell: ({ subjects }) => subjects.map((code) => nameOf(courseSubjects, code)).join('; '),
        },
        {
          heading: 'Put on by',
          cell: ({ agencyName, isOpen }) => `${agencyName}${isOpen ? ', open to all' : ''}`,
        },
        { heading: 'Your officers invited', cell: ({ invited }) => invited, numeric: true },
        { heading: 'Came', cell: ({ came }) => came, numeric: true },
      ]}
      empty={{ title: 'No session yet', children: 'Sessions, who is invited and who came are kept here.' }}
    />
  </>
);

export const CourseForm = (props: FormState & { csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Put on a session</h1>
    <Form action="/teams/training" csrfToken={props.csrf}>
      <Input {...asked(props, 'title')} label="Title" />
      <Checkboxes
        name="subjects"
        fieldset={{ legend: { children: 'What it is about', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={problemOf(props, 'subjects')}
        classes="govuk-checkboxes--small"
        values={tickedIn(props, 'subjects')}
        items={courseSubjects.map(({ code, name }) => ({ value: code, children: name }))}
      />
      <DayBoxes {...props} name="onDay" legend="Day" />
      <Input {...asked(props, 'place')} label="Where" />
      <Checkboxes
        name="isOpen"
        items={[
          { value: 'yes', children: 'Open to officers of every agency', checked: isTicked(props, 'isOpen') },
        ]}
      />
      <Button>Save</Button>
    </Form>
  </>
);

interface CourseProps extends FormState {
  csrf: string;
  course: Course;
  invitations: readonly Invitation[];
  colleagues: readonly { id: string; name: string }[];
  mayKeep: boolean;
  isOver: boolean;
  hasCome: boolean;
}
/** One session: who of the own agency was invited, came and passed. */
export const CoursePage = (props: CourseProps) => {
  const { course, invitations } = props;
  const asks = props.colleagues.filter(({ id }) => !invitations.some(({ officerId }) => officerId === id));
  return (
    <>
      <span class="govuk-caption-l">Training {course.reference}</span>
      <h1 class="govuk-heading-l">{course.title}</h1>
      <SummaryList
        rows={[
          { key: 'Day', value: <Day day={course.onDay} weekday /> },
          { key: 'Where', value: course.place },
          { key: 'About', value: course.subjects.map((code) => nameOf(courseSubjects, code)).join('; ') },
          { key: 'Put on by', value: `${course.agencyName}${course.isOpen ? ', open to all' : ''}` },
        ]}
      />
      <DataTable
        caption="Officers of your agency"
        rows={invitations}
        columns={[
          { heading: 'Officer', cell: ({ officerName }) => officerName },
          { heading: 'Stands', cell: ({ state }) => invitationWords[state] },
          ...(props.mayKeep && props.hasCome
            ? [
                {
                  heading: 'Say who came',
                  cell: (one: Invitation) => (
                    <Form action={`/teams/invitations/${one.id}`} csrfToken={props.csrf}>
                      <HiddenFields values={{ version: one.version }} />
                      <Select
                        {...asked(stateOf(props, one.id), 'state', one.state)}
                        id={`state-${one.id}`}
                        label={`What ${one.officerName} did`}
                        items={invitationStates.map((value) => ({ value, text: invitationWords[value] }))}
                      />
                      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                        Save<span class="govuk-visually-hidden">: {one.officerName}</span>
                      </Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
        empty={{
          title: 'Nobody of your agency is invited yet',
          children: 'Each agency invites its own officers.',
        }}
      />
      {props.mayKeep && !props.isOver && asks.length > 0 && (
        <Form action={`/teams/training/${course.id}/invitations`} csrfToken={props.csrf}>
          <Checkboxes
            name="officerIds"
            fieldset={{ legend: { children: 'Invite', classes: 'govuk-fieldset__legend--s' } }}
            errorMessage={problemOf(props, 'officerIds')}
            classes="govuk-checkboxes--small"
            values={tickedIn(props, 'officerIds')}
            items={asks.map(({ id, name }) => ({ value: id, children: name }))}
          />
          <Button classes="govuk-button--secondary">Invite them</Button>
        </Form>
      )}
    </>
  );
};
