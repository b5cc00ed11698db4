import type { Content } from '../markup.ts';

/** Props of {@link Footer}. */
export interface FooterProps {
  readonly links?: readonly { readonly href: string; readonly children: Content }[] | undefined;
  readonly children?: Content;
}

/** Neutral footer: a line of links and whatever the service must say about itself. */
export function Footer({ links = [], children }: FooterProps) {
  return (
    <footer class="bw-footer">
      <div class="govuk-width-container">
        {links.length > 0 && (
          <>
            <h2 class="govuk-visually-hidden">About this service</h2>
            <ul class="bw-footer__links">
              {links.map((link) => (
                <li>
                  <a class="bw-footer__link" href={link.href}>
                    {link.children}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {children}
      </div>
    </footer>
  );
}
