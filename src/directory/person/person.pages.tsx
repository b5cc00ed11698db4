import type { AccountView } from '../../platform/sign-in/account.store.ts';
import {
  asked,
  Button,
  type Content,
  DataTable,
  Day,
  Details,
  Form,
  type FormState,
  Input,
  Instant,
  isAgain,
  RecordPage,
  stateOf,
} from '../../platform/ui/index.ts';
import { type Grant, isLive, type Person } from './person.store.ts';
import { roleName, sideWords } from './role.rules.ts';
import type { RoleRequest } from './role.store.ts';

interface PersonProps extends FormState {
  person: Person;
  account: AccountView | undefined;
  grants: readonly Grant[];
  requests: readonly RoleRequest[];
  teams: readonly { id: string; name: string }[];
  leads: readonly { id: string; name: string }[];
  isOwn: boolean;
  today: string;
  now: Date;
  csrf: string;
  history: Content;
}

const requestStates: Readonly<Record<RoleRequest['status'], string>> = {
  asked: 'Waits for the agency',
  agreed: 'Agreed; takes effect in a moment',
  given: 'Agreed and given',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

/** A small form with a reason, behind a summary, for a step that needs no preview. */
const Step = (props: {
  title: string;
  action: string;
  csrf: string;
  id: string;
  state: FormState;
  children?: Content;
}) => (
  <Details summary={props.title} open={isAgain(props.state, props.id)}>
    <Form action={props.action} csrfToken={props.csrf}>
      {props.children}
      <Input {...asked(stateOf(props.state, props.id), 'reason')} id={`why-${props.id}`} label="Why" />
      <Button classes="govuk-button--secondary">{props.title}</Button>
    </Form>
  </Details>
);

function Roles({ person, grants, isOwn, today, csrf, ...state }: PersonProps) {
  return (
    <DataTable
      caption="Roles, those in force first"
      captionClasses="govuk-visually-hidden"
      rows={[...grants].sort((a, b) => Number(isLive(b, today)) - Number(isLive(a, today)))}
      columns={[
        { heading: 'Role', cell: (g) => roleName(g.role) },
        { heading: 'Side', cell: (g) => sideWords[g.side] },
        { heading: 'From', cell: (g) => <Day day={g.startsOn} /> },
        {
          heading: 'Until',
          cell: (g) =>
            g.endsOn ? (
              <>
                {g.endsOn <= today ? 'Ended ' : ''}
                <Day day={g.endsOn} />
              </>
            ) : (
              'Further notice'
            ),
        },
        {
          heading: 'Next',
          cell: (g) =>
            isLive(g, today) && !isOwn ? (
              <Step
                title="End"
                action={`/directory/people/${person.id}/roles/${g.id}/end`}
                csrf={csrf}
                id={g.id}
                state={state}
              >
                <Input
                  {...asked(stateOf(state, g.id), 'endsOn', today)}
                  id={`ends-${g.id}`}
                  label="First day without it"
                  hint="Like 30/11/2026"
                  classes="govuk-input--width-10"
                />
              </Step>
            ) : (
              ''
            ),
        },
      ]}
      empty={{ title: 'No roles', children: 'Without a role nobody can sign in.' }}
    />
  );
}

const Requests = ({ requests, csrf, ...state }: PersonProps) => (
  <DataTable
    caption="Roles asked of the agency"
    captionClasses="govuk-visually-hidden"
    rows={requests}
    columns={[
      { heading: 'Role', cell: (r) => roleName(r.role) },
      {
        heading: 'Asked',
        cell: (r) => (
          <span>
            {r.askedByName}, <Instant at={r.askedAt} />
          </span>
        ),
      },
      { heading: 'State', cell: (r) => requestStates[r.status] },
      {
        heading: 'Next',
        cell: (r) =>
          r.status === 'asked' ? (
            <Step
              title="Withdraw"
              action={`/directory/role-requests/${r.id}/withdraw`}
              csrf={csrf}
              id={r.id}
              state={state}
            />
          ) : (
            [r.decidedByName ?? '', r.decidedWords ? `: ${r.decidedWords}` : '']
          ),
      },
    ]}
    empty={{ title: 'None asked for' }}
  />
);

function Account({ person, account, isOwn, now, csrf, ...state }: PersonProps) {
  if (!account) return <p class="govuk-body">No account: this person cannot sign in.</p>;
  const isLocked = account.lockedUntil !== null && account.lockedUntil > now;
  const address = `/directory/people/${person.id}`;
  return (
    <>
      <p class="govuk-body">
        Signs in as <strong>{account.username}</strong>.{' '}
        {account.passwordSetAt ? (
          <>
            Password set on <Instant at={account.passwordSetAt} />.
          </>
        ) : (
          'No password is set.'
        )}{' '}
        {account.mustChange && 'A new one is asked for at the next sign-in. '}
        {isLocked && 'Locked after wrong tries. '}
        {account.isPersona && 'One of the made-up people of the demonstration, who need none.'}
      </p>
      {!isOwn && person.isActive && (
        <>
          <Step
            title="Make a link to set a password"
            action={`${address}/password-link`}
            csrf={csrf}
            id="password-link"
            state={state}
          />
          {account.passwordSetAt && !account.mustChange && (
            <Step
              title="Ask for a new password"
              action={`${address}/new-password`}
              csrf={csrf}
              id="new-password"
              state={state}
            />
          )}
          {isLocked && (
            <Step title="Unlock" action={`${address}/unlock`} csrf={csrf} id="unlock" state={state} />
          )}
        </>
      )}
    </>
  );
}

/** One person: who they are, where they work, what they may do, and how they sign in. */
export function PersonPage(props: PersonProps) {
  const { person, teams, leads, isOwn, history } = props;
  const address = `/directory/people/${person.id}`;
  const actions = [
    { href: `${address}/change`, text: 'Change name or e-mail' },
    { href: `${address}/teams`, text: 'Change teams' },
    { href: `${address}/move`, text: 'Move to another agency' },
    ...(person.isActive ? [{ href: `${address}/give-role`, text: 'Give a role' }] : []),
    person.isActive
      ? { href: `${address}/shut`, text: 'Shut this account' }
      : { href: `${address}/reopen`, text: 'Let them in again' },
  ];
  const links = (items: readonly { id: string; name: string }[], none: string) =>
    items.length === 0 ? (
      <p class="govuk-body">{none}</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {items.map((item) => (
          <li>
            <a class="govuk-link" href={`/directory/services/${item.id}`}>
              {item.name}
            </a>
          </li>
        ))}
      </ul>
    );
  return (
    <RecordPage
      kind="Person"
      name={person.name}
      facts={[
        {
          label: 'Agency',
          value: (
            <a class="govuk-link" href={`/directory/agencies/${person.agencyId}`}>
              {person.agencyName}
            </a>
          ),
        },
        { label: 'E-mail', value: person.email ?? 'Not known' },
        { label: 'State', value: person.isActive ? 'Active' : 'Shut: cannot sign in' },
      ]}
      sections={[
        { id: 'roles', title: 'Roles', children: <Roles {...props} /> },
        { id: 'requests', title: 'Asked of the agency', children: <Requests {...props} /> },
        { id: 'teams', title: 'Teams', children: links(teams, 'In no team.') },
        ...(leads.length > 0 ? [{ id: 'leads', title: 'Leads', children: links(leads, '') }] : []),
        { id: 'account', title: 'Signing in', children: <Account {...props} /> },
        { id: 'history', title: 'History', children: history },
      ]}
      actions={
        isOwn ? (
          <p class="govuk-body">
            This is your own account: another directory administrator changes it. Your password is under{' '}
            <a class="govuk-link" href="/account">
              Your account
            </a>
            .
          </p>
        ) : (
          <ul class="govuk-list">
            {actions.map(({ href, text }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
