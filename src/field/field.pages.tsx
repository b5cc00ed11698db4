import type { Content } from '../platform/ui/index.ts';
import type { FieldDay } from './day.queries.ts';

/**
 * The page that a telephone keeps: it names nobody and holds nothing of the day, so that it may stand in the browser's cache. The
 * script fills it; without script it holds the day as an ordinary page.
 */
export const FieldShell = ({ children }: { children?: Content }) => (
  <html lang="en-GB" class="govuk-template govuk-template--rebranded">
    <head>
      <meta charset="utf-8" />
      <title>Field – Bailiwick</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#1d2733" />
      <meta name="robots" content="noindex, nofollow" />
      <link rel="manifest" href="/assets/field.webmanifest" />
      <link rel="icon" href="/assets/field-192.png" type="image/png" />
      <link rel="apple-touch-icon" href="/assets/field-192.png" />
      <link rel="stylesheet" href="/assets/app.css" />
    </head>
    <body class="govuk-template__body bw-field">
      <a class="govuk-skip-link" href="#content">
        Skip to main content
      </a>
      <header class="bw-header">
        <div class="bw-header__inside">
          <div class="bw-header__place">
            <a class="bw-header__product" href="/field">
              Bailiwick field
            </a>
          </div>
          <ul class="bw-header__account">
            <li>
              <a class="bw-header__link" href="/home">
                Home
              </a>
            </li>
          </ul>
        </div>
      </header>
      <div class="govuk-width-container">
        <main class="govuk-main-wrapper bw-main" id="content" tabindex={-1}>
          {children ?? (
            <>
              <h1 class="govuk-heading-l">Field</h1>
              <p class="govuk-body">
                This page needs script to work without a network. Without script,{' '}
                <a class="govuk-link" href="/home">
                  use the ordinary pages
                </a>
                .
              </p>
            </>
          )}
        </main>
      </div>
      <script type="module" src="/assets/field.js" />
    </body>
  </html>
);

/** Today's work as an ordinary page, with links to the ordinary forms. */
export function FieldPage({ day }: { day: FieldDay }) {
  const { kinds } = day.choices;
  const links = [
    kinds.includes('notice') && { href: '/penalties/new', text: 'Write a notice' },
    kinds.includes('time') && { href: '/teams/time', text: 'Log your time' },
    { href: '/screen', text: 'Screen a place for precautions' },
  ].filter((link) => link !== false);
  return (
    <>
      <h1 class="govuk-heading-l">Today</h1>
      <p class="govuk-body">
        {day.officer.name}, {day.officer.agencyName}
      </p>
      <ul class="govuk-list">
        {links.map(({ href, text }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Tasks</h2>
      <Lines
        empty="No task is being worked on, and none is due today."
        lines={day.tasks.map((task) => ({
          href: `/tasks/${task.id}`,
          text: `${task.reference}: ${task.title}`,
          also: [task.isLate ? `Late: due ${task.dueOn}` : `Due ${task.dueOn}`, task.place?.words]
            .filter(Boolean)
            .join('. '),
        }))}
      />
      <h2 class="govuk-heading-m">Patrols</h2>
      <Lines
        empty="No patrol plan is open today."
        lines={day.plans.map((plan) => ({
          ...{ href: `/teams/plans/${plan.id}`, text: plan.title },
          also: plan.place,
        }))}
      />
      <h2 class="govuk-heading-m">Days of action</h2>
      <Lines
        empty="You are on no day of action today."
        lines={day.operations.map((one) => ({
          ...{ href: `/operations/${one.id}`, text: one.name },
          also: one.parts.join(', '),
        }))}
      />
      <h2 class="govuk-heading-m">Precautions</h2>
      <Lines
        empty="No place of today was looked up."
        lines={day.precautions.map(({ place, precautions, note }) => ({
          text: place,
          also: note ?? (precautions.join('. ') || 'Screened today: nothing known'),
        }))}
      />
      <h2 class="govuk-heading-m">What may I do today, and where?</h2>
      <Lines
        empty="No power is on your list for a place of today."
        lines={day.powers.map(({ where, may, mayNot }) => ({
          text: where,
          also: [
            may.length > 0 ? `You may ${may.join('; ')}.` : 'None of your powers counts here today.',
            mayNot.length > 0 && `You may not ${mayNot.join('. Nor ')}.`,
          ]
            .filter(Boolean)
            .join(' '),
        }))}
      />
    </>
  );
}

const Lines = ({
  lines,
  empty,
}: {
  lines: readonly { href?: string; text: string; also: string }[];
  empty: string;
}) =>
  lines.length === 0 ? (
    <p class="govuk-body">{empty}</p>
  ) : (
    <ul class="govuk-list govuk-list--spaced">
      {lines.map(({ href, text, also }) => (
        <li>
          {href ? (
            <a class="govuk-link" href={href}>
              {text}
            </a>
          ) : (
            text
          )}
          <br />
          {also}
        </li>
      ))}
    </ul>
  );
