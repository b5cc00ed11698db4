import { type Attributes, classNames, readPart } from '../markup.ts';
import { type FieldProps, FieldShell } from './field.tsx';

/** One choice of a select. */
export interface SelectItem {
  /** Left out, the words themselves are sent. */
  readonly value?: string | number | undefined;
  readonly text?: string | number | undefined;
  readonly selected?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Props of {@link Select}. */
export interface SelectProps extends FieldProps {
  readonly items?: readonly (SelectItem | false | null | undefined)[] | undefined;
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
}

function isSelected(item: SelectItem, value: string | number | undefined): boolean {
  if (item.selected) return true;
  if (item.selected === false || !value) return false;
  return String(item.value ?? item.text) === String(value);
}

/** GOV.UK select. */
export function Select(props: SelectProps) {
  return (
    <FieldShell
      field={props}
      control={(id, describedBy) => (
        <>
          {props.formGroup?.beforeInput}
          <select
            class={classNames(
              'govuk-select',
              props.classes,
              readPart(props.errorMessage) && 'govuk-select--error',
            )}
            id={id}
            name={props.name}
            disabled={props.disabled}
            aria-describedby={describedBy}
            {...props.attributes}
          >
            {props.items?.map(
              (item) =>
                item && (
                  <option
                    value={item.value === undefined ? undefined : String(item.value)}
                    selected={isSelected(item, props.value)}
                    disabled={item.disabled}
                    {...item.attributes}
                  >
                    {item.text}
                  </option>
                ),
            )}
          </select>
          {props.formGroup?.afterInput}
        </>
      )}
    />
  );
}
