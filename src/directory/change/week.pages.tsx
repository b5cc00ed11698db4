import type { FieldProblem } from '../../platform/failures/failures.ts';
import { ErrorMessage, Fieldset, Hint, Input } from '../../platform/ui/index.ts';
import type { Typed } from './edit-form.pages.tsx';

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Opening hours, a line for each day of the week; an empty line is a closed day. */
export function WeekFields(props: {
  label: string;
  hint: string | undefined;
  typed: Typed;
  problems: readonly FieldProblem[];
}) {
  const text = (name: string): string => {
    const value = props.typed[name];
    return typeof value === 'string' ? value : '';
  };
  const wrong = (name: string) => props.problems.find((problem) => problem.field === name)?.words;
  return (
    <Fieldset legend={{ children: props.label, classes: 'govuk-fieldset__legend--s' }}>
      {props.hint && <Hint>{props.hint}</Hint>}
      {dayNames.map((day, index) => {
        const [from, to] = [`from${index + 1}`, `to${index + 1}`];
        const error = wrong(from) ?? wrong(to);
        return (
          <div class={error ? 'bw-week govuk-form-group--error' : 'bw-week'}>
            <span class="bw-week__day" aria-hidden="true">
              {day}
            </span>
            <Input
              name={from}
              label={{ children: `${day} from`, classes: 'govuk-visually-hidden' }}
              classes="govuk-input--width-4"
              value={text(from)}
              formGroup={{ classes: 'bw-week__time' }}
            />
            <span aria-hidden="true">to</span>
            <Input
              name={to}
              label={{ children: `${day} to`, classes: 'govuk-visually-hidden' }}
              classes="govuk-input--width-4"
              value={text(to)}
              formGroup={{ classes: 'bw-week__time' }}
            />
            {error && <ErrorMessage id={`${from}-error`}>{error}</ErrorMessage>}
          </div>
        );
      })}
    </Fieldset>
  );
}
