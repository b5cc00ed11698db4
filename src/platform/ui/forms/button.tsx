import { type Content, classNames, type Styled } from '../markup.ts';

/** Props of {@link Button}. */
export interface ButtonProps extends Styled {
  readonly children?: Content;
  /** Makes it a link that looks like a button. Only for moving on, never for doing. */
  readonly href?: string | undefined;
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | number | undefined;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly isStartButton?: boolean | undefined;
  readonly preventDoubleClick?: boolean | undefined;
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}

/** GOV.UK button. */
export function Button(props: ButtonProps) {
  const className = classNames('govuk-button', props.classes, props.isStartButton && 'govuk-button--start');
  // The start button is a flex box, which would swallow the spaces between words that carry mark-up.
  const words =
    props.isStartButton && typeof props.children === 'object' ? (
      <span>{props.children}</span>
    ) : (
      props.children
    );
  const inside = (
    <>
      {words}
      {props.isStartButton && <StartIcon />}
    </>
  );
  if (props.href) {
    return (
      <a
        href={props.href}
        role="button"
        draggable={false}
        class={className}
        data-module="govuk-button"
        id={props.id}
        {...props.attributes}
      >
        {inside}
      </a>
    );
  }
  return (
    <button
      type={props.type || 'submit'}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      class={className}
      data-module="govuk-button"
      id={props.id}
      {...props.attributes}
    >
      {inside}
    </button>
  );
}
