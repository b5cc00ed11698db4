import { retentionGroups } from '../../../reference/mopi.ts';
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
  Radios,
  Select,
  Textarea,
  toChoose,
  VersionField,
} from '../../platform/ui/index.ts';
import type { Item } from '../item/item.store.ts';
import { reviewDecisions, reviewDecisionWords } from './review.forms.ts';
import type { DueReview, Review } from './review.store.ts';

interface FormProps extends FormState {
  action: string;
  version: number;
  group: number | null;
  csrf: string;
}

/** Whether something is still needed, in which group, and when somebody looks again: of an item as of a product. */
export const ReviewForm = (props: FormProps) => (
  <Form action={props.action} csrfToken={props.csrf}>
    <VersionField version={props.version} />
    <Radios
      {...asked(props, 'decision', 'keep')}
      fieldset={{ legend: { children: 'Is it still needed?', classes: 'govuk-fieldset__legend--s' } }}
      hint="What goes is emptied by night, once the months are over that your agency’s auditor has set. Until then a further review keeps it."
      items={reviewDecisions.map((value) => ({ value, children: reviewDecisionWords[value] }))}
    />
    <Select
      {...asked(props, 'group', String(props.group ?? ''))}
      label="Group"
      hint="Groups of police information. General knowledge: hold them against your own policy."
      items={toChoose(
        retentionGroups.map(({ group, what }) => ({ value: String(group), text: `${group}: ${what}` })),
      )}
    />
    <Input
      {...asked(props, 'nextOn')}
      label="Next review (optional)"
      hint="Like 4/12/2030. Left empty, by the months of the group; never later."
      classes="govuk-input--width-10"
    />
    <Textarea {...asked(props, 'words')} label="Whether it is still needed, and why" rows={3} />
    <Button classes="govuk-button--secondary">Write the review down</Button>
  </Form>
);

interface ItemReviewProps extends FormState {
  item: Item;
  reviews: readonly Review[];
  isLetGo: boolean;
  csrf: string;
}

/** The reviews of one item, and the next. */
export const ItemReviewPage = ({ item, reviews, isLetGo, csrf, ...state }: ItemReviewProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">Item {item.reference}</span> Review
    </h1>
    {isLetGo ? (
      <InsetText>It was let go: its words, grades and links are no longer kept.</InsetText>
    ) : (
      <ReviewForm
        {...state}
        action={`/intelligence/items/${item.id}/review`}
        version={item.version}
        group={reviews[0]?.retentionGroup ?? null}
        csrf={csrf}
      />
    )}
    <DataTable
      caption="What was decided, the newest first"
      rows={reviews}
      columns={[
        { heading: 'When', cell: (r) => <Instant at={r.at} /> },
        { heading: 'Who', cell: (r) => r.officerName },
        { heading: 'Decision', cell: (r) => reviewDecisionWords[r.decision] },
        { heading: 'Group', cell: (r) => String(r.retentionGroup) },
        { heading: 'Next', cell: (r) => <Day day={r.nextOn} /> },
        { heading: 'Why', cell: (r) => r.words },
      ]}
      empty={{ title: 'Nobody has looked yet', children: 'The first review writes it here.' }}
    />
  </>
);

const placeOf = { item: '/intelligence/items', product: '/intelligence/packages' } as const;

/** What is to be looked at by today. */
export const DuePage = ({ rows, nextHref }: { rows: readonly DueReview[]; nextHref: string | undefined }) => (
  <>
    <h1 class="govuk-heading-l">Reviews</h1>
    <p class="govuk-body">
      Police information is looked at by a person, who decides and says why. Nothing goes by its age alone.
    </p>
    <DataTable
      caption="To be looked at, the longest overdue first"
      rows={rows}
      columns={[
        {
          heading: 'Record',
          cell: (r) => (
            <a
              class="govuk-link bw-reference"
              href={`${placeOf[r.kind]}/${r.id}${r.kind === 'item' ? '/review' : ''}`}
            >
              {r.reference}
            </a>
          ),
        },
        { heading: 'What', cell: (r) => (r.kind === 'item' ? 'Item' : 'Product') },
        { heading: 'About', cell: (r) => r.title },
        { heading: 'Due', cell: (r) => <Day day={r.dueOn} /> },
      ]}
      empty={{
        title: 'Nothing is due',
        children:
          'Items are due when the first months of their group are over, and on the day of their last review.',
      }}
      paging={{ nextHref }}
    />
  </>
);
