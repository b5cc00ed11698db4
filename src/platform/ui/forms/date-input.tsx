import { type Attributes, classNames, type Part, readPart, type Styled } from '../markup.ts';
import type { ChoiceGroupOptions } from './choices.tsx';
import type { ErrorMessageOptions } from './error-message.tsx';
import { describedByNotes, FieldNotes, FormGroup } from './field.tsx';
import { Fieldset, type FieldsetOptions } from './fieldset.tsx';
import { Input } from './input.tsx';

/** One box of a date. */
export interface DateInputItem {
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly value?: string | number | undefined;
  readonly classes?: string | undefined;
  /** Marks this box. With none marked, an error on the date marks all three. */
  readonly error?: boolean | undefined;
  readonly inputmode?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly pattern?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Props of {@link DateInput}. */
export interface DateInputProps extends Styled {
  readonly id: string;
  /** Put before each name with a hyphen: `due` sends `due-day`, `due-month`, `due-year`. */
  readonly namePrefix?: string | undefined;
  /** `false` leaves the box out. */
  readonly day?: DateInputItem | false | undefined;
  readonly month?: DateInputItem | false | undefined;
  readonly year?: DateInputItem | false | undefined;
  /** Boxes other than day, month and year, for dates without a day. */
  readonly items?: readonly (DateInputItem | false | null | undefined)[] | undefined;
  /** Values by name as sent. */
  readonly values?: Readonly<Record<string, string | number | undefined>> | undefined;
  readonly fieldset?: FieldsetOptions | undefined;
  readonly hint?: Part;
  readonly errorMessage?: Part<ErrorMessageOptions>;
  readonly formGroup?: ChoiceGroupOptions | undefined;
}

type Unit = 'day' | 'month' | 'year';
const units: readonly Unit[] = ['day', 'month', 'year'];

interface Box {
  readonly item: DateInputItem;
  readonly name: string;
  readonly width: 2 | 4;
  readonly value: string | number | undefined;
}

function unitBox(props: DateInputProps, unit: Unit): Box {
  const width = unit === 'year' ? 4 : 2;
  const item = props[unit] || { classes: `govuk-input--width-${width}` };
  return { item, name: item.name ?? unit, width, value: item.value ?? props.values?.[unit] };
}

function boxes(props: DateInputProps): readonly Box[] {
  if (!props.items?.length) {
    return units.flatMap((unit) => {
      if (props[unit] === false) return [];
      const box = unitBox(props, unit);
      // Options given for the unit replace the unprefixed values, as the macro has it.
      return props[unit] ? { ...box, value: box.item.value } : box;
    });
  }
  return props.items.flatMap((item) => {
    if (!item) return [];
    const unit = units.find((each) => item.name === each || item.name === (props[each] || undefined)?.name);
    const given = unit && unitBox(props, unit);
    return [{ item, name: item.name ?? '', width: given?.width ?? 2, value: item.value ?? given?.value }];
  });
}

function isMarked(item: DateInputItem): boolean {
  return Boolean(item.error) || Boolean(item.classes?.includes('govuk-input--error'));
}

function boxClasses({ item, width }: Box, marked: boolean): string {
  return classNames(
    'govuk-date-input__input',
    marked && !item.classes?.includes('govuk-input--error') && 'govuk-input--error',
    !item.classes?.includes('govuk-input--width-') && `govuk-input--width-${width}`,
    item.classes,
  );
}

function DateBox({ date, box, marked }: { date: DateInputProps; box: Box; marked: boolean }) {
  const sentName = date.namePrefix ? `${date.namePrefix}-${box.name}` : box.name;
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{
          children: box.item.label || box.name.charAt(0).toUpperCase() + box.name.slice(1).toLowerCase(),
          classes: 'govuk-date-input__label',
        }}
        id={box.item.id || `${date.id}-${box.name}`}
        name={sentName}
        classes={boxClasses(box, marked)}
        value={box.value ?? date.values?.[sentName]}
        inputmode={box.item.inputmode || 'numeric'}
        autocomplete={box.item.autocomplete}
        pattern={box.item.pattern}
        attributes={box.item.attributes}
      />
    </div>
  );
}

/** GOV.UK date input. */
export function DateInput(props: DateInputProps) {
  const notes = { id: props.id, hint: props.hint, errorMessage: props.errorMessage };
  const hasError = readPart(props.errorMessage) !== undefined;
  const all = boxes(props);
  const anyMarked = all.some((box) => isMarked(box.item));
  const inside = (
    <>
      <FieldNotes {...notes} />
      <div class={classNames('govuk-date-input', props.classes)} {...props.attributes} id={props.id}>
        {props.formGroup?.beforeInputs}
        {all.map((box) => (
          <DateBox
            date={props}
            box={box}
            marked={isMarked(box.item) || (box.item.error !== false && hasError && !anyMarked)}
          />
        ))}
        {props.formGroup?.afterInputs}
      </div>
    </>
  );
  return (
    <FormGroup hasError={hasError} formGroup={props.formGroup}>
      {props.fieldset ? (
        <Fieldset
          {...props.fieldset}
          describedBy={describedByNotes(notes, props.fieldset.describedBy)}
          role="group"
        >
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  );
}
