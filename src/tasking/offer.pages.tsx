import type { OfficerViewer } from '../platform/access/viewer.ts';
import {
  asked,
  Button,
  Details,
  Form,
  type FormState,
  HiddenFields,
  isAgain,
  stateOf,
  Textarea,
} from '../platform/ui/index.ts';
import type { Task } from './task.store.ts';

/** A task of one's own agency that was done, and that is about nobody who could be identified. */
export const mayOffer = (task: Task, viewer: OfficerViewer): boolean =>
  !task.isPersonal && task.status === 'done' && viewer.agencyId === task.agencyId;

/** Offers what went well, on the page of its case or of its task. */
export const OfferForm = (props: FormState & { csrf: string; of: Record<string, string> }) => (
  <Details summary="Offer as a success for publicity" open={isAgain(props, 'publicity')}>
    <Form action="/publicity" csrfToken={props.csrf}>
      <HiddenFields values={props.of} />
      <Textarea
        {...asked(stateOf(props, 'publicity'), 'words')}
        id="success-words"
        label="What went well"
        hint="No names, and nothing that tells who lives or works there."
        rows={4}
      />
      <Button classes="govuk-button--secondary">Offer it</Button>
    </Form>
  </Details>
);
