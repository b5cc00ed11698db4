import { InsetText, RecordPage, Tag } from '../platform/ui/index.ts';
import { HeldNotice } from '../records/index.ts';
import { ActionForm } from './fields.pages.tsx';
import { contactFields } from './file.fields.ts';
import { History, Leads, Losses, Referrals, Visits } from './file-done.pages.tsx';
import { type FileProps, Priority, Profile, Sources } from './file-known.pages.tsx';
import { RiskTag } from './register.pages.tsx';
import { routeWords, statusWords } from './register.words.ts';
import { safetyOf } from './safety.pages.tsx';

const Actions = ({ file, contact, joined, csrf, agencyId }: FileProps) => {
  const here = `/register/${file.id}`;
  const links: readonly [string, string][] = [
    [`${here}/visits/plan`, 'Plan a visit'],
    [`${here}/safe-contact`, 'Change how to reach them safely'],
    [`${here}/precautions`, 'Precautions'],
    [`${here}/losses`, 'Write down a loss or a saving'],
    [`${here}/referrals`, 'Refer them'],
    ...(file.offeredAgencyId === null
      ? ([[`${here}/lead`, 'Pass the lead on']] as [string, string][])
      : ([
          [
            `${here}/lead`,
            file.offeredAgencyId === agencyId ? 'Answer the offer to lead' : 'The offer of the lead',
          ],
        ] as [string, string][])),
    [
      `${here}/join`,
      joined.length > 0 ? 'Files that were joined into this one' : 'Another file is the same person',
    ],
    ...(contact?.hidesAddress ? ([[`${here}/address`, 'See the hidden address']] as [string, string][]) : []),
    ...(file.repeatDueOn
      ? ([[`${here}/repeat`, 'Ask whether it has happened again']] as [string, string][])
      : []),
  ];
  return (
    <>
      <ul class="govuk-list">
        {links.map(([href, text]) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <h3 class="govuk-heading-s">Note what happened</h3>
      <ActionForm
        action={`${here}/contact`}
        csrf={csrf}
        version={file.version}
        fields={contactFields(file.status)}
        typed={{}}
        problems={[]}
        button="Note it"
      />
    </>
  );
};

/** Somebody on the register: how to reach them first, then what is known, then what can be done. */
export const FilePage = (props: FileProps) => {
  const { file, contact, precautions, others } = props;
  return (
    <>
      <HeldNotice hold={props.hold} />
      {file.joinedInto && (
        <InsetText>
          This file was joined into{' '}
          <a class="govuk-link" href={`/register/${file.joinedInto}`}>
            the file of the same person
          </a>
          .
        </InsetText>
      )}
      {others.map((other) => (
        <InsetText>
          {other.reference}, {other.name}, was judged to be the same person.{' '}
          <a class="govuk-link" href={`/register/${file.id}/join`}>
            Look, and join the two files
          </a>
        </InsetText>
      ))}
      <RecordPage
        kind={`Victim register, ${file.reference}`}
        name={file.name}
        facts={[
          { label: 'Risk', value: <RiskTag risk={file.risk} /> },
          { label: 'Status', value: statusWords[file.status] },
          { label: 'Taken on by', value: routeWords[file.route] },
          { label: 'Leads', value: file.leadName },
          ...(file.isRevictimised
            ? [{ label: 'Again', value: <Tag classes="govuk-tag--red">Victim again</Tag> }]
            : []),
        ]}
        safety={safetyOf(contact, precautions)}
        sections={[
          { id: 'priority', title: 'Why this priority', children: <Priority {...props} /> },
          { id: 'profile', title: 'Profile', children: <Profile {...props} /> },
          { id: 'sources', title: 'Who names them', children: <Sources {...props} /> },
          { id: 'visits', title: 'Visits', children: <Visits {...props} /> },
          { id: 'losses', title: 'Losses and savings', children: <Losses {...props} /> },
          { id: 'referrals', title: 'Referrals', children: <Referrals {...props} /> },
          { id: 'lead', title: 'Lead agency', children: <Leads {...props} /> },
          { id: 'history', title: 'History', children: <History {...props} /> },
        ]}
        actions={<Actions {...props} />}
      />
    </>
  );
};
