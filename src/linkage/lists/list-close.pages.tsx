import { Button, Form, Input, InsetText, Instant, VersionField } from '../../platform/ui/index.ts';
import type { PartnerList } from './list.store.ts';

interface CloseProps {
  list: PartnerList;
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: string;
}

/** Closing a list: what follows, and why it is closed. */
export const CloseListPage = ({ list, csrf, problems, typed }: CloseProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{list.agencyName}</span> Close {list.name}
    </h1>
    <p class="govuk-body">
      Close a list that its agency keeps no longer. No file is taken for it from then on. Its rows stay, and
      so does what was decided of them: undo its loads first if they are to go. A closed list can be opened
      again.
    </p>
    <Form action={`/lists/${list.id}/close`} csrfToken={csrf}>
      <VersionField version={list.version} />
      <Input
        name="reason"
        label="Why it is closed"
        value={typed}
        errorMessage={problems.find(({ field }) => field === 'reason')?.words}
      />
      <Button classes="govuk-button--warning">Close the list</Button>
    </Form>
  </>
);

/** Said on the page of a closed list, with the way back. */
export const ClosedList = ({
  list,
  mayChange,
  csrf,
}: {
  list: PartnerList;
  mayChange: boolean;
  csrf: string;
}) =>
  list.closedAt && (
    <>
      <InsetText>
        <p class="govuk-body">
          Closed <Instant at={list.closedAt} />
          {list.closedByName && ` by ${list.closedByName}`}: {list.closeReason}
        </p>
        <p class="govuk-body">No file is taken for it. Its rows stay.</p>
      </InsetText>
      {mayChange && (
        <Form action={`/lists/${list.id}/reopen`} csrfToken={csrf}>
          <VersionField version={list.version} />
          <Button classes="govuk-button--secondary">Open the list again</Button>
        </Form>
      )}
    </>
  );
