import { DataTable, InsetText, Instant, SummaryList, Trend, WarningText } from '../../platform/ui/index.ts';
import { isRanked } from '../harm/harm.words.ts';
import { ItemStatusTag } from '../item/queue.pages.tsx';
import { ItemReference } from '../item/reference.pages.tsx';
import { linkKindWords, linkRoles, linkRoleWords } from '../link/link.words.ts';
import type { Profile } from './profile.queries.ts';
import { type Month, profileWords, repeat } from './profile.rules.ts';
import { linksRead, type Repeated } from './profile.store.ts';

const toProfile = ({ linkId, label }: { linkId: string; label: string }) => (
  <a class="govuk-link" href={`/intelligence/profiles/${linkId}`}>
    {label}
  </a>
);

const Repeats = ({ caption, rows, empty }: { caption: string; rows: readonly Repeated[]; empty: string }) => (
  <DataTable
    caption={caption}
    rows={rows}
    columns={[
      { heading: 'Who or what', cell: toProfile },
      { heading: 'Kind', cell: ({ kind }) => linkKindWords[kind] },
      { heading: 'Items', numeric: true, cell: ({ items }) => String(items) },
      { heading: 'Last', cell: ({ lastAt }) => <Instant at={lastAt} /> },
    ]}
    empty={{ title: `${caption}: none`, children: empty }}
  />
);

/** Whom and what the items of the last twelve months name again. */
export const ProfilesPage = (props: {
  victims: readonly Repeated[];
  places: readonly Repeated[];
  others: readonly Repeated[];
}) => (
  <>
    <h1 class="govuk-heading-l">Profiles</h1>
    <p class="govuk-body">
      Whom and what at least {repeat.items} items of the last twelve months name, by links that a person
      confirmed. Names without a date of birth or a number are met nowhere else and are not here; the profile
      of anything that is linked opens from its item.
    </p>
    <Repeats
      caption="Repeat victims"
      rows={props.victims}
      empty="A victim of two items or more stands here, once both are linked with a date of birth or a number."
    />
    <Repeats
      caption="Repeat locations"
      rows={props.places}
      empty="An address of two items or more stands here, once both are linked with its postcode."
    />
    <Repeats
      caption="Named again"
      rows={props.others}
      empty="Whoever and whatever two items or more are about stands here, once both are linked."
    />
  </>
);

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const monthWords = ({ month }: Month): string => monthName.format(new Date(`${month}-01T00:00:00Z`));

const itemsShown = 50;

const Items = ({ items }: Pick<Profile, 'items'>) => (
  <>
    <DataTable
      caption="Items, newest first"
      rows={items.slice(0, itemsShown)}
      columns={[
        {
          heading: 'Item',
          cell: (item) => <ItemReference id={item.id} reference={item.reference} />,
        },
        { heading: 'About', cell: ({ title }) => <div>{title}</div> },
        { heading: 'As', cell: ({ role }) => linkRoleWords[role] },
        { heading: 'Received', cell: ({ receivedAt }) => <Instant at={receivedAt} /> },
        { heading: 'Status', cell: (item) => <ItemStatusTag {...item} /> },
      ]}
      empty={{ title: 'No items', children: 'Items that name it are listed here.' }}
    />
    {items.length > itemsShown && (
      <p class="govuk-body">And {items.length - itemsShown} before these, counted above.</p>
    )}
  </>
);

const rolesIn = (items: Profile['items']): string =>
  linkRoles
    .map((role) => ({ role, n: items.filter((item) => item.role === role).length }))
    .filter(({ n }) => n > 0)
    .map(({ role, n }) => `${linkRoleWords[role]}: ${n}`)
    .join('; ');

/** One profile: what is known of one person, firm, vehicle, number or address. */
export const ProfilePage = ({ subject, items, timeline, earlier, repeats, services, beside }: Profile) => (
  <>
    <span class="govuk-caption-l">{profileWords[subject.kind]}</span>
    <h1 class="govuk-heading-l">{subject.label}</h1>
    <p class="govuk-body">
      <a class="govuk-link" href={`/intelligence/charts/${subject.linkId}`}>
        Link chart<span class="govuk-visually-hidden"> of {subject.label}</span>
      </a>
      {' · '}
      <a class="govuk-link" href={`/intelligence/profiles/${subject.linkId}/groups`}>
        Put on a card<span class="govuk-visually-hidden"> of a group: {subject.label}</span>
      </a>
      {' · '}
      <a class="govuk-link" href={`/intelligence/checks/new?linkId=${subject.linkId}`}>
        Ask outside<span class="govuk-visually-hidden"> about {subject.label}</span>
      </a>
      {isRanked(subject.kind) && (
        <>
          {' · '}
          <a class="govuk-link" href={`/intelligence/profiles/${subject.linkId}/harm`}>
            Harm<span class="govuk-visually-hidden"> of {subject.label}</span>
          </a>
        </>
      )}
    </p>
    {repeats.victim > 0 && (
      <WarningText>Repeat victim: in {repeats.victim} items of the last twelve months</WarningText>
    )}
    {repeats.location > 0 && (
      <WarningText>Repeat location: in {repeats.location} items of the last twelve months</WarningText>
    )}
    {services.some(({ records }) => records > 0) && (
      <WarningText>Common nominal: services hold records of the same</WarningText>
    )}
    {subject.keyKind === null && (
      <InsetText>
        A name alone: many people share one, so that this is one item. With a date of birth or a number it is
        met elsewhere.
      </InsetText>
    )}
    <SummaryList
      rows={[
        { key: 'Items', value: items.length < linksRead ? String(items.length) : `${linksRead} or more` },
        items.length > 0 && { key: 'As', value: rolesIn(items) },
        items.length > 0 && {
          key: 'First and last',
          value: (
            <>
              <Instant at={items.at(-1)?.receivedAt ?? new Date(0)} />,{' '}
              <Instant at={items[0]?.receivedAt ?? new Date(0)} />
            </>
          ),
        },
      ]}
    />
    <Trend
      id="timeline"
      caption="Items by month"
      labelHeading="Month"
      valueHeading="Items"
      points={timeline.map((one) => ({ label: monthWords(one), value: one.items }))}
    />
    {earlier > 0 && <p class="govuk-body">Earlier: {earlier}.</p>}
    <DataTable
      caption="By service"
      rows={services}
      columns={[
        { heading: 'Service', cell: ({ agencyName }) => agencyName },
        { heading: 'Items it sent', numeric: true, cell: (one) => String(one.items) },
        { heading: 'Records it holds', numeric: true, cell: ({ records }) => String(records) },
        { heading: 'About', cell: ({ matters }) => matters.join(', ') || '–' },
      ]}
      empty={{
        title: 'No service',
        children:
          'Services that sent an item by the form, or hold a record of the same under an agreement, stand here.',
      }}
    />
    <DataTable
      caption="In the same items"
      rows={beside}
      columns={[
        { heading: 'Who or what', cell: toProfile },
        { heading: 'Kind', cell: ({ kind }) => linkKindWords[kind] },
        { heading: 'Items', numeric: true, cell: (one) => String(one.items) },
      ]}
      empty={{
        title: 'Nothing else',
        children: 'Whoever and whatever is linked to the same items stands here.',
      }}
    />
    <Items items={items} />
  </>
);
