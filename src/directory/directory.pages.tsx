import type { OfficerViewer } from '../platform/access/viewer.ts';
import { hasRole } from '../platform/access/viewer.ts';
import {
  Button,
  type Content,
  DataTable,
  Day,
  EmptyState,
  Form,
  Input,
  RecordPage,
} from '../platform/ui/index.ts';
import type { RuleRow } from './directory.commands.ts';
import type { IssueTypeRow } from './directory.store.ts';
import { DirectoryNav } from './directory-nav.pages.tsx';
import { appliesWords, landWords } from './issue-type.words.ts';

export const mayEdit = (viewer: OfficerViewer): boolean => hasRole(viewer, 'directory-administrator');

/** The A to Z by group, with a search that needs no script. */
export function DirectoryPage({
  types,
  words,
  canEdit,
}: {
  types: readonly IssueTypeRow[];
  words: string;
  canEdit: boolean;
}) {
  const wanted = words.toLowerCase();
  const shown = types.filter(
    (t) =>
      wanted === '' || [t.name, t.groupName, ...t.words].some((text) => text.toLowerCase().includes(wanted)),
  );
  const groups = [...new Set(shown.map((t) => t.groupName))];
  return (
    <>
      <h1 class="govuk-heading-l">Directory: A to Z of issues</h1>
      <DirectoryNav at="/directory" canEdit={canEdit} />
      {canEdit && (
        <p class="govuk-body">
          <a class="govuk-link" href="/directory/issues/add">
            Add an issue type
          </a>
        </p>
      )}
      <Form method="get" action="/directory">
        <Input
          name="words"
          label="Find an issue"
          value={words}
          type="search"
          classes="govuk-input--width-20"
        />
        <Button classes="govuk-button--secondary">Find</Button>
      </Form>
      {shown.length === 0 && (
        <EmptyState title="Nothing fits these words">Try another word people might use for it.</EmptyState>
      )}
      <div class="bw-a-to-z">
        {groups.map((group) => (
          <section class="bw-a-to-z__group">
            <h2 class="govuk-heading-m">{group}</h2>
            <ul class="govuk-list govuk-list--bullet">
              {shown
                .filter((t) => t.groupName === group)
                .map((t) => (
                  <li>
                    <a class="govuk-link" href={`/directory/issues/${t.code}`}>
                      {t.name}
                    </a>
                    {!t.isActive && ' (no longer taken)'}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

interface IssueProps {
  type: IssueTypeRow;
  rules: readonly RuleRow[];
  history: Content;
  canEdit: boolean;
}

/** One issue type: the words people use, who answers where, and how the rules came about. */
export function IssueTypePage(props: IssueProps) {
  const { type, canEdit } = props;
  return (
    <RecordPage
      kind="Issue type"
      name={type.name}
      facts={[
        { label: 'Group', value: type.groupName },
        { label: 'Answered within', value: `${type.targetWorkingDays} working days` },
        { label: 'Taken', value: type.isActive ? 'Yes' : 'No longer' },
      ]}
      safety={
        type.isSensitive
          ? {
              title: 'Sensitive',
              instructions: ['That a report of this kind exists is known to the owning service alone.'],
            }
          : undefined
      }
      sections={[
        {
          id: 'words',
          title: 'Words people use for it',
          children: <p class="govuk-body">{type.words.join(', ') || 'None yet.'}</p>,
        },
        { id: 'rules', title: 'Who answers', children: <Rules {...props} /> },
        ...(canEdit
          ? [
              {
                id: 'history',
                title: 'History',
                children: props.history,
              },
            ]
          : []),
      ]}
      actions={
        canEdit ? (
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={`/directory/issues/${type.code}/rules/add`}>
                Add a rule
              </a>
            </li>
            <li>
              <a class="govuk-link" href={`/directory/issues/${type.code}/change`}>
                Change this issue type
              </a>
            </li>
          </ul>
        ) : undefined
      }
    />
  );
}

function Rules({ rules, canEdit }: IssueProps) {
  return (
    <DataTable
      caption="Rules: the most particular one that fits decides"
      rows={rules}
      columns={[
        { heading: 'Where', cell: (r) => r.areaName ?? 'Everywhere' },
        { heading: 'Land', cell: (r) => landWords[r.landOwner] ?? r.landOwner },
        { heading: 'When', cell: (r) => appliesWords[r.applies] ?? r.applies },
        {
          heading: 'Service',
          cell: (r) => (
            <a
              class="govuk-link"
              href={`/directory/services/${r.serviceId}`}
            >{`${r.serviceName}, ${r.agencyName}`}</a>
          ),
        },
        { heading: 'From', cell: (r) => <Day day={r.startsOn} /> },
        {
          heading: 'Until',
          cell: (r) =>
            r.endsOn ? (
              <Day day={r.endsOn} />
            ) : canEdit ? (
              <a class="govuk-link" href={`/directory/rules/${r.id}/end`}>
                End<span class="govuk-visually-hidden"> the rule for {r.serviceName}</span>
              </a>
            ) : (
              'Further notice'
            ),
        },
      ]}
      empty={{
        title: 'Nobody is down for this',
        children: 'Reports of this kind go to the community safety inbox, and a gap is noted.',
      }}
    />
  );
}
