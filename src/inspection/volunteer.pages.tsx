import {
  asked,
  Button,
  Day,
  DayBoxes,
  Form,
  Input,
  Instant,
  Select,
  stateOf,
  Textarea,
  toChoose,
} from '../platform/ui/index.ts';
import type { PurchasePageProps } from './purchase-file.pages.tsx';

/** Volunteers by code and age, the consents, and how they were looked after. */
export const Volunteers = (props: PurchasePageProps) => {
  const { facts, welfare, isLead, purchase, csrf } = props;
  const state = stateOf(props, 'volunteers');
  const care = stateOf(props, 'welfare');
  return (
    <>
      {facts.volunteers.length === 0 && (
        <p class="govuk-body">No volunteer {isLead ? 'is added yet' : 'is shown before the day'}.</p>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {facts.volunteers.map((one) => (
          <li>
            {one.code}, {one.age} on the day; agreed <Day day={one.ownConsentOn} />
            {one.parentConsentOn && (
              <>
                , a parent <Day day={one.parentConsentOn} />
              </>
            )}
          </li>
        ))}
      </ul>
      {welfare.map((line) => (
        <p class="govuk-body">
          {line.code}, <Instant at={line.at} />: {line.words}
        </p>
      ))}
      {isLead && purchase.status === 'planned' && (
        <Form action={`/test-purchases/${purchase.id}/volunteers`} csrfToken={csrf}>
          <Input
            {...asked(state, 'code')}
            label="Code of the volunteer"
            hint="Like V1: never a name or initials. Who it is stays with whoever recruited them."
            classes="govuk-input--width-5"
          />
          <Input
            {...asked(state, 'age')}
            label="Age on the day"
            inputmode="numeric"
            classes="govuk-input--width-3"
          />
          <DayBoxes {...state} name="ownConsentOn" legend="The volunteer agreed in writing on" />
          <DayBoxes
            {...state}
            name="parentConsentOn"
            legend="A parent agreed in writing on, of a volunteer under 18"
          />
          <Button classes="govuk-button--secondary">Add the volunteer</Button>
        </Form>
      )}
      {isLead && facts.volunteers.length > 0 && ['settled', 'under-way'].includes(purchase.status) && (
        <Form action={`/test-purchases/${purchase.id}/welfare`} csrfToken={csrf}>
          <Select
            {...asked(care, 'volunteerId')}
            label="Volunteer"
            items={toChoose(facts.volunteers.map(({ id, code }) => ({ value: id, text: code })))}
          />
          <Textarea {...asked(care, 'words')} label="How they are, and what was done for them" rows={2} />
          <Button classes="govuk-button--secondary">Write it down</Button>
        </Form>
      )}
    </>
  );
};
