import {
  type Attributes,
  type Content,
  classNames,
  ids,
  type Part,
  readPart,
  type Styled,
} from '../markup.ts';
import { ErrorMessage, type ErrorMessageOptions } from './error-message.tsx';
import { Hint } from './hint.tsx';
import { Label, type LabelOptions } from './label.tsx';

/** Options of the box around a field. */
export interface FormGroupOptions extends Styled {
  readonly beforeInput?: Content;
  readonly afterInput?: Content;
}

/** What every single field takes, whatever its control. */
export interface FieldProps {
  readonly name: string;
  /** Falls back to the name. */
  readonly id?: string | undefined;
  readonly label: Part<LabelOptions>;
  readonly hint?: Part;
  readonly errorMessage?: Part<ErrorMessageOptions>;
  readonly describedBy?: string | undefined;
  readonly formGroup?: FormGroupOptions | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

interface FormGroupProps {
  readonly hasError: boolean;
  readonly formGroup?: Styled | undefined;
  readonly children: Content;
}

/** The box around a field, which carries the error rule down its left side. */
export function FormGroup({ hasError, formGroup, children }: FormGroupProps) {
  return (
    <div
      class={classNames('govuk-form-group', hasError && 'govuk-form-group--error', formGroup?.classes)}
      {...formGroup?.attributes}
    >
      {children}
    </div>
  );
}

interface NotesProps {
  readonly id: string;
  readonly hint?: Part;
  readonly errorMessage?: Part<ErrorMessageOptions>;
}

/** Hint and error of a field, in the order a screen reader should meet them. */
export function FieldNotes({ id, hint, errorMessage }: NotesProps) {
  const hintOptions = readPart<Styled>(hint);
  const errorOptions = readPart<ErrorMessageOptions>(errorMessage);
  return (
    <>
      {hintOptions && <Hint {...hintOptions} id={`${id}-hint`} />}
      {errorOptions && <ErrorMessage {...errorOptions} id={`${id}-error`} />}
    </>
  );
}

/** Ids of the notes that describe a field, after those the caller already gave. */
export function describedByNotes({ id, hint, errorMessage }: NotesProps, first?: string): string | undefined {
  return ids(first, readPart(hint) && `${id}-hint`, readPart(errorMessage) && `${id}-error`);
}

interface FieldShellProps {
  readonly field: FieldProps;
  /** Draws the control, given its id and what describes it. */
  readonly control: (id: string, describedBy: string | undefined) => Content;
}

/** Label, hint, error and control, tied together by ids. */
export function FieldShell({ field, control }: FieldShellProps) {
  const id = field.id || field.name;
  const notes = { id, hint: field.hint, errorMessage: field.errorMessage };
  const label = readPart<LabelOptions>(field.label);
  return (
    <FormGroup hasError={readPart(field.errorMessage) !== undefined} formGroup={field.formGroup}>
      {label && <Label {...label} for={id} />}
      <FieldNotes {...notes} />
      {control(id, describedByNotes(notes, field.describedBy))}
    </FormGroup>
  );
}
