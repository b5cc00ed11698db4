import { type Attributes, classNames, type Messages, messageAttributes } from '../markup.ts';
import { Hint } from './hint.tsx';
import { Textarea, type TextareaProps } from './textarea.tsx';

/** Props of {@link CharacterCount}. Give one of `maxlength` and `maxwords`. */
export interface CharacterCountProps
  extends Omit<TextareaProps, 'describedBy' | 'autocomplete' | 'disabled'> {
  readonly maxlength?: number | string | undefined;
  readonly maxwords?: number | string | undefined;
  /** Per cent of the limit after which the count shows. */
  readonly threshold?: number | string | undefined;
  readonly countType?: 'characters' | 'words' | 'length' | undefined;
  readonly countMessage?: { readonly classes?: string | undefined } | undefined;
  /** Shown before the script runs; `%{count}` stands for the limit. */
  readonly textareaDescriptionText?: string | undefined;
  readonly charactersUnderLimitText?: Messages | undefined;
  readonly charactersAtLimitText?: string | undefined;
  readonly charactersOverLimitText?: Messages | undefined;
  readonly wordsUnderLimitText?: Messages | undefined;
  readonly wordsAtLimitText?: string | undefined;
  readonly wordsOverLimitText?: Messages | undefined;
}

function countAttributes(props: CharacterCountProps, countType: string | undefined): Attributes {
  const hasLimit = Boolean(props.maxwords || props.maxlength);
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': props.maxlength,
    'data-maxwords': props.maxwords,
    'data-threshold': props.threshold,
    'data-count-type': countType,
    ...messageAttributes({
      'textarea-description':
        !hasLimit && props.textareaDescriptionText ? { other: props.textareaDescriptionText } : undefined,
      'characters-under-limit': props.charactersUnderLimitText,
      'characters-at-limit': props.charactersAtLimitText,
      'characters-over-limit': props.charactersOverLimitText,
      'words-under-limit': props.wordsUnderLimitText,
      'words-at-limit': props.wordsAtLimitText,
      'words-over-limit': props.wordsOverLimitText,
    }),
    ...props.formGroup?.attributes,
  };
}

/** GOV.UK character count. */
export function CharacterCount(props: CharacterCountProps) {
  const id = props.id || props.name;
  const limit = props.maxwords || props.maxlength;
  const countType = props.countType || (props.maxwords ? 'words' : undefined);
  const unit = countType === 'words' ? 'words' : 'characters';
  const description = props.textareaDescriptionText || `You can enter up to %{count} ${unit}`;
  const message = (
    <>
      <Hint
        id={`${id}-info`}
        classes={classNames('govuk-character-count__message', props.countMessage?.classes)}
      >
        {limit ? description.replace('%{count}', String(limit)) : undefined}
      </Hint>
      {props.formGroup?.afterInput}
    </>
  );
  return (
    <Textarea
      id={id}
      name={props.name}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      value={props.value}
      rows={props.rows}
      spellcheck={props.spellcheck}
      attributes={props.attributes}
      describedBy={`${id}-info`}
      classes={classNames('govuk-js-character-count', props.classes)}
      formGroup={{
        classes: classNames('govuk-character-count', props.formGroup?.classes),
        attributes: countAttributes(props, countType),
        beforeInput: props.formGroup?.beforeInput,
        afterInput: message,
      }}
    />
  );
}
