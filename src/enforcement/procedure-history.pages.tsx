import { Instant, Timeline } from '../platform/ui/index.ts';
import type { EditionRow, ProcedureEvent } from './procedure.store.ts';

/** What happened to a file, under the heading of its section; where a reason may be read it stands below its line. */
export const History = ({
  events,
}: {
  events: readonly (Omit<ProcedureEvent, 'reason'> & { reason?: string | null })[];
}) =>
  events.length === 0 ? (
    <p class="govuk-body">Nothing has been done here yet.</p>
  ) : (
    <Timeline
      headingLevel={3}
      items={events.map((event) => ({
        label: event.words,
        when: <Instant at={event.at} />,
        byline: event.officerName ? `${event.officerName}, ${event.agencyName ?? ''}` : undefined,
        ...(event.reason ? { children: event.reason } : {}),
      }))}
    />
  );

interface EditionsProps<Kind extends string> {
  editions: readonly EditionRow<Kind>[];
  words: Readonly<Record<Kind, string>>;
  /** The address under which the papers of this file stand. */
  under: string;
  isAddressHidden: boolean;
}

/** The papers of a file with their hashes; one that an address is printed on is named and not given once it must stay hidden. */
export const EditionList = <Kind extends string>(props: EditionsProps<Kind>) => (
  <ul class="govuk-list">
    {props.editions.map((one) => {
      const name = `${props.words[one.kind]}, edition ${one.version} (${one.format === 'pdf' ? 'PDF' : 'Word'})`;
      return (
        <li>
          {one.showsAddress && props.isAddressHidden ? (
            `${name}: kept and not shown, for an address that must stay hidden is on it`
          ) : (
            <a class="govuk-link" href={`${props.under}/${one.kind}/${one.version}/${one.format}`}>
              {name}
            </a>
          )}
          <br />
          <span class="govuk-hint">
            Made <Instant at={one.madeAt} />. SHA-256 {one.sha256.slice(0, 16)}…
          </span>
        </li>
      );
    })}
  </ul>
);
