import {
  asked,
  Button,
  DataTable,
  Form,
  type FormState,
  Input,
  Instant,
  Select,
  SummaryList,
  VersionField,
} from '../platform/ui/index.ts';
import { holdKinds } from '../records/index.ts';
import type { RetentionView } from './retention.queries.ts';
import { holdKindWords } from './retention.words.ts';

/** Holds of the viewer's agency, those that stand first. */
export const Holds = ({ holds }: Pick<RetentionView, 'holds'>) => (
  <>
    <h2 class="govuk-heading-m">Legal holds</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="/retention/holds">
        Hold a record
      </a>
    </p>
    <DataTable
      caption="Records that are held, and were"
      captionClasses="govuk-visually-hidden"
      rows={holds}
      columns={[
        {
          heading: 'Record',
          cell: (h) => (
            <a class="govuk-link" href={`/retention/holds/${h.id}`}>
              {holdKindWords[h.kind]} {h.reference}
            </a>
          ),
        },
        { heading: 'Why', cell: (h) => h.why },
        { heading: 'Since', cell: (h) => <Instant at={h.setAt} /> },
        { heading: 'Lifted', cell: (h) => (h.liftedAt ? <Instant at={h.liftedAt} /> : 'Stands') },
      ]}
      empty={{ title: 'Nothing is held', children: 'A record that is held is kept whatever its time.' }}
    />
  </>
);

/** Setting a hold. */
export const HoldPage = ({ csrf, state }: { csrf: string; state: FormState }) => (
  <>
    <h1 class="govuk-heading-l">Hold a record</h1>
    <p class="govuk-body">
      For proceedings, an inquiry or a request about it. It is kept until you lift the hold, and its page says
      so. A hold on a case keeps its reports and the files made on it; one on a case of anti-social behaviour
      keeps who complained; one on a file of the victim register its visits and screens.
    </p>
    <Form action="/retention/holds" csrfToken={csrf}>
      <Select
        {...asked(state, 'kind')}
        label="What is held"
        items={holdKinds.map((value) => ({ value, text: holdKindWords[value] }))}
      />
      <Input
        {...asked(state, 'reference')}
        label="Reference"
        hint="Like R-1234-567. Of a received record or a row of a list: its id, as in the address of its page."
      />
      <Input {...asked(state, 'why')} label="Why" hint="Shown on the record. Name nobody." />
      <Button>Hold it</Button>
    </Form>
  </>
);

interface OneHoldProps {
  hold: RetentionView['holds'][number];
  csrf: string;
  state: FormState;
}

/** One hold, and lifting it. */
export const OneHoldPage = ({ hold, csrf, state }: OneHoldProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">Legal hold</span> {holdKindWords[hold.kind]} {hold.reference}
    </h1>
    <SummaryList
      rows={[
        { key: 'Why', value: hold.why },
        {
          key: 'Set',
          value: (
            <>
              {hold.setByName}, <Instant at={hold.setAt} />
            </>
          ),
        },
        ...(hold.liftedAt
          ? [
              {
                key: 'Lifted',
                value: (
                  <>
                    {hold.liftedByName}, <Instant at={hold.liftedAt} />
                  </>
                ),
              },
              { key: 'Why lifted', value: hold.liftedWhy },
            ]
          : []),
      ]}
    />
    {hold.liftedAt === null && (
      <Form action={`/retention/holds/${hold.id}/lift`} csrfToken={csrf}>
        <VersionField version={hold.version} />
        <Input {...asked(state, 'why')} label="Why it is lifted" />
        <Button classes="govuk-button--warning">Lift the hold</Button>
      </Form>
    )}
  </>
);
