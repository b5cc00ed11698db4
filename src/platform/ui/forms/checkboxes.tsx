import { Choice, type ChoiceItem, type ChoicesProps, ChoicesShell, choiceId } from './choices.tsx';
import { describedByNotes } from './field.tsx';

/** One checkbox. */
export interface CheckboxItem extends ChoiceItem {
  /** Falls back to the group's name. */
  readonly name?: string | undefined;
  /** `exclusive` clears the others when chosen ("None of these"). */
  readonly behaviour?: 'exclusive' | undefined;
}

/** Props of {@link Checkboxes}. */
export interface CheckboxesProps extends ChoicesProps {
  readonly items: readonly (CheckboxItem | false | null | undefined)[];
  readonly values?: readonly (string | number)[] | null | undefined;
  readonly describedBy?: string | undefined;
}

function isTicked(item: CheckboxItem, values: CheckboxesProps['values']): boolean {
  if (item.checked) return true;
  if (item.checked === false || !values) return false;
  return values.some((value) => String(value) === String(item.value));
}

/** GOV.UK checkboxes. */
export function Checkboxes(props: CheckboxesProps) {
  const idPrefix = props.idPrefix || props.name;
  const notes = { id: idPrefix, hint: props.hint, errorMessage: props.errorMessage };
  const describedBy = describedByNotes(notes, props.fieldset?.describedBy || props.describedBy);
  return (
    <ChoicesShell kind="checkboxes" choices={props} idPrefix={idPrefix} describedBy={describedBy}>
      {props.items.map((item, index) => {
        if (!item) return null;
        if (item.divider) return <div class="govuk-checkboxes__divider">{item.divider}</div>;
        return (
          <Choice
            kind="checkboxes"
            item={item}
            id={choiceId(item, idPrefix, index)}
            name={item.name || props.name}
            checked={isTicked(item, props.values)}
            // With a fieldset the group is described once; without, each box must say it.
            describedBy={props.fieldset ? undefined : describedBy}
            behaviour={item.behaviour}
          />
        );
      })}
    </ChoicesShell>
  );
}
