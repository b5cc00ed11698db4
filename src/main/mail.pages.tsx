import type { MailLine } from '../platform/mail/mail.store.ts';
import type { NoMail } from '../platform/mail/mail.transport.ts';
import {
  Button,
  type Content,
  DataTable,
  Form,
  InsetText,
  Instant,
  Select,
  SummaryList,
  Tag,
} from '../platform/ui/index.ts';

/** How mail leaves this installation. */
export type MailKind = 'smtp' | NoMail;

const kindWords: Readonly<Record<MailKind, string>> = {
  smtp: 'Messages are sent by SMTP. A message that cannot be sent is tried again for about two days, then put under Administration.',
  demonstration:
    'This is a demonstration: nothing is sent to anybody. Each message stays here, where you can read what would have gone out.',
  'not-configured':
    'Nothing is sent: no mail server is set. Messages wait here; set SMTP_URL, and those of the last three days go out.',
};

const stateWords: Readonly<Record<string, { words: string; classes: string }>> = {
  waiting: { words: 'Waiting', classes: 'govuk-tag--blue' },
  sent: { words: 'Sent', classes: 'govuk-tag--green' },
  failed: { words: 'Given up', classes: 'govuk-tag--red' },
};

const State = ({ state }: { state: string }) => {
  const { words, classes } = stateWords[state] ?? { words: state, classes: '' };
  return <Tag classes={classes}>{words}</Tag>;
};

const next = (line: MailLine): Content => {
  if (line.sentAt) return <Instant at={line.sentAt} />;
  if (line.nextTryAt) return ['Tried again ', <Instant at={line.nextTryAt} />];
  return line.state === 'failed' ? 'Not tried again by itself' : '';
};

interface OutboxProps {
  kind: MailKind;
  messages: readonly MailLine[];
  counts: Readonly<Record<string, number>>;
  state: string;
  nextHref: string | undefined;
}

/** Every message and where it stands. */
export const OutboxPage = ({ kind, messages, counts, state, nextHref }: OutboxProps) => (
  <>
    <h1 class="govuk-heading-l">Outbox</h1>
    <InsetText>{kindWords[kind]}</InsetText>
    <DataTable
      caption="Messages, newest first"
      filters={
        <Form method="get" action="/administration/mail" classes="bw-filters">
          <Select
            name="state"
            label="State"
            value={state}
            items={[
              { value: '', text: 'All' },
              ...Object.entries(stateWords).map(([value, { words }]) => ({
                value,
                text: `${words} (${(counts[value] ?? 0).toLocaleString('en-GB')})`,
              })),
            ]}
          />
          <Button classes="govuk-button--secondary">Show</Button>
        </Form>
      }
      rows={messages}
      columns={[
        {
          heading: 'About',
          cell: (m) => (
            <a class="govuk-link" href={`/administration/mail/${m.id}`}>
              {m.reason}
            </a>
          ),
        },
        { heading: 'To', cell: (m) => `…@${m.toDomain ?? ''}` },
        { heading: 'Queued', cell: (m) => <Instant at={m.queuedAt} /> },
        { heading: 'State', cell: (m) => <State state={m.state} /> },
        { heading: 'Tries', cell: (m) => m.attempts, numeric: true },
        { heading: 'Fault', cell: (m) => m.fault ?? '' },
        { heading: 'Sent or next', cell: next },
      ]}
      empty={{
        title: 'No messages',
        children:
          'A message is put here when a report is sent to a service, when a reporter has news, and when a return is due.',
      }}
      paging={{ nextHref }}
    />
  </>
);

interface MessageProps {
  message: MailLine;
  kind: MailKind;
  words: { toAddress: string; subject: string; body: string } | undefined;
  csrf: string;
}

/** One message. Its words and whom it went to are shown in a demonstration alone. */
export const MessagePage = ({ message, kind, words, csrf }: MessageProps) => (
  <>
    <h1 class="govuk-heading-l">Message: {message.reason}</h1>
    <SummaryList
      rows={[
        { key: 'State', value: <State state={message.state} /> },
        { key: 'To', value: words?.toAddress ?? `An address at ${message.toDomain ?? 'an unknown domain'}` },
        { key: 'Queued', value: <Instant at={message.queuedAt} /> },
        { key: 'Tries', value: message.attempts },
        message.triedAt && { key: 'Last tried', value: <Instant at={message.triedAt} /> },
        message.fault !== null && { key: 'Last fault', value: message.fault },
        (message.sentAt || message.nextTryAt) && { key: 'Sent or next', value: next(message) },
      ]}
    />
    {words ? (
      <section aria-labelledby="words">
        <h2 class="govuk-heading-m" id="words">
          {words.subject}
        </h2>
        <p class="govuk-body bw-as-typed">{words.body}</p>
      </section>
    ) : (
      <p class="govuk-body">
        Administrators see where a message stands, not whom it went to or what it says.
      </p>
    )}
    {kind === 'smtp' && message.state === 'failed' && (
      <Form action={`/administration/mail/${message.id}/retry`} csrfToken={csrf}>
        <Button classes="govuk-button--secondary">Try again</Button>
      </Form>
    )}
  </>
);
