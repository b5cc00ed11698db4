import { DataTable, Day, InsetText, Instant, SummaryList, Tag } from '../platform/ui/index.ts';
import type { FileView } from './register.queries.ts';
import { ageBandWords, answerWords, methodWords, scamWords } from './register.words.ts';

/** Somebody on the register, with the form token of who looks. */
export interface FileProps extends FileView {
  csrf: string;
  agencyId: string;
}

/** Codes in words, or that it is not known. */
export const listed = (codes: readonly string[], words: Readonly<Record<string, string>>): string =>
  codes.map((code) => words[code] ?? code).join(', ') || 'Not known';

/** What is known of a person. */
export const Profile = ({ file }: FileProps) => (
  <>
    <SummaryList
      rows={[
        { key: 'Age', value: ageBandWords[file.ageBand] },
        { key: 'Lives alone', value: answerWords[file.livesAlone] },
        { key: 'Concern about capacity', value: answerWords[file.capacityConcern] },
        { key: 'Concern about financial abuse', value: answerWords[file.financialAbuse] },
        { key: 'Kinds of scam', value: listed(file.scamTypes, scamWords) },
        { key: 'How it was done', value: listed(file.methods, methodWords) },
        {
          key: 'When',
          value:
            file.firstOn && file.lastOn
              ? [<Day day={file.firstOn} />, ' to ', <Day day={file.lastOn} />]
              : 'Not known',
        },
        { key: 'Bank told', value: answerWords[file.bankTold] },
        { key: 'What is done for them', value: file.intervention || 'Nothing yet' },
        { key: 'Consent or basis', value: file.basis || 'Not written down' },
      ]}
    />
    <p class="govuk-body">
      <a class="govuk-link" href={`/register/${file.id}/profile`}>
        Change the profile
      </a>
    </p>
  </>
);

/** Why a person is as urgent as they are, fact by fact. */
export const Priority = ({ file }: FileProps) => (
  <>
    <p class="govuk-body">{file.routeWhy}</p>
    {file.priorityWhy.length === 0 ? (
      <p class="govuk-body">Nothing that is known of them gives points yet.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {file.priorityWhy.map(({ words, points }) => (
          <li>
            {words}: {points}
          </li>
        ))}
      </ul>
    )}
    <p class="govuk-body">
      {file.priority} points, as worked out on <Day day={file.priorityOn} />.{' '}
      <a class="govuk-link" href="/register/rules">
        The rules
      </a>
    </p>
  </>
);

/** Every list and report that names a person, and whom to ask for what is not shown. */
export const Sources = ({ person, contact }: FileProps) => (
  <>
    <DataTable
      caption="Who names them"
      captionClasses="govuk-visually-hidden"
      rows={person.sources}
      columns={[
        { heading: 'List or source', cell: (source) => source.source },
        { heading: 'Agency', cell: (source) => source.agencyName },
        { heading: 'As it says', cell: (source) => source.label },
        {
          heading: 'What it says',
          cell: (source) =>
            [
              source.fields.dateOfBirth,
              contact?.hidesAddress ? 'address hidden' : source.fields.address,
              contact?.hidesAddress ? undefined : source.fields.postcode,
              source.fields.phone,
            ]
              .filter(Boolean)
              .join(' · '),
        },
        { heading: 'Since', cell: (source) => <Instant at={source.receivedAt} /> },
        {
          heading: 'Handling',
          cell: (source) =>
            source.handling === 'restricted' ? <Tag classes="govuk-tag--red">Restricted</Tag> : 'Victim list',
        },
      ]}
      empty={{
        title: 'No list that you see names them any more',
        children:
          'The row was taken off its list, or the agreement that opened it has ended. The file stays.',
      }}
    />
    {person.asks.map((ask) => (
      <InsetText>
        {ask.agencyName} holds something about them and does not open it. Ask:{' '}
        {ask.contact || 'their safeguarding lead'}
      </InsetText>
    ))}
  </>
);
