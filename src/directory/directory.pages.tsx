import type { OfficerViewer } from '../platform/access/viewer.ts';
import { hasRole } from '../platform/access/viewer.ts';
import {
  Button,
  type Content,
  DataTable,
  Day,
  Details,
  EmptyState,
  Form,
  Input,
  RecordPage,
  Select,
} from '../platform/ui/index.ts';
import type { RuleRow } from './directory.commands.ts';
import type { AreaRow, IssueTypeRow, ServiceRow } from './directory.store.ts';
import { DirectoryNav } from './directory-nav.pages.tsx';
import { said } from './issue-type-form.pages.tsx';

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
      {groups.map((group) => (
        <section>
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
    </>
  );
}

interface IssueProps {
  type: IssueTypeRow;
  rules: readonly RuleRow[];
  history: Content;
  services: readonly ServiceRow[];
  areas: readonly AreaRow[];
  canEdit: boolean;
  csrf: string;
  today: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

const landWords: Record<string, string> = {
  any: 'Any land',
  public: 'Public land',
  private: 'Private land',
  housing: 'Housing land',
  highway: 'Highway',
  unknown: 'Land not known',
};
const appliesWords: Record<string, string> = {
  always: 'Always',
  'in-hours': 'In office hours',
  'out-of-hours': 'Outside office hours',
};

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
              { id: 'add-rule', title: 'Add a rule', children: <RuleForm {...props} /> },
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
          <p class="govuk-body">
            <a class="govuk-link" href={`/directory/issues/${type.code}/change`}>
              Change this issue type
            </a>
          </p>
        ) : undefined
      }
    />
  );
}

function Rules({ rules, canEdit, csrf, today }: IssueProps) {
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
              <EndForm rule={r} csrf={csrf} today={today} />
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

const EndForm = ({ rule, csrf, today }: { rule: RuleRow; csrf: string; today: string }) => (
  <Details summary="End">
    <Form action={`/directory/rules/${rule.id}/end`} csrfToken={csrf}>
      <Input
        name="endsOn"
        id={`ends-${rule.id}`}
        label="Ends on"
        value={today}
        hint="Like 2026-11-30"
        classes="govuk-input--width-10"
      />
      <Input name="reason" id={`why-${rule.id}`} label="Why" />
      <Button classes="govuk-button--secondary">End rule</Button>
    </Form>
  </Details>
);

const RuleForm = (props: IssueProps) => (
  <Form action={`/directory/issues/${props.type.code}/rules`} csrfToken={props.csrf}>
    <Select
      name="serviceId"
      label="Service that answers"
      {...said(props, 'serviceId')}
      items={[
        { value: '', text: 'Choose' },
        ...props.services.map((s) => ({ value: s.id, text: `${s.agencyName}: ${s.name}` })),
      ]}
    />
    <Select
      name="areaCode"
      label="Where"
      {...said(props, 'areaCode')}
      items={[
        { value: '', text: 'Everywhere' },
        ...props.areas.map((a) => ({ value: a.code, text: `${a.name} (${a.kind})` })),
      ]}
    />
    <Select
      name="landOwner"
      label="Land"
      {...said(props, 'landOwner')}
      items={Object.entries(landWords).map(([value, text]) => ({ value, text }))}
    />
    <Select
      name="applies"
      label="When"
      {...said(props, 'applies')}
      items={Object.entries(appliesWords).map(([value, text]) => ({ value, text }))}
    />
    <Input
      name="startsOn"
      label="From"
      hint="Like 2026-11-30"
      classes="govuk-input--width-10"
      {...said(props, 'startsOn')}
      value={said(props, 'startsOn').value ?? props.today}
    />
    <Input name="reason" label="Why" {...said(props, 'reason')} />
    <Button>Add rule</Button>
  </Form>
);
