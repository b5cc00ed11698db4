import { roleName } from '../directory/index.ts';
import type { OfficerViewer } from '../platform/access/viewer.ts';
import type { FieldProblem } from '../platform/failures/failures.ts';
import type { SessionLine } from '../platform/sign-in/password.store.ts';
import {
  Button,
  DataTable,
  Form,
  Input,
  InsetText,
  Instant,
  PasswordInput,
  SummaryList,
} from '../platform/ui/index.ts';

interface AccountProps {
  viewer: OfficerViewer;
  sessions: readonly SessionLine[];
  csrf: string;
}

/** One's own account: what one may do, the password, and where one is signed in. */
export const AccountPage = ({ viewer, sessions, csrf }: AccountProps) => (
  <>
    <h1 class="govuk-heading-l">Your account</h1>
    <SummaryList
      rows={[
        { key: 'Name', value: viewer.name },
        { key: 'Agency', value: viewer.agencyName },
        { key: 'Roles', value: viewer.roles.map(roleName).join(', ') },
        {
          key: 'Password',
          value: 'Known to you alone',
          actions: {
            items: [{ href: '/account/password', children: 'Change', visuallyHiddenText: 'password' }],
          },
        },
      ]}
    />
    <p class="govuk-body">
      Your name, teams and roles are kept by a directory administrator, who cannot see your password.
    </p>
    <h2 class="govuk-heading-m">Where you are signed in</h2>
    <DataTable
      caption="Sessions, the latest used first"
      captionClasses="govuk-visually-hidden"
      rows={sessions}
      columns={[
        {
          heading: 'With',
          cell: (s) =>
            s.id === viewer.sessionId ? `${s.client ?? 'Not known'} (this one)` : (s.client ?? 'Not known'),
        },
        { heading: 'Signed in', cell: (s) => <Instant at={s.startedAt} /> },
        { heading: 'Last used', cell: (s) => <Instant at={s.lastSeenAt} /> },
        {
          heading: 'Next',
          cell: (s) =>
            s.id === viewer.sessionId ? (
              ''
            ) : (
              <Form action={`/account/sessions/${s.id}/end`} csrfToken={csrf}>
                <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                  Sign out<span class="govuk-visually-hidden"> of {s.client ?? 'this session'}</span>
                </Button>
              </Form>
            ),
        },
      ]}
      empty={{ title: 'Nowhere' }}
    />
    {sessions.length > 1 && (
      <Form action="/account/sessions/end-others" csrfToken={csrf}>
        <Button classes="govuk-button--secondary">Sign out everywhere else</Button>
      </Form>
    )}
  </>
);

interface PasswordProps {
  csrf: string;
  problems: readonly FieldProblem[];
  /** An administrator asked for it: nothing else answers before. */
  isHeld?: boolean;
}

const wordsOf = (problems: readonly FieldProblem[], field: string) =>
  problems.find((problem) => problem.field === field)?.words;

const hint =
  '12 characters or more. Three words that do not belong together are easy to keep and hard to guess. Not your name, and none of the common ones.';

/** Choosing another password, with the old one asked for. */
export const PasswordPage = ({ csrf, problems, isHeld }: PasswordProps) => (
  <>
    <h1 class="govuk-heading-l">Choose a new password</h1>
    {isHeld && <InsetText>An administrator asks you to choose a new password before you go on.</InsetText>}
    <p class="govuk-body">When it is changed you are signed out everywhere else.</p>
    <Form action="/account/password" csrfToken={csrf}>
      <PasswordInput
        name="current"
        label="Your password now"
        autocomplete="current-password"
        errorMessage={wordsOf(problems, 'current')}
      />
      <PasswordInput
        name="next"
        label="New password"
        hint={hint}
        autocomplete="new-password"
        errorMessage={wordsOf(problems, 'next')}
      />
      <Button>Change password</Button>
    </Form>
  </>
);

/** Setting a password with a link that an administrator made. */
export const LinkPage = ({
  username,
  action,
  csrf,
  problems,
}: PasswordProps & { username: string; action: string }) => (
  <>
    <h1 class="govuk-heading-l">Set your password</h1>
    <p class="govuk-body">
      For the username <strong>{username}</strong>. The link works once.
    </p>
    <Form action={action} csrfToken={csrf}>
      {/* For the browser's own keeper of passwords; nothing is read from it. */}
      <Input
        name="username"
        label={{ children: 'Username', classes: 'govuk-visually-hidden' }}
        value={username}
        autocomplete="username"
        formGroup={{ classes: 'govuk-visually-hidden' }}
        attributes={{ readonly: true, tabindex: -1 }}
      />
      <PasswordInput
        name="next"
        label="New password"
        hint={hint}
        autocomplete="new-password"
        errorMessage={wordsOf(problems, 'next')}
      />
      <Button>Set password</Button>
    </Form>
  </>
);

export const LinkEndedPage = () => (
  <>
    <h1 class="govuk-heading-l">This link does not work</h1>
    <p class="govuk-body">
      It has been used, it is older than a day, or another one was made after it. Ask your directory
      administrator for a new one.
    </p>
  </>
);
