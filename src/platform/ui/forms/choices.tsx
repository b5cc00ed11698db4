import {
  type Attributes,
  type Content,
  classNames,
  hasContent,
  type Part,
  readPart,
  type Styled,
} from '../markup.ts';
import type { ErrorMessageOptions } from './error-message.tsx';
import { FieldNotes, FormGroup } from './field.tsx';
import { Fieldset, type FieldsetOptions } from './fieldset.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

/** One radio or checkbox, or a divider between two ("or"). */
export interface ChoiceItem {
  readonly value?: string | number | undefined;
  readonly children?: Content;
  readonly id?: string | undefined;
  readonly hint?: Part;
  readonly label?: Styled | undefined;
  readonly checked?: boolean | null | undefined;
  readonly disabled?: boolean | undefined;
  /** Shown only while this is chosen; always shown where there is no script. */
  readonly conditional?: Content;
  readonly attributes?: Attributes | undefined;
  /** Words between two choices; everything else about the item is then ignored. */
  readonly divider?: string | undefined;
}

/** Options of the box around a group of choices. */
export interface ChoiceGroupOptions extends Styled {
  readonly beforeInputs?: Content;
  readonly afterInputs?: Content;
}

/** What radios and checkboxes share. */
export interface ChoicesProps extends Styled {
  readonly name: string;
  /** Falls back to the name. The first item takes it bare, so that an error summary can link to it. */
  readonly idPrefix?: string | undefined;
  readonly fieldset?: FieldsetOptions | undefined;
  readonly hint?: Part;
  readonly errorMessage?: Part<ErrorMessageOptions>;
  readonly formGroup?: ChoiceGroupOptions | undefined;
}

interface ChoiceProps {
  readonly kind: 'radios' | 'checkboxes';
  readonly item: ChoiceItem;
  readonly id: string;
  readonly name: string;
  readonly checked: boolean;
  readonly describedBy?: string | undefined;
  readonly behaviour?: string | undefined;
}

/** One control with its label, its hint and what it reveals. */
export function Choice({ kind, item, id, name, checked, describedBy, behaviour }: ChoiceProps) {
  const hint = readPart<Styled>(item.hint);
  const hasHint = hint !== undefined && hasContent(hint.children);
  const reveals = hasContent(item.conditional);
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value ?? ''}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={reveals ? `conditional-${id}` : undefined}
          data-behaviour={behaviour}
          aria-describedby={classNames(describedBy, hasHint && `${id}-item-hint`) || undefined}
          {...item.attributes}
        />
        <Label
          classes={classNames(`govuk-${kind}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
          for={id}
        >
          {item.children}
        </Label>
        {hasHint && (
          <Hint {...hint} id={`${id}-item-hint`} classes={classNames(`govuk-${kind}__hint`, hint.classes)} />
        )}
      </div>
      {reveals && (
        <div
          class={classNames(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}

interface ChoicesShellProps {
  readonly kind: 'radios' | 'checkboxes';
  readonly choices: ChoicesProps;
  readonly idPrefix: string;
  readonly describedBy: string | undefined;
  readonly children: Content;
}

/** Fieldset, hint and error around a group of choices. */
export function ChoicesShell({ kind, choices, idPrefix, describedBy, children }: ChoicesShellProps) {
  const inside = (
    <>
      <FieldNotes id={idPrefix} hint={choices.hint} errorMessage={choices.errorMessage} />
      <div
        class={classNames(`govuk-${kind}`, choices.classes)}
        {...choices.attributes}
        data-module={`govuk-${kind}`}
      >
        {choices.formGroup?.beforeInputs}
        {children}
        {choices.formGroup?.afterInputs}
      </div>
    </>
  );
  return (
    <FormGroup hasError={readPart(choices.errorMessage) !== undefined} formGroup={choices.formGroup}>
      {choices.fieldset ? (
        <Fieldset {...choices.fieldset} describedBy={describedBy}>
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  );
}

/** Id of the nth choice, counting from nought. */
export function choiceId(item: ChoiceItem, idPrefix: string, index: number): string {
  return item.id || (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`);
}
