import { EditionList } from '../enforcement/index.ts';
import { consideredWords } from '../intelligence/index.ts';
import {
  DataTable,
  Day,
  Deadline,
  Details,
  type FormState,
  Instant,
  Money,
  RecordPage,
  SummaryList,
  Tag,
} from '../platform/ui/index.ts';
import { courtResultWords, paperWords } from './court.words.ts';
import type { ProsecutionView } from './prosecution.queries.ts';
import { mostProsecutions, type Prosecution } from './prosecution.store.ts';
import {
  AskForm,
  ContinuityForm,
  ItemForm,
  OutcomeForm,
  PaperForm,
  SupportForm,
} from './prosecution-form.pages.tsx';
import { Items } from './prosecution-items.pages.tsx';

/** Prosecution files of the viewer's services. */
export const ProsecutionsPage = ({ files }: { files: readonly Prosecution[] }) => (
  <>
    <h1 class="govuk-heading-l">Prosecution files</h1>
    <DataTable
      caption="Files of your services, those still open first"
      captionClasses="govuk-visually-hidden"
      rows={files}
      cappedAt={mostProsecutions}
      columns={[
        {
          heading: 'File',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/prosecutions/${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'About', cell: ({ title }) => title },
        { heading: 'Case', cell: ({ caseReference }) => caseReference },
        { heading: 'Opened', cell: ({ openedOn }) => <Day day={openedOn} /> },
        {
          heading: 'Now',
          cell: ({ hasOutcome }) =>
            hasOutcome ? (
              <Tag classes="govuk-tag--green">The court has decided</Tag>
            ) : (
              <Tag classes="govuk-tag--blue">Being built</Tag>
            ),
        },
      ]}
      empty={{
        title: 'No case of your services is on its way to court',
        children: 'A prosecution file is opened from the page of its case.',
      }}
    />
  </>
);

export interface ProsecutionPageProps extends ProsecutionView, FormState {
  /** Names of those whom files on the case are against, one a line. */
  named: readonly string[];
  /** Who could be named; undefined for whoever is not of the service. */
  onSupport: readonly { id: string; name: string }[] | undefined;
  today: string;
  csrf: string;
}

const Unit = (props: ProsecutionPageProps) => (
  <>
    {props.enquiries.length === 0 && (
      <p class="govuk-body">
        The unit was not asked yet. Ask before the file goes to the prosecutor, and again when something new
        comes up.
      </p>
    )}
    <ul class="govuk-list govuk-list--spaced">
      {props.enquiries.map((one) => (
        <li>
          {one.reference}: asked on <Day day={one.askedOn} />.{' '}
          {one.consideredOn ? (
            <>
              <Day day={one.consideredOn} />: {consideredWords.disclosure}
            </>
          ) : (
            <>
              Round: <Deadline due={one.answersOn} today={props.today} />
            </>
          )}
        </li>
      ))}
    </ul>
    {props.enquiries.every(({ consideredOn }) => consideredOn !== null) && <AskForm {...props} />}
  </>
);

const Result = (props: ProsecutionPageProps) => {
  const { outcome, told } = props;
  if (!outcome) return <OutcomeForm {...props} />;
  return (
    <SummaryList
      rows={[
        { key: 'Result', value: courtResultWords[outcome.result] },
        {
          key: 'Court',
          value: (
            <>
              {outcome.courtName}, <Day day={outcome.onDay} />
            </>
          ),
        },
        { key: 'Convicted', value: `${outcome.convictions} of ${outcome.defendants}` },
        { key: 'Fines', value: <Money pence={outcome.finePence} /> },
        { key: 'Confiscation', value: <Money pence={outcome.confiscationPence} /> },
        { key: 'Compensation', value: <Money pence={outcome.compensationPence} /> },
        { key: 'What victims are told', value: outcome.victimWords },
        {
          key: 'Victims told',
          value: told.of === 0 ? 'The register has named nobody yet' : `${told.told} of ${told.of}`,
        },
      ]}
    />
  );
};

const Support = (props: ProsecutionPageProps) => {
  const named = props.file.supporterIds;
  const choices = props.support.filter(({ officerId }) => named.includes(officerId));
  const once = [
    ...new Map(choices.map((one) => [one.officerId, { id: one.officerId, name: one.officerName }])).values(),
  ];
  return (
    <>
      {props.support.length === 0 && (
        <p class="govuk-body">
          Nobody. An analyst who supports the case to court leaves the intelligence unit for it: the directory
          gives them the role, and your agency agrees. What stood behind the case stays closed to them
          afterwards.
        </p>
      )}
      <ul class="govuk-list govuk-list--spaced">
        {props.support.map((line) => (
          <li>
            <Instant at={line.at} />: {line.officerName} {line.isNamed ? 'was named' : 'ended'} ({line.words}
            ), by {line.byName}
          </li>
        ))}
      </ul>
      {props.onSupport && props.onSupport.length > 0 && (
        <Details summary="Name somebody" open={props.form === 'support'}>
          <SupportForm {...props} isNamed choices={props.onSupport} />
        </Details>
      )}
      {props.onSupport && once.length > 0 && (
        <Details summary="End somebody’s support" open={props.form === 'end-support'}>
          <SupportForm {...props} isNamed={false} choices={once} />
        </Details>
      )}
    </>
  );
};

/** A prosecution file: evidence, unused material, the intelligence unit, papers, and what the court decided. */
export function ProsecutionPage(props: ProsecutionPageProps) {
  const { file, items, broken, papers } = props;
  return (
    <RecordPage
      kind="Prosecution file"
      name={`${file.reference}: ${file.title}`}
      facts={[
        {
          label: 'Case',
          value: (
            <a class="govuk-link" href={`/cases/${file.caseId}`}>
              {file.caseReference}
            </a>
          ),
        },
        { label: 'Brought by', value: `${file.serviceName}, ${file.agencyName}` },
        { label: 'Opened', value: <Day day={file.openedOn} /> },
      ]}
      sections={[
        {
          id: 'exhibits',
          title: 'Exhibits',
          children: (
            <Items
              items={items.filter(({ isUsed }) => isUsed)}
              of={file.id}
              broken={broken}
              empty="There is no exhibit yet."
            />
          ),
        },
        {
          id: 'unused',
          title: 'Unused material',
          children: (
            <Items
              items={items.filter(({ isUsed }) => !isUsed)}
              of={file.id}
              broken={broken}
              empty="Nothing yet: what was taken and is not relied on goes here, and not away."
            />
          ),
        },
        { id: 'unit', title: 'Intelligence unit', children: <Unit {...props} /> },
        {
          id: 'papers',
          title: 'Papers',
          children:
            papers.length === 0 ? (
              <p class="govuk-body">No paper was made yet.</p>
            ) : (
              <EditionList
                editions={papers}
                words={paperWords}
                under={`/prosecutions/${file.id}/papers`}
                isAddressHidden={false}
              />
            ),
        },
        { id: 'support', title: 'Evidential support', children: <Support {...props} /> },
        { id: 'outcome', title: 'Outcome', children: <Result {...props} /> },
      ]}
      actions={
        <>
          <Details summary="Add an item" open={props.form === 'item'}>
            <ItemForm {...props} />
          </Details>
          {items.length > 0 && (
            <Details summary="Add to the continuity of an item" open={props.form === 'continuity'}>
              <ContinuityForm {...props} />
            </Details>
          )}
          <Details summary="Make a paper" open={props.form === 'paper'}>
            <PaperForm {...props} />
          </Details>
        </>
      }
    />
  );
}
