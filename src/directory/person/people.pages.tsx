import {
  asked,
  Button,
  DataTable,
  Day,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  Select,
  stateOf,
  Tag,
  WarningText,
} from '../../platform/ui/index.ts';
import { DirectoryNav } from '../directory-nav.pages.tsx';
import type { Person } from './person.store.ts';
import { roleName, sideWords } from './role.rules.ts';
import type { RoleRequest } from './role.store.ts';

interface ListProps {
  people: readonly Person[];
  agencies: readonly { id: string; name: string }[];
  words: string;
  agencyId: string;
  nextHref: string | undefined;
}

/** Everybody who has, or had, an account. */
export const PeoplePage = ({ people, agencies, words, agencyId, nextHref }: ListProps) => (
  <>
    <h1 class="govuk-heading-l">People</h1>
    <DirectoryNav at="/directory/people" canEdit />
    <p class="govuk-body">
      <a class="govuk-link" href="/directory/people/add">
        Add a person
      </a>
    </p>
    <DataTable
      caption="People by name"
      captionClasses="govuk-visually-hidden"
      filters={
        <Form method="get" action="/directory/people" classes="bw-filters">
          <Input name="words" label="Name or username" value={words} />
          <Select
            name="agencyId"
            label="Agency"
            value={agencyId}
            items={[
              { value: '', text: 'All agencies' },
              ...agencies.map((agency) => ({ value: agency.id, text: agency.name })),
            ]}
          />
          <Button classes="govuk-button--secondary">Show</Button>
        </Form>
      }
      rows={people}
      columns={[
        {
          heading: 'Name',
          cell: (p) => (
            <a class="govuk-link" href={`/directory/people/${p.id}`}>
              {p.name}
            </a>
          ),
        },
        { heading: 'Username', cell: (p) => p.username ?? 'No account' },
        { heading: 'Agency', cell: (p) => p.agencyName },
        { heading: 'Roles', cell: (p) => p.roles.map(roleName).join(', ') || 'None' },
        {
          heading: 'State',
          cell: (p) => (p.isActive ? 'Active' : <Tag classes="govuk-tag--grey">Shut</Tag>),
        },
      ]}
      empty={{ title: 'Nobody fits', children: 'Try fewer letters of the name.' }}
      paging={{ nextHref }}
    />
  </>
);

interface PasswordLinkProps {
  name: string;
  username: string;
  /** The whole address with its token. */
  address: string;
  expiresAt: Date;
  /** The page of the person. */
  back: string;
  /** Whether the form came a second time: the link is then the one that it made the first time. */
  isAgain: boolean;
}

/** The link, shown this once: nobody here can look it up again. */
export const PasswordLinkPage = ({
  name,
  username,
  address,
  expiresAt,
  back,
  isAgain,
}: PasswordLinkProps) => (
  <>
    <h1 class="govuk-heading-l">Link for {name}</h1>
    <WarningText>
      It is shown only now. Give it to {name} in person or by a telephone call that you make.
    </WarningText>
    <p class="bw-phrase">{address}</p>
    <p class="govuk-body">
      With it they set a password once, for the username <strong>{username}</strong>, until{' '}
      <Instant at={expiresAt} />. Their old password and every session of theirs ended just now, and any
      earlier link with it.
    </p>
    <InsetText>
      {isAgain
        ? 'This form was sent before: the link is the one that it made then, and no other was made. If it was used or ended since, make another from their page.'
        : 'Another link, made from their page, ends this one.'}
    </InsetText>
    <p class="govuk-body">
      <a class="govuk-link" href={back}>
        Back to {name}
      </a>
    </p>
  </>
);

/** What waits for the word of whoever speaks for the agency. */
export const ConsentsPage = ({
  requests,
  agencyName,
  csrf,
  ...state
}: FormState & {
  requests: readonly RoleRequest[];
  agencyName: string;
  csrf: string;
}) => (
  <>
    <h1 class="govuk-heading-l">Roles that wait for your agency’s word</h1>
    {requests.length === 0 ? (
      <InsetText>
        Nothing waits for you. When an administrator asks for a role that needs the consent of {agencyName},
        it is listed here for the one person named to speak for it.
      </InsetText>
    ) : (
      requests.map((request) => (
        <section aria-labelledby={`r-${request.id}`}>
          <h2 class="govuk-heading-m" id={`r-${request.id}`}>
            {request.officerName}: {roleName(request.role)}
          </h2>
          <p class="govuk-body">
            Asked by {request.askedByName}, <Instant at={request.askedAt} />: {request.reason}. Side of the
            wall: {sideWords[request.side as keyof typeof sideWords] ?? request.side}.{' '}
            {request.endsOn && (
              <>
                Until <Day day={request.endsOn} />.
              </>
            )}
          </p>
          <Form action={`/directory/consents/${request.id}`} csrfToken={csrf}>
            <Input
              {...asked(stateOf(state, request.id), 'reason')}
              id={`why-${request.id}`}
              label="Why you agree or not"
            />
            <div class="govuk-button-group">
              <Button name="decision" value="agreed">
                Agree
              </Button>
              <Button name="decision" value="refused" classes="govuk-button--secondary">
                Refuse
              </Button>
            </div>
          </Form>
        </section>
      ))
    )}
  </>
);
