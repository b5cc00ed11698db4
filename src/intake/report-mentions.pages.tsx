import type { ReportPageProps } from './report.pages.tsx';

/** Who and what is named in a report, with how many other records say the same. */
export const Mentions = ({ mentions }: ReportPageProps) =>
  mentions.length === 0 ? (
    <p class="govuk-body">
      Nothing is named in this report that could be matched. You can add a person, firm, vehicle or number
      from its page.
    </p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {mentions.map((m) => (
        <li>
          <a class="govuk-link" href={`/records/${m.id}`}>
            {m.label}
          </a>{' '}
          ({m.kind}){m.others > 0 && `: also in ${m.others} other ${m.others === 1 ? 'record' : 'records'}`}
        </li>
      ))}
    </ul>
  );
