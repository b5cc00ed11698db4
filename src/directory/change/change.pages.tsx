import {
  asked,
  Button,
  DataTable,
  Details,
  Form,
  type FormState,
  Input,
  Instant,
  Table,
  Timeline,
  WarningText,
} from '../../platform/ui/index.ts';
import { DirectoryNav } from '../directory-nav.pages.tsx';
import type { Change } from './change.store.ts';
import { changeHref, changeKindWords, type Difference, differencesOf } from './change.words.ts';
import type { Preview } from './edit-form.pages.tsx';

interface PreviewProps {
  heading: string;
  action: string;
  csrf: string;
  /** The form's own fields, to be sent again with the same words. */
  carried: readonly (readonly [string, string])[];
  preview: Preview;
  save: string;
}

export const Differences = ({ differences }: { differences: readonly Difference[] }) => (
  <Table
    caption="What changes"
    captionClasses="govuk-table__caption--m"
    classes="bw-differences"
    head={['Field', 'Now', 'Then'].map((children) => ({ children }))}
    firstCellIsHeader
    rows={differences.map(({ label, before, after }) => [
      { children: label },
      { children: before || 'Nothing' },
      { children: after },
    ])}
  />
);

/** What saving would do, before anything is done: the fields side by side, and what follows elsewhere. */
export const PreviewPage = ({ heading, action, csrf, carried, preview, save }: PreviewProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">Nothing is saved yet</span> {heading}
    </h1>
    {preview.warning && <WarningText>{preview.warning}</WarningText>}
    {preview.differences.length > 0 && <Differences differences={preview.differences} />}
    {preview.effects.length > 0 && (
      <>
        <h2 class="govuk-heading-m">What follows from it</h2>
        <ul class="govuk-list govuk-list--bullet">
          {preview.effects.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      </>
    )}
    <Form action={action} csrfToken={csrf}>
      {carried.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="govuk-button-group">
        <Button name="go" value="save" preventDoubleClick>
          {save}
        </Button>
        <Button name="go" value="again" classes="govuk-button--secondary">
          Change it
        </Button>
      </div>
    </Form>
  </>
);

interface HistoryProps {
  changes: readonly Change[];
  names: ReadonlyMap<string, string>;
  csrf: string;
  /** Ids of the changes that can be taken back. */
  undoable: ReadonlySet<string>;
}

const lines = (change: Change, names: ReadonlyMap<string, string>) =>
  differencesOf(change.before, change.after ?? {}, names).map(({ label, before, after }) => (
    <li>
      {label}: {change.before === null ? after : `${before || 'nothing'} → ${after}`}
    </li>
  ));

const labelOf = (change: Change): string => {
  const words = changeKindWords[change.recordKind] ?? change.recordKind;
  if (change.recordKind === 'role-request') return words;
  if (change.recordKind === 'role-grant') return change.before === null ? 'Role given' : 'Role ended';
  return `${words} ${change.before === null ? 'added' : 'changed'}`;
};

const UndoForm = ({ change, csrf, ...state }: FormState & { change: Change; csrf: string }) => (
  <Form action={`/directory/changes/${change.id}/undo`} csrfToken={csrf}>
    <Input {...asked(state, 'reason')} id={`undo-${change.id}`} label="Why" />
    <Button classes="govuk-button--secondary">Put back what stood before</Button>
  </Form>
);

/** The form that takes a change back on a page of its own, since the record that it is of may have any page. */
export const UndoPage = ({
  names,
  ...form
}: FormState & { change: Change; names: ReadonlyMap<string, string>; csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Undo a change</h1>
    <p class="govuk-body">
      {labelOf(form.change)}, {form.change.officerName}: {form.change.reason}
    </p>
    <ul class="govuk-list govuk-list--bullet">{lines(form.change, names)}</ul>
    <UndoForm {...form} />
  </>
);

/** Who changed what, when and why, with what stood there before. */
export const History = ({ changes, names, csrf, undoable }: HistoryProps) =>
  changes.length === 0 ? (
    <p class="govuk-body">Nothing has been changed since the directory was loaded.</p>
  ) : (
    <Timeline
      headingLevel={3}
      items={changes.map((change) => ({
        label: labelOf(change),
        byline: change.officerName,
        when: <Instant at={change.at} />,
        children: (
          <>
            <p class="govuk-body">{change.reason}</p>
            <ul class="govuk-list govuk-list--bullet">{lines(change, names)}</ul>
            {undoable.has(change.id) && (
              <Details summary="Undo this change">
                <UndoForm {...{ change, csrf, problems: [], typed: {} }} />
              </Details>
            )}
          </>
        ),
      }))}
    />
  );

/** Everything changed of late, for those who keep the directory. */
export const ChangesPage = ({
  changes,
  names,
}: {
  changes: readonly Change[];
  names: ReadonlyMap<string, string>;
}) => (
  <>
    <h1 class="govuk-heading-l">Changes to the directory</h1>
    <DirectoryNav at="/directory/changes" canEdit />
    <DataTable
      caption="Newest first, the last 100"
      rows={changes}
      columns={[
        { heading: 'When', cell: (c) => <Instant at={c.at} /> },
        { heading: 'Who', cell: (c) => c.officerName },
        {
          heading: 'What',
          cell: (c) => {
            const words = changeKindWords[c.recordKind] ?? c.recordKind;
            // A role is somebody's: their page has it.
            const officerId = typeof c.after?.officerId === 'string' ? c.after.officerId : undefined;
            const href = officerId ? changeHref.officer?.(officerId) : changeHref[c.recordKind]?.(c.recordId);
            const name = String(c.after?.name ?? names.get(officerId ?? c.recordId) ?? '');
            return href ? (
              <a class="govuk-link" href={href}>
                {words} {name}
              </a>
            ) : (
              `${words} ${name}`
            );
          },
        },
        { heading: 'Changed', cell: (c) => <ul class="govuk-list">{lines(c, names)}</ul> },
        { heading: 'Why', cell: (c) => c.reason },
      ]}
      empty={{
        title: 'Nothing has been changed yet',
        children: 'Each change is listed here with who made it and why.',
      }}
    />
  </>
);
