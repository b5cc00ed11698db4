import { type FormState, problemOf, typedIn } from './asked.ts';
import { DateInput } from './date-input.tsx';

/** What each box of a day shows: what was typed in it, or its part of a day that is known whole, like 2026-03-27. */
function boxValues(state: FormState, field: string): Record<string, string> {
  const [year = '', month = '', day = ''] = typedIn(state, field).split('-');
  const part = (name: string, whole: string) => typedIn(state, `${field}-${name}`) || whole.replace(/^0/, '');
  return {
    [`${field}-day`]: part('day', day),
    [`${field}-month`]: part('month', month),
    [`${field}-year`]: part('year', year),
  };
}

/** A day asked for in its three boxes, as a form shows it again: `<DayBoxes {...state} name="on" legend="Day of service" />`. */
export const DayBoxes = (props: FormState & { name: string; legend: string; hint?: string | undefined }) => (
  <DateInput
    id={props.name}
    namePrefix={props.name}
    fieldset={{ legend: { children: props.legend, classes: 'govuk-fieldset__legend--s' } }}
    hint={props.hint}
    errorMessage={problemOf(props, props.name)}
    values={boxValues(props, props.name)}
  />
);
