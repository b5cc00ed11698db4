import { classNames, readPart } from '../markup.ts';
import { type FieldProps, FieldShell } from './field.tsx';

/** Props of {@link Textarea}. */
export interface TextareaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** GOV.UK textarea. */
export function Textarea(props: TextareaProps) {
  return (
    <FieldShell
      field={props}
      control={(id, describedBy) => (
        <>
          {props.formGroup?.beforeInput}
          <textarea
            class={classNames(
              'govuk-textarea',
              readPart(props.errorMessage) && 'govuk-textarea--error',
              props.classes,
            )}
            id={id}
            name={props.name}
            rows={Number(props.rows || 5)}
            spellcheck={props.spellcheck}
            disabled={props.disabled}
            aria-describedby={describedBy}
            autocomplete={props.autocomplete || undefined}
            {...props.attributes}
          >
            {props.value}
          </textarea>
          {props.formGroup?.afterInput}
        </>
      )}
    />
  );
}
