import { type Content, classNames, type Part, readPart, type Styled } from '../markup.ts';
import { Tag, type TagProps } from './tag.tsx';

/** State of a task: words, or a tag where the task still wants doing. */
export interface TaskStatus {
  readonly tag?: TagProps | undefined;
  readonly children?: Content;
  readonly classes?: string | undefined;
}

/** One task. */
export interface TaskListItem {
  readonly title: Part<{ readonly classes?: string | undefined }>;
  readonly hint?: Part;
  readonly status: TaskStatus;
  readonly href?: string | undefined;
  readonly classes?: string | undefined;
}

/** Props of {@link TaskList}. */
export interface TaskListProps extends Styled {
  readonly items: readonly (TaskListItem | false | null | undefined)[];
  readonly idPrefix?: string | undefined;
}

function Task({ item, id }: { readonly item: TaskListItem; readonly id: string }) {
  const title = readPart<{ classes?: string | undefined }>(item.title);
  const hint = readPart<Styled>(item.hint);
  return (
    <li
      class={classNames(
        'govuk-task-list__item',
        item.href && 'govuk-task-list__item--with-link',
        item.classes,
      )}
    >
      <div class="govuk-task-list__name-and-hint">
        {item.href ? (
          <a
            class={classNames('govuk-link govuk-task-list__link', title?.classes)}
            href={item.href}
            aria-describedby={classNames(hint && `${id}-hint`, `${id}-status`)}
          >
            {title?.children}
          </a>
        ) : (
          <div class={title?.classes}>{title?.children}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {hint.children}
          </div>
        )}
      </div>
      <div class={classNames('govuk-task-list__status', item.status.classes)} id={`${id}-status`}>
        {item.status.tag ? <Tag {...item.status.tag} /> : item.status.children}
      </div>
    </li>
  );
}

/** GOV.UK task list. */
export function TaskList({ items, idPrefix, classes, attributes }: TaskListProps) {
  return (
    <ul class={classNames('govuk-task-list', classes)} {...attributes}>
      {items.map(
        (item, index) => item && <Task item={item} id={`${idPrefix || 'task-list'}-${index + 1}`} />,
      )}
    </ul>
  );
}
