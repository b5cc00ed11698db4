import { Choice, type ChoiceItem, type ChoicesProps, ChoicesShell, choiceId } from './choices.tsx';
import { describedByNotes } from './field.tsx';

/** Props of {@link Radios}. */
export interface RadiosProps extends ChoicesProps {
  readonly items: readonly (ChoiceItem | false | null | undefined)[];
  readonly value?: string | number | null | undefined;
}

function isChosen(item: ChoiceItem, value: string | number | null | undefined): boolean {
  if (item.checked) return true;
  return Boolean(value) && item.checked !== false && String(item.value) === String(value);
}

/** GOV.UK radios. */
export function Radios(props: RadiosProps) {
  const idPrefix = props.idPrefix || props.name;
  const notes = { id: idPrefix, hint: props.hint, errorMessage: props.errorMessage };
  const describedBy = describedByNotes(notes, props.fieldset?.describedBy);
  return (
    <ChoicesShell kind="radios" choices={props} idPrefix={idPrefix} describedBy={describedBy}>
      {props.items.map((item, index) => {
        if (!item) return null;
        if (item.divider) return <div class="govuk-radios__divider">{item.divider}</div>;
        return (
          <Choice
            kind="radios"
            item={item}
            id={choiceId(item, idPrefix, index)}
            name={props.name}
            checked={isChosen(item, props.value)}
          />
        );
      })}
    </ChoicesShell>
  );
}
