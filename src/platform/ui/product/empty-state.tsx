import { type Content, hasContent } from '../markup.ts';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  /** What would appear here. */
  readonly title: string;
  readonly children?: Content;
  /** How to start. */
  readonly action?: { readonly href: string; readonly children: Content } | undefined;
}

/** What stands where a list has nothing in it: what would be here, and how to start. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="bw-empty">
      <p class="bw-empty__title">{title}</p>
      {hasContent(children) && <div class="govuk-body">{children}</div>}
      {action && (
        <p class="govuk-body">
          <a class="govuk-link" href={action.href}>
            {action.children}
          </a>
        </p>
      )}
    </div>
  );
}
