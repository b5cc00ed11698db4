import type { HomeLine } from './home-register.tsx';

/** A kind of work with its lines; nothing at all when nothing of it waits. */
export const Block = ({
  title,
  lines,
  more,
}: {
  title: string;
  lines: readonly HomeLine[];
  more?: { href: string; text: string };
}) =>
  lines.length === 0 ? null : (
    <section>
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
      {more && (
        <p class="govuk-body">
          <a class="govuk-link" href={more.href}>
            {more.text}
          </a>
        </p>
      )}
    </section>
  );
