import { Button, type ButtonProps } from '../forms/button.tsx';
import { classNames, type Styled } from '../markup.ts';

/** Props of {@link ButtonMenu}. */
export interface ButtonMenuProps extends Styled {
  readonly items: readonly ButtonProps[];
  readonly button?: { readonly text?: string | undefined; readonly classes?: string | undefined } | undefined;
  readonly alignMenu?: 'left' | 'right' | undefined;
}

/** MOJ button menu. Without script its buttons stand side by side. */
export function ButtonMenu({ items, button, alignMenu, classes, attributes }: ButtonMenuProps) {
  return (
    <div
      class={classNames('moj-button-menu', classes)}
      data-module="moj-button-menu"
      {...attributes}
      data-button-text={button?.text}
      data-button-classes={button?.classes}
      data-align-menu={alignMenu}
    >
      {items.map((item) => (
        <Button
          {...item}
          classes={classNames('moj-button-menu__item govuk-button--secondary', item.classes)}
        />
      ))}
    </div>
  );
}
