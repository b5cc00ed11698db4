import { Button, Day, Details, EmptyState, Form } from '../platform/ui/index.ts';
import { MeetingTag } from './meeting.pages.tsx';
import type { Meeting } from './meeting.store.ts';
import { seriesKindWords } from './meeting.words.ts';
import type { Series } from './series.store.ts';

export interface MeetingsPageProps {
  coming: readonly Meeting[];
  past: readonly Meeting[];
  series: readonly Series[];
  /** Shown once, just after it was made. */
  calendarHref: string | undefined;
  csrf: string;
}

/** The meetings of the viewer's services: what comes, what was held, and the series. */
export const MeetingsPage = ({ coming, past, series, calendarHref, csrf }: MeetingsPageProps) => (
  <>
    <h1 class="govuk-heading-l">Meetings</h1>
    {coming.length + past.length === 0 && (
      <EmptyState title="Your services sit at no meeting">
        The meetings that a service of yours is a member of would be listed here. A co-ordinator adds services
        to a meeting.
      </EmptyState>
    )}
    {coming.length > 0 && <MeetingList title="Coming" meetings={coming} />}
    {past.length > 0 && <MeetingList title="Held" meetings={past} />}
    <h2 class="govuk-heading-m">Related</h2>
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/tasks?mine=yes&amp;status=live">
          Tasks for your service
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/returns">
          Figures your service returns
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/board">
          Totals for the Management Board
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/publicity">
          Successes for publicity
        </a>
      </li>
    </ul>
    <Details summary="How often each meeting is held, and who sits at it">
      <ul class="govuk-list govuk-list--bullet">
        {series.map((s) => (
          <li>
            <a class="govuk-link" href={`/meeting-series/${s.id}`}>
              {s.name}
            </a>{' '}
            ({seriesKindWords[s.kind]})
          </li>
        ))}
      </ul>
    </Details>
    <Details summary="See these meetings in your own calendar" open={calendarHref !== undefined}>
      {calendarHref ? (
        <>
          <p class="govuk-body">
            Add this address to your calendar program. It is yours alone: whoever has it sees when and where
            you meet, and nothing about anybody. It is shown once.
          </p>
          <p class="govuk-body">
            <code>{calendarHref}</code>
          </p>
        </>
      ) : (
        <p class="govuk-body">
          Make a private address for your calendar program. It gives names, times and places of meetings, and
          nothing about anybody.
        </p>
      )}
      <Form action="/meetings/calendar-link" csrfToken={csrf}>
        <Button classes="govuk-button--secondary">
          {calendarHref ? 'Make another and end this one' : 'Make a private address'}
        </Button>
      </Form>
    </Details>
  </>
);

const MeetingList = ({ title, meetings }: { title: string; meetings: readonly Meeting[] }) => (
  <>
    <h2 class="govuk-heading-m">{title}</h2>
    <ul class="govuk-list govuk-list--spaced">
      {meetings.map((m) => (
        <li>
          <a class="govuk-link" href={`/meetings/${m.id}`}>
            {m.seriesName}, <Day day={m.heldOn} weekday />
          </a>{' '}
          at {m.startsAt}, {m.place} {m.status !== 'scheduled' && <MeetingTag status={m.status} />}
        </li>
      ))}
    </ul>
  </>
);
