import { gateways } from '../../../reference/gateways.ts';
import {
  Button,
  DataTable,
  Form,
  Input,
  InsetText,
  Instant,
  Select,
  SummaryList,
  Tag,
  Textarea,
  VersionField,
} from '../../platform/ui/index.ts';
import { interventionHint } from './list.forms.ts';
import type { PartnerList } from './list.store.ts';
import { handlingWords, listHandlings } from './list.words.ts';
import { ClosedList } from './list-close.pages.tsx';
import { LoadTag } from './list-load.pages.tsx';
import type { ListLoad } from './list-load.store.ts';

export const count = (n: number): string => n.toLocaleString('en-GB');

interface Problem {
  field: string;
  words: string;
}

const loadedWords = (list: PartnerList): string =>
  list.isOpen ? count(list.rowsLoaded) : 'Not opened to your agency';

/** Which partner keeps which list: the audit of lists begins here. */
export const ListsPage = ({ lists, canAudit }: { lists: readonly PartnerList[]; canAudit: boolean }) => (
  <>
    <h1 class="govuk-heading-l">Lists of people at risk</h1>
    <p class="govuk-body">
      Every list that a partner keeps of victims and people at risk: whose it is, what is done for those on
      it, and what of it is here.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/lists/add">
        Write down a list
      </a>
      {canAudit && [
        ' · ',
        <a class="govuk-link" href="/lists/audit">
          Audit of the lists
        </a>,
      ]}
    </p>
    <DataTable
      caption="Lists by agency"
      captionClasses="govuk-visually-hidden"
      rows={lists}
      columns={[
        {
          heading: 'List',
          cell: (list) => (
            <span>
              <a class="govuk-link" href={`/lists/${list.id}`}>
                {list.name}
              </a>
              {list.closedAt && [' ', <Tag classes="govuk-tag--grey">Closed</Tag>]}
            </span>
          ),
        },
        { heading: 'Kept by', cell: (list) => list.agencyName },
        { heading: 'What is done', cell: (list) => list.intervention || 'Not told' },
        {
          heading: 'Rows told',
          numeric: true,
          cell: (list) => (list.rowsTold === null ? 'Not told' : count(list.rowsTold)),
        },
        { heading: 'Rows here', numeric: true, cell: loadedWords },
        {
          heading: 'Last loaded',
          cell: (list) => (list.lastLoadedAt ? <Instant at={list.lastLoadedAt} /> : '–'),
        },
        {
          heading: 'Handling',
          cell: (list) =>
            list.handling === 'restricted' ? <Tag classes="govuk-tag--red">Restricted</Tag> : 'Victim list',
        },
      ]}
      empty={{
        title: 'No lists yet',
        children: 'Write down the lists that your agency keeps, then give their rows as a CSV or Excel file.',
        action: { href: '/lists/add', children: 'Write down a list' },
      }}
    />
  </>
);

interface ListPageProps {
  list: PartnerList;
  loads: readonly ListLoad[];
  mayChange: boolean;
  refusal: { words: string; mend: string } | undefined;
  csrf: string;
}

/** One list: what the inventory says, the files that were given for it, and the way in. */
export const ListPage = ({ list, loads, mayChange, refusal, csrf }: ListPageProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{list.agencyName}</span> {list.name}
    </h1>
    <ClosedList list={list} mayChange={mayChange} csrf={csrf} />
    {list.handling === 'restricted' && (
      <InsetText>
        A national batch: its rows, and that a person is on it, are shown to whoever keeps the register and to
        nobody else. Wardens see neither.
      </InsetText>
    )}
    <SummaryList
      rows={[
        { key: 'What it is for', value: list.about || 'Not told' },
        { key: 'What is done for those on it', value: list.intervention || 'Not told' },
        { key: 'Rows it is said to have', value: list.rowsTold === null ? 'Not told' : count(list.rowsTold) },
        { key: 'Rows here', value: loadedWords(list) },
        { key: 'Fields it is said to have', value: list.fieldsTold || 'Not told' },
        { key: 'Handling', value: handlingWords[list.handling] },
        { key: 'Shared under', value: list.gateway },
        { key: 'Whom to ask', value: list.contact || 'Not told' },
      ]}
    />
    <p class="govuk-body">
      {list.isOpen && (
        <>
          <a class="govuk-link" href={`/lists/${list.id}/rows`}>
            See its rows
          </a>
          {!list.closedAt && [
            ' · ',
            <a class="govuk-link" href={`/lists/${list.id}/give`}>
              Give a file
            </a>,
          ]}
        </>
      )}
      {mayChange && (
        <>
          {list.isOpen && ' · '}
          <a class="govuk-link" href={`/lists/${list.id}/change`}>
            Change what is said of it
          </a>
          {!list.closedAt && [
            ' · ',
            <a class="govuk-link" href={`/lists/${list.id}/close`}>
              Close it
            </a>,
          ]}
        </>
      )}
    </p>
    {refusal && (
      <InsetText>
        <p class="govuk-body">{refusal.words}</p>
        <p class="govuk-body">{refusal.mend}</p>
      </InsetText>
    )}
    {list.isOpen && <Loads loads={loads} />}
  </>
);

const Loads = ({ loads }: { loads: readonly ListLoad[] }) => (
  <DataTable
    caption="Files given for it"
    rows={loads}
    columns={[
      {
        heading: 'File',
        cell: (load) => (
          <a class="govuk-link" href={`/lists/${load.listId}/loads/${load.id}`}>
            {load.fileName}
          </a>
        ),
      },
      {
        heading: 'Given',
        cell: (load) => (
          <span>
            <Instant at={load.givenAt} />
            {load.givenByName && ` by ${load.givenByName}`}
          </span>
        ),
      },
      { heading: 'Status', cell: (load) => <LoadTag status={load.status} /> },
      { heading: 'New', numeric: true, cell: (load) => count(load.rowsNew) },
      { heading: 'Changed', numeric: true, cell: (load) => count(load.rowsChanged) },
      { heading: 'Gone', numeric: true, cell: (load) => count(load.rowsGone) },
      { heading: 'Rejected', numeric: true, cell: (load) => count(load.rowsRejected) },
    ]}
    empty={{ title: 'No file was given yet', children: 'Give one as CSV or Excel.' }}
  />
);

interface FormProps {
  heading: string;
  action: string;
  agencies: readonly { id: string; name: string }[] | undefined;
  typed: Record<string, unknown>;
  version?: number;
  csrf: string;
  problems: readonly Problem[];
}

/** What the inventory says of a list, to be written or changed. */
export const ListForm = ({ heading, action, agencies, typed, version, csrf, problems }: FormProps) => {
  const wrong = (field: string) => problems.find((one) => one.field === field)?.words;
  const was = (field: string): string => {
    const value = typed[field];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const field = (name: string) => ({ name, value: was(name), errorMessage: wrong(name) });
  return (
    <>
      <h1 class="govuk-heading-l">{heading}</h1>
      <Form action={action} csrfToken={csrf}>
        {version !== undefined && <VersionField version={version} />}
        {agencies && (
          <>
            <Select
              {...field('ownerAgencyId')}
              label="Who keeps it"
              items={[
                { value: '', text: 'Choose an agency' },
                ...agencies.map(({ id, name }) => ({ value: id, text: name })),
              ]}
            />
            <Select
              {...field('handling')}
              label="How it is handled"
              hint="A national batch is for whoever keeps the register alone."
              items={listHandlings.map((value) => ({ value, text: handlingWords[value] }))}
            />
          </>
        )}
        <Input {...field('name')} label="What it is called" />
        <Textarea {...field('about')} label="What it is for" rows={3} />
        <Input {...field('intervention')} label="What is done for those on it" hint={interventionHint} />
        <Input
          {...field('rowsTold')}
          label="How many rows it is said to have"
          inputmode="numeric"
          classes="govuk-input--width-5"
        />
        <Input
          {...field('fieldsTold')}
          label="Which fields it has"
          hint="For example: name, address, date of visit."
        />
        <Select
          {...field('gateway')}
          label="The power under which it is shared"
          items={[
            { value: '', text: 'Choose a power' },
            ...gateways.filter((one) => one.isStanding).map(({ name }) => ({ value: name, text: name })),
          ]}
        />
        <Input
          {...field('contact')}
          label="Whom to ask about a person on it"
          hint="A post and a number, not a person’s own."
        />
        <Button>Save</Button>
      </Form>
    </>
  );
};
