import { Button } from '../forms/button.tsx';
import type { ErrorMessageOptions } from '../forms/error-message.tsx';
import { Input } from '../forms/input.tsx';
import type { LabelOptions } from '../forms/label.tsx';
import { type Attributes, type Content, classNames, type Part, readPart, type Styled } from '../markup.ts';

/** Props of {@link Search}. */
export interface SearchProps extends Styled {
  readonly action: string;
  readonly method?: 'get' | 'post' | undefined;
  readonly csrf?: { readonly name?: string | undefined; readonly value: string } | undefined;
  readonly label: Part<LabelOptions>;
  readonly hint?: Part;
  readonly layout?: 'inline' | 'stacked' | undefined;
  readonly iconButton?: boolean | undefined;
  readonly input?: SearchInputOptions | undefined;
  readonly button?: SearchButtonOptions | undefined;
}

/** Options of the box. */
export interface SearchInputOptions extends Styled {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly errorMessage?: Part<ErrorMessageOptions>;
}

/** Options of the button. */
export interface SearchButtonOptions extends Styled {
  readonly children?: Content;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}

function Lens() {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 21 20"
      fill="none"
      aria-hidden="true"
      focusable="false"
      xmlns="http://www.w3.org/2000/svg"
    >
      <circle cx="8.9" cy="8.2" r="6.3" stroke="currentColor" stroke-width="2.2" />
      <path d="M13.2 12.9l6.4 6.3" stroke="currentColor" stroke-width="2.2" />
    </svg>
  );
}

function SearchButton({ search }: { readonly search: SearchProps }) {
  const isIcon = Boolean(search.iconButton) && search.layout !== 'stacked';
  const { button } = search;
  return (
    <Button
      id={button?.id}
      name={button?.name}
      value={button?.value}
      attributes={button?.attributes}
      classes={classNames('moj-search__button', isIcon && 'moj-search__button--icon', button?.classes)}
    >
      {isIcon
        ? [<Lens />, <span class="govuk-visually-hidden">{button?.children || 'search'}</span>]
        : button?.children}
    </Button>
  );
}

/** MOJ search. */
export function Search(props: SearchProps) {
  const isStacked = props.layout === 'stacked';
  const label = readPart<LabelOptions>(props.label);
  const hint = readPart<Styled>(props.hint);
  const name = props.input?.name ?? 'search';
  const classes = classNames('moj-search', isStacked && 'moj-search--stacked', props.classes);
  const attributes: Attributes = props.attributes ?? {};
  return (
    <search class={classes} {...attributes}>
      <form action={props.action} method={props.method ?? 'get'}>
        {props.csrf && <input type="hidden" name={props.csrf.name ?? '_csrf'} value={props.csrf.value} />}
        <Input
          id={props.input?.id}
          name={name}
          type="search"
          value={props.input?.value}
          autocomplete={props.input?.autocomplete}
          errorMessage={props.input?.errorMessage}
          classes={classNames('moj-search__input', props.input?.classes)}
          attributes={props.input?.attributes}
          label={label && { ...label, classes: classNames('moj-search__label', label.classes) }}
          hint={hint && { ...hint, classes: classNames('moj-search__hint', hint.classes) }}
          inputWrapper={{ classes: 'moj-search__input-wrapper' }}
          formGroup={isStacked ? undefined : { afterInput: <SearchButton search={props} /> }}
        />
        {isStacked && <SearchButton search={props} />}
      </form>
    </search>
  );
}
