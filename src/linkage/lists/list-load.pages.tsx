import {
  asked,
  Button,
  type Content,
  Details,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  isAgain,
  SummaryList,
  stateOf,
  Tag,
  VersionField,
  WarningText,
} from '../../platform/ui/index.ts';
import type { LoadView } from './list.queries.ts';
import { Differences } from './list-differences.pages.tsx';
import type { ListLoad } from './list-load.store.ts';
import { type LoadStatus, loadStatusWords, nextMove } from './list-load.transitions.ts';

const colour: Record<LoadStatus, string> = {
  given: 'blue',
  checking: 'yellow',
  checked: 'blue',
  refused: 'red',
  loading: 'yellow',
  loaded: 'green',
  undoing: 'yellow',
  undone: 'grey',
  abandoned: 'grey',
};
export const LoadTag = ({ status }: { status: LoadStatus }) => (
  <Tag classes={`govuk-tag--${colour[status]}`}>{loadStatusWords[status]}</Tag>
);

const count = (n: number): string => n.toLocaleString('en-GB');
export const rows = (n: number): string => (n === 1 ? '1 row' : `${count(n)} rows`);

interface LoadPageProps extends LoadView, FormState {
  csrf: string;
}

const isBusy = (load: ListLoad): boolean => ['checking', 'loading', 'undoing'].includes(load.status);
const isRead = (load: ListLoad): boolean =>
  ['checked', 'loading', 'loaded', 'undoing', 'undone'].includes(load.status);
const busyWords: Partial<Record<LoadStatus, string>> = {
  checking: 'Every row is being held against the list. Nothing is loaded.',
  loading: 'The rows are being loaded. If anything goes wrong, none of them is.',
  undoing: 'The load is being taken back.',
};
const by = (at: Date | null, name: string | null): Content =>
  at ? [<Instant at={at} />, name ? ` by ${name}` : ''] : null;

/** One file: what was found in it, what it would change, and the next step. */
export const LoadPage = (props: LoadPageProps) => {
  const { load, csrf } = props;
  const here = `/lists/${load.listId}/loads/${load.id}`;
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{load.listName}</span> {load.fileName}
      </h1>
      <p class="govuk-body">
        <LoadTag status={load.status} />
      </p>
      {isBusy(load) && (
        <InsetText>
          <p class="govuk-body" role="status" data-follow="5">
            {busyWords[load.status]}
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={here}>
              See whether it is done
            </a>
          </p>
        </InsetText>
      )}
      {load.status === 'refused' && load.refusedWords && <WarningText>{load.refusedWords}</WarningText>}
      {isRead(load) && <Counts load={load} />}
      {load.isListClosed && (
        <InsetText>The list is closed: nothing is loaded until it is opened again.</InsetText>
      )}
      {nextMove(load, 'load') && (
        <Form action={`${here}/load`} csrfToken={csrf}>
          <VersionField version={load.version} />
          <p class="govuk-body">Nothing has been loaded yet.</p>
          {load.rowsNew + load.rowsChanged + load.rowsGone > 0 ? (
            <Button>{buttonWords(load)}</Button>
          ) : (
            <p class="govuk-body">
              The list already stands as it does in this file: there is nothing to load.
            </p>
          )}
        </Form>
      )}
      {isRead(load) && <Differences {...props} />}
      <SummaryList
        card={{ title: 'About this file' }}
        rows={[
          { key: 'Kept by', value: load.agencyName },
          { key: 'Given', value: by(load.givenAt, load.givenByName) },
          { key: 'Taken as', value: load.isWhole ? 'The whole list' : 'Only some of the list' },
          load.loadedAt !== null && { key: 'Loaded', value: by(load.loadedAt, load.loadedByName) },
          load.undoneAt !== null && { key: 'Undone', value: by(load.undoneAt, load.undoneByName) },
          load.undoReason !== null && { key: 'Why undone', value: load.undoReason },
          { key: 'SHA-256 of the file', value: <code class="bw-hash">{load.fileSha256}</code> },
        ]}
      />
      <Actions {...props} />
    </>
  );
};

function buttonWords(load: ListLoad): string {
  const parts = [
    load.rowsNew > 0 && `add ${rows(load.rowsNew)}`,
    load.rowsChanged > 0 && `change ${rows(load.rowsChanged)}`,
    load.rowsGone > 0 && `end ${rows(load.rowsGone)}`,
  ].filter((part) => part !== false);
  const words = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
  return `Load: ${words}`;
}

const Counts = ({ load }: { load: ListLoad }) => (
  <SummaryList
    card={{ title: load.loadedAt ? 'What was loaded' : 'What would be loaded' }}
    rows={[
      { key: 'Rows in the file', value: count(load.rowsRead) },
      { key: 'New', value: count(load.rowsNew) },
      {
        key: 'Changed',
        value: `${count(load.rowsChanged)}${load.rowsChanged > 0 ? ': what was said of who they are ends with the old row, and they are proposed again' : ''}`,
      },
      { key: 'The same as before', value: count(load.rowsSame) },
      { key: 'Rejected', value: count(load.rowsRejected) },
      load.isWhole && { key: 'On the list, and gone from the file', value: count(load.rowsGone) },
    ]}
  />
);

const Actions = ({ load, mayUndo, csrf, ...state }: LoadPageProps) => {
  const here = `/lists/${load.listId}/loads/${load.id}`;
  return (
    <>
      {load.isFileKept && nextMove(load, 'choose-columns') && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${here}/columns`}>
            {load.status === 'given' ? 'Choose the columns' : 'Change the columns and compare again'}
          </a>
        </p>
      )}
      {nextMove(load, 'put-away') && (
        <Form action={`${here}/put-away`} csrfToken={csrf}>
          <VersionField version={load.version} />
          <Button classes="govuk-button--secondary">Put this file away without loading it</Button>
        </Form>
      )}
      {mayUndo && nextMove(load, 'undo') && (
        <Details summary="Undo this load" open={isAgain(state, 'undo')}>
          <Form action={`${here}/undo`} csrfToken={csrf}>
            <VersionField version={load.version} />
            <WarningText>
              Its {rows(load.rowsNew + load.rowsChanged)} would go, and{' '}
              {rows(load.rowsChanged + load.rowsGone)} that it replaced or ended would stand again, with what
              was said of them.
            </WarningText>
            <Input {...asked(stateOf(state, 'undo'), 'reason')} label="Why is it undone?" />
            <Button classes="govuk-button--warning">Undo this load</Button>
          </Form>
        </Details>
      )}
    </>
  );
};
