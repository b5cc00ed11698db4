import { retentionGroups } from '../../../reference/mopi.ts';
import {
  asked,
  Button,
  Form,
  type FormState,
  Input,
  Select,
  Textarea,
  toChoose,
  VersionField,
} from '../../platform/ui/index.ts';
import type { Draft } from './draft.store.ts';

/** Whether a product is still needed, in which group, and when somebody looks again. */
export const ReviewForm = (props: FormState & { draft: Draft; csrf: string }) => (
  <section>
    <h2 class="govuk-heading-m">Review</h2>
    <Form action={`/intelligence/packages/${props.draft.id}/review`} csrfToken={props.csrf}>
      <VersionField version={props.draft.version} />
      <Select
        {...asked(props, 'group', String(props.draft.retentionGroup ?? ''))}
        label="Group"
        hint="Groups of police information. General knowledge: hold them against your own policy."
        items={toChoose(
          retentionGroups.map(({ group, what }) => ({ value: String(group), text: `${group}: ${what}` })),
        )}
      />
      <Input
        {...asked(props, 'nextOn')}
        label="Next review (optional)"
        hint="Like 2030-12-04. Left empty, by the months of the group; never later."
        classes="govuk-input--width-10"
      />
      <Textarea {...asked(props, 'words')} label="Whether it is still needed, and why" rows={3} />
      <Button classes="govuk-button--secondary">Write the review down</Button>
    </Form>
  </section>
);
