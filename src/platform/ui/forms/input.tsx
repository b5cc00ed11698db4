import { type Attributes, type Content, classNames, type Part, readPart, type Styled } from '../markup.ts';
import { type FieldProps, FieldShell } from './field.tsx';

/** Kinds of text input in use. Dates have their own component and numbers are text with an input mode. */
export type InputType =
  | 'text'
  | 'email'
  | 'tel'
  | 'url'
  | 'search'
  | 'password'
  | 'number'
  | 'datetime-local'
  | 'time';

/** Props of {@link Input}. */
export interface InputProps extends FieldProps {
  readonly type?: InputType | undefined;
  readonly value?: string | number | undefined;
  readonly inputmode?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly autocapitalize?: 'none' | 'characters' | 'sentences' | 'words' | undefined;
  readonly pattern?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly prefix?: Part;
  readonly suffix?: Part;
  readonly inputWrapper?: Styled | undefined;
}

function Affix({ part, side }: { readonly part: Part; readonly side: 'prefix' | 'suffix' }) {
  const affix = readPart<Styled>(part);
  if (!affix?.children) return null;
  return (
    <div class={classNames(`govuk-input__${side}`, affix.classes)} aria-hidden="true" {...affix.attributes}>
      {affix.children}
    </div>
  );
}

function Control({
  input,
  id,
  describedBy,
}: {
  input: InputProps;
  id: string;
  describedBy?: string | undefined;
}) {
  // Spread, because preact's types make a separate union member of every kind of input.
  const kind: Attributes = { type: input.type || 'text' };
  return (
    <input
      class={classNames('govuk-input', input.classes, readPart(input.errorMessage) && 'govuk-input--error')}
      id={id}
      name={input.name}
      {...kind}
      spellcheck={input.spellcheck}
      value={input.value}
      disabled={input.disabled}
      aria-describedby={describedBy}
      autocomplete={input.autocomplete}
      autocapitalize={input.autocapitalize}
      pattern={input.pattern}
      inputmode={input.inputmode}
      {...input.attributes}
    />
  );
}

/** GOV.UK text input. */
export function Input(props: InputProps) {
  const before: Content = props.formGroup?.beforeInput;
  const after: Content = props.formGroup?.afterInput;
  const isWrapped = Boolean(
    readPart(props.prefix)?.children || readPart(props.suffix)?.children || before || after,
  );
  return (
    <FieldShell
      field={props}
      control={(id, describedBy) => {
        const control = <Control input={props} id={id} describedBy={describedBy} />;
        if (!isWrapped) return control;
        return (
          <div
            class={classNames('govuk-input__wrapper', props.inputWrapper?.classes)}
            {...props.inputWrapper?.attributes}
          >
            {before}
            <Affix part={props.prefix} side="prefix" />
            {control}
            <Affix part={props.suffix} side="suffix" />
            {after}
          </div>
        );
      }}
    />
  );
}
