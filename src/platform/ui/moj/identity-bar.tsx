import { type Content, classNames, hasContent, type Styled } from '../markup.ts';
import { ButtonMenu, type ButtonMenuProps } from './button-menu.tsx';

/** Props of {@link IdentityBar}. */
export interface IdentityBarProps extends Styled {
  readonly title?: Content;
  readonly menus?: readonly ButtonMenuProps[] | undefined;
}

/** MOJ identity bar: says whose record this is, on every page about it. */
export function IdentityBar({ title, menus, classes, attributes }: IdentityBarProps) {
  return (
    <div class={classNames('moj-identity-bar', classes)} {...attributes}>
      <div class="moj-identity-bar__container">
        <div class="moj-identity-bar__details">
          {hasContent(title) && <span class="moj-identity-bar__title">{title}</span>}
        </div>{' '}
        {menus && (
          <div class="moj-identity-bar__actions">
            {menus.map((menu) => (
              <div class="moj-identity-bar__menu">
                <ButtonMenu {...menu} />
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
