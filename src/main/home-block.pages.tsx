import type { Content } from '../platform/ui/index.ts';
import type { HomeLine } from './home-register.tsx';

/** A kind of work with its lines; nothing at all when nothing of it waits. */
export const Block = ({
  title,
  lines,
  more,
  after,
  classes = '',
}: {
  title: string;
  lines: readonly HomeLine[];
  more?: { href: string; text: string };
  /** A sentence beneath the lines. */
  after?: Content;
  classes?: string;
}) =>
  lines.length === 0 ? null : (
    <section class={`bw-home__block ${classes}`.trim()}>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {lines.map((line) => (
          <li>
            <a class="govuk-link" href={line.href}>
              {line.text}
            </a>
            <br />
            {line.about}
          </li>
        ))}
      </ul>
      {after && <p class="govuk-body-s">{after}</p>}
      {more && (
        <p class="govuk-body">
          <a class="govuk-link" href={more.href}>
            {more.text}
          </a>
        </p>
      )}
    </section>
  );
