import { consulteesOn } from '../../reference/pspo.ts';
import { Day, SummaryList, Table } from '../platform/ui/index.ts';
import type { PspoPageProps } from './pspo.pages.tsx';
import { standingOn } from './pspo.ts';
import { answerWords, standingWords } from './pspo.words.ts';

/** The days of an order, each with how it was counted. */
export const Days = ({ file, today }: PspoPageProps) => (
  <SummaryList
    rows={[
      { key: 'Today', value: standingWords[standingOn(file, today)] },
      file.consultFrom !== null &&
        file.consultUntil !== null && {
          key: 'Consultation',
          value: (
            <>
              <Day day={file.consultFrom} /> to <Day day={file.consultUntil} />
            </>
          ),
        },
      file.madeOn !== null && { key: 'Made', value: <Day day={file.madeOn} /> },
      file.startsOn !== null && { key: 'First day', value: <Day day={file.startsOn} /> },
      file.endsOn !== null && {
        key: 'Last day',
        value: (
          <>
            <Day day={file.endsOn} />
            {file.endsWhy && <span class="govuk-hint"> {file.endsWhy}</span>}
          </>
        ),
      },
      file.challengeUntil !== null && {
        key: 'The High Court may be asked until',
        value: (
          <>
            <Day day={file.challengeUntil} />
            <span class="govuk-hint"> {file.challengeWhy}</span>
          </>
        ),
      },
      file.publishedOn !== null && { key: 'Last published', value: <Day day={file.publishedOn} /> },
      file.endedOn !== null && { key: 'Ended', value: <Day day={file.endedOn} /> },
      file.minute !== null && {
        key: 'Decision',
        value: [file.decidedBy, file.minute].filter(Boolean).join(', '),
      },
    ]}
  />
);

/** Whom the Act names, whether they were told, and what they answered. */
export const Consultees = ({ facts }: PspoPageProps) => {
  if (!facts || facts.file.consultRound === 0) return <p class="govuk-body">Nobody was consulted yet.</p>;
  return (
    <Table
      caption="Whom the Act names, in the latest consultation"
      head={['Consultee', 'Told', 'Answer'].map((children) => ({ children }))}
      rows={consulteesOn(facts.today, facts.file.isRightOfWay).map(({ code, words }) => {
        const line = facts.consultees.find(({ consultee }) => consultee === code);
        const told = line ? line.isNone ? 'None, or not practicable' : <Day day={line.toldOn} /> : 'Not yet';
        const answer = line?.answer ? answerWords[line.answer] : 'None recorded';
        return [{ children: words }, { children: told }, { children: answer }];
      })}
    />
  );
};
/** Who may enforce the order. */
export const Officers = ({ facts }: PspoPageProps) =>
  !facts || facts.officers.length === 0 ? (
    <p class="govuk-body">
      Nobody is authorised for this order: no officer of the council can issue a penalty for breaking it.
    </p>
  ) : (
    <Table
      caption="Officers authorised for this order"
      head={['Officer', 'From', 'To'].map((children) => ({ children }))}
      rows={facts.officers.map((one) => [
        { children: one.name },
        { children: <Day day={one.fromOn} /> },
        { children: one.untilOn ? <Day day={one.untilOn} /> : 'Until it is ended' },
      ])}
    />
  );
/** The places for signs, and which are up. */
export const Signs = ({ file }: PspoPageProps) =>
  file.signs.length === 0 ? (
    <p class="govuk-body">The file names no places for signs.</p>
  ) : (
    <>
      <p class="govuk-body">
        {file.signsCheckedOn ? (
          <>
            Looked at on <Day day={file.signsCheckedOn} />.
          </>
        ) : (
          'Nobody has looked at them yet.'
        )}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {file.signs.map((sign) => (
          <li>
            {sign}: {file.signsUp.includes(sign) ? 'up' : 'not recorded as up'}
          </li>
        ))}
      </ul>
    </>
  );
