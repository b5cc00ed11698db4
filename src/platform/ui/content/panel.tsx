import { Button } from '../forms/button.tsx';
import {
  type Attributes,
  type Content,
  classNames,
  type HeadingLevel,
  hasContent,
  headingTag,
  type Styled,
} from '../markup.ts';

/** A way on from an interruption. */
export interface PanelAction {
  readonly children: Content;
  readonly href?: string | undefined;
  readonly type?: 'button' | 'submit' | 'reset' | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Props of {@link Panel}. */
export interface PanelProps extends Styled {
  readonly title: Content;
  readonly headingLevel?: HeadingLevel | undefined;
  /** Drawn only when the classes hold `govuk-panel--interruption`. */
  readonly actions?: (Styled & { readonly items?: readonly PanelAction[] | undefined }) | undefined;
  readonly children?: Content;
}

function Action({ action }: { readonly action: PanelAction }) {
  if (!action.href || action.type === 'button') {
    return (
      <Button
        type={action.type || 'button'}
        classes={classNames('govuk-button--inverse', action.classes)}
        href={action.href}
        attributes={action.attributes}
      >
        {action.children}
      </Button>
    );
  }
  return (
    <a
      class={classNames('govuk-link govuk-link--inverse', action.classes)}
      href={action.href}
      {...action.attributes}
    >
      {action.children}
    </a>
  );
}

/** GOV.UK panel: a confirmation, or with its class an interruption. */
export function Panel({ title, headingLevel, actions, classes, attributes, children }: PanelProps) {
  const isInterruption = classes?.includes('govuk-panel--interruption') ?? false;
  const Heading = headingTag(headingLevel || 1);
  return (
    <div
      class={classNames('govuk-panel', !isInterruption && 'govuk-panel--confirmation', classes)}
      {...attributes}
    >
      <Heading class="govuk-panel__title">{title}</Heading>
      {hasContent(children) && <div class="govuk-panel__body">{children}</div>}
      {isInterruption && actions && (
        <div class={classNames('govuk-panel__actions', actions.classes)} {...actions.attributes}>
          {actions.items && actions.items.length > 0 && (
            <div class="govuk-button-group">
              {actions.items.map((action) => [<Action action={action} />, ' '])}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
