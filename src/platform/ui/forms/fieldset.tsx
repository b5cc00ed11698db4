import { type Content, classNames, hasContent, type Part, readPart, type Styled } from '../markup.ts';

/** Options of a legend beyond its words. */
export interface LegendOptions {
  readonly classes?: string | undefined;
  readonly isPageHeading?: boolean | undefined;
}

/** Options by which a group of controls asks for a fieldset. */
export interface FieldsetOptions extends Styled {
  readonly legend?: Part<LegendOptions>;
  readonly describedBy?: string | undefined;
}

/** Props of {@link Fieldset}. */
export interface FieldsetProps extends FieldsetOptions {
  readonly role?: 'group' | undefined;
  readonly children?: Content;
}

/** GOV.UK fieldset. */
export function Fieldset({ legend, describedBy, role, classes, attributes, children }: FieldsetProps) {
  const words = readPart<LegendOptions>(legend);
  return (
    <fieldset
      class={classNames('govuk-fieldset', classes)}
      role={role}
      aria-describedby={describedBy || undefined}
      {...attributes}
    >
      {words && hasContent(words.children) && (
        <legend class={classNames('govuk-fieldset__legend', words.classes)}>
          {words.isPageHeading ? <h1 class="govuk-fieldset__heading">{words.children}</h1> : words.children}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
