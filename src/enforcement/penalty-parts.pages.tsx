import { flyTipLandTypes, flyTipSizes, flyTipWasteTypes } from '../../reference/fly-tip.ts';
import { type Content, Day, Details, Instant, Money, SummaryList, Table } from '../platform/ui/index.ts';
import { ExhibitWords } from './exhibit.pages.tsx';
import type { PenaltyPageProps } from './penalty.pages.tsx';
import { offenceName } from './penalty.ts';
import { documentKindWords, evidenceKindWords, identifiedByWords, serviceMethods } from './penalty.words.ts';

const nameOf = (words: readonly { code: string; name: string }[], code: string | null): string =>
  words.find((word) => word.code === code)?.name ?? 'Not given';

export const Offence = ({ penalty, report }: PenaltyPageProps) => (
  <SummaryList
    rows={[
      { key: 'Offence', value: offenceName(penalty.offence) },
      {
        key: 'When',
        value: penalty.offenceOn ? (
          <>
            <Day day={penalty.offenceOn} />
            {penalty.offenceTime ? ` at ${penalty.offenceTime}` : ', time not given'}
          </>
        ) : (
          'Not given'
        ),
      },
      {
        key: 'Where',
        value: [penalty.placeWords, penalty.districtName].filter(Boolean).join(', ') || 'Not given',
      },
      penalty.pspoId !== null && {
        key: 'Order broken',
        value: (
          <a class="govuk-link" href={`/public-spaces/${penalty.pspoId}`}>
            {penalty.pspoReference ?? 'Not published'}
          </a>
        ),
      },
      penalty.offence === 'fly-tipping' && {
        key: 'What was tipped',
        value: `${nameOf(flyTipWasteTypes, penalty.wasteType)}; ${nameOf(flyTipSizes, penalty.wasteSize)}; ${nameOf(flyTipLandTypes, penalty.landType)}`,
      },
      {
        key: 'What shows who did it',
        value: penalty.identifiedBy ? identifiedByWords[penalty.identifiedBy] : 'Not given',
      },
      report && {
        key: 'From report',
        value: (
          <a class="govuk-link" href={`/reports/${report.id}`}>
            {report.reference}
          </a>
        ),
      },
      penalty.caseId !== null && {
        key: 'On case',
        value: (
          <a class="govuk-link" href={`/cases/${penalty.caseId}`}>
            The case
          </a>
        ),
      },
    ]}
  />
);

export const Recipient = ({ recipient, penalty }: PenaltyPageProps) =>
  recipient === undefined ? (
    <p class="govuk-body">
      Who it is to is known to {penalty.agencyName} alone. Ask them if you need to know.
    </p>
  ) : (
    <SummaryList
      rows={[
        {
          key: 'Name',
          value: recipient?.recordId ? (
            <a class="govuk-link" href={`/records/${recipient.recordId}`}>
              {recipient.name}
            </a>
          ) : (
            (recipient?.name ?? 'Not given')
          ),
        },
        {
          key: 'Address',
          value: recipient?.isAddressHidden
            ? 'Must stay hidden: the notice is handed over'
            : (recipient?.address ?? 'Not given'),
        },
      ]}
    />
  );

export const Evidence = ({ evidence, recipient, penalty }: PenaltyPageProps) => {
  if (recipient === undefined) return <p class="govuk-body">Evidence is kept by the issuing agency.</p>;
  if (evidence.length === 0)
    return <p class="govuk-body">None yet. Add a statement and a photograph, recording or document.</p>;
  return (
    <Table
      caption="Evidence"
      captionClasses="govuk-visually-hidden"
      head={[{ children: 'Kind' }, { children: 'What it shows' }, { children: 'Added' }]}
      rows={evidence.map((e) => [
        { children: kindWords(e.kind) },
        {
          children: (
            <ExhibitWords
              exhibit={e}
              href={recipient?.isAddressHidden ? undefined : `/penalties/${penalty.id}/evidence/${e.id}`}
            />
          ),
        },
        {
          children: (
            <>
              <Instant at={e.addedAt} />
              {e.takenAt && (
                <>
                  , taken <Instant at={e.takenAt} />
                </>
              )}
            </>
          ),
        },
      ])}
    />
  );
};
const kindWords = (kind: string): string =>
  kind in evidenceKindWords ? evidenceKindWords[kind as keyof typeof evidenceKindWords] : kind; // just found to be a key

export function AmountAndDays({ penalty, amount, payments, limit }: PenaltyPageProps) {
  const early: Content =
    penalty.earlyPence !== null && penalty.earlyUntil ? (
      <>
        <Money pence={penalty.earlyPence} /> if paid by <Day day={penalty.earlyUntil} />
      </>
    ) : (
      'None'
    );
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Amount', value: <Money pence={penalty.amountPence ?? 0} /> },
          { key: 'Early payment', value: early },
          {
            key: 'Served',
            value: penalty.servedOn ? (
              <>
                <Day day={penalty.servedOn} />:{' '}
                {penalty.servedHow ? serviceMethods[penalty.servedHow].words.toLowerCase() : ''}, by{' '}
                {penalty.servedBy}
              </>
            ) : (
              'Not recorded yet'
            ),
          },
          { key: 'Last day to pay', value: penalty.payUntil ? <Day day={penalty.payUntil} /> : '' },
          {
            key: 'Prosecution not before',
            value: penalty.prosecuteFrom ? <Day day={penalty.prosecuteFrom} /> : '',
          },
          {
            key: 'Last day to ask the court',
            value: limit ? <Day day={limit} /> : 'No limit: the offence is either-way',
          },
          {
            key: 'Paid',
            value:
              payments.length === 0
                ? 'Nothing'
                : payments.map((p) => (
                    <>
                      <Money pence={p.pence} /> on <Day day={p.paidOn} /> ({p.paymentReference}){' '}
                    </>
                  )),
          },
        ]}
      />
      <Details summary="Why this amount and these days">
        {amount?.ok && <p class="govuk-body">{amount.value.words}</p>}
        <p class="govuk-body">{penalty.deadlineWhy}</p>
        <p class="govuk-body">
          Signed under {penalty.powerBasis === 'csas' ? 'accreditation' : 'the council’s authority'}{' '}
          {penalty.powerReference}.
        </p>
      </Details>
    </>
  );
}

export function Papers({ papers, penalty, recipient }: PenaltyPageProps) {
  if (recipient === undefined) return <p class="govuk-body">The papers are kept by the issuing agency.</p>;
  if (papers.length === 0)
    return (
      <p class="govuk-body">No paper is held for this notice: it came from the council’s earlier register.</p>
    );
  return (
    <ul class="govuk-list">
      {papers.map((p) => (
        <li>
          {p.showsAddress && recipient?.isAddressHidden ? (
            `${documentKindWords[p.kind]}, edition ${p.version} (${p.format === 'pdf' ? 'PDF' : 'Word'}): kept and not shown, for an address that must stay hidden is on it`
          ) : (
            <a class="govuk-link" href={`/penalties/${penalty.id}/papers/${p.kind}/${p.version}/${p.format}`}>
              {documentKindWords[p.kind]}, edition {p.version} ({p.format === 'pdf' ? 'PDF' : 'Word'})
            </a>
          )}
          <br />
          <span class="govuk-hint">
            Made <Instant at={p.madeAt} />. SHA-256 {p.sha256.slice(0, 16)}…
          </span>
        </li>
      ))}
    </ul>
  );
}
