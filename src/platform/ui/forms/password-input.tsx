import { classNames, messageAttributes } from '../markup.ts';
import { Button } from './button.tsx';
import type { FieldProps } from './field.tsx';
import { Input } from './input.tsx';

/** Props of {@link PasswordInput}. */
export interface PasswordInputProps extends FieldProps {
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** `new-password` where one is being chosen. */
  readonly autocomplete?: string | undefined;
  readonly button?: { readonly classes?: string | undefined } | undefined;
  readonly showPasswordText?: string | undefined;
  readonly hidePasswordText?: string | undefined;
  readonly showPasswordAriaLabelText?: string | undefined;
  readonly hidePasswordAriaLabelText?: string | undefined;
  readonly passwordShownAnnouncementText?: string | undefined;
  readonly passwordHiddenAnnouncementText?: string | undefined;
}

function Toggle({ field, id }: { readonly field: PasswordInputProps; readonly id: string }) {
  return (
    <Button
      type="button"
      classes={classNames(
        'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
        field.button?.classes,
      )}
      attributes={{
        'aria-controls': id,
        'aria-label': field.showPasswordAriaLabelText ?? 'Show password',
        hidden: true,
      }}
    >
      {field.showPasswordText ?? 'Show'}
    </Button>
  );
}

/** GOV.UK password input. */
export function PasswordInput(props: PasswordInputProps) {
  const id = props.id || props.name;
  return (
    <Input
      id={id}
      name={props.name}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      describedBy={props.describedBy}
      value={props.value}
      disabled={props.disabled}
      attributes={props.attributes}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete || 'current-password'}
      classes={classNames('govuk-password-input__input govuk-js-password-input-input', props.classes)}
      inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
      formGroup={{
        classes: classNames('govuk-password-input', props.formGroup?.classes),
        attributes: {
          'data-module': 'govuk-password-input',
          ...messageAttributes({
            'show-password': props.showPasswordText,
            'hide-password': props.hidePasswordText,
            'show-password-aria-label': props.showPasswordAriaLabelText,
            'hide-password-aria-label': props.hidePasswordAriaLabelText,
            'password-shown-announcement': props.passwordShownAnnouncementText,
            'password-hidden-announcement': props.passwordHiddenAnnouncementText,
          }),
          ...props.formGroup?.attributes,
        },
        beforeInput: props.formGroup?.beforeInput,
        afterInput: [<Toggle field={props} id={id} />, props.formGroup?.afterInput],
      }}
    />
  );
}
