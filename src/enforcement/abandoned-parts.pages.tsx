import { factorsOn } from '../../reference/abandoned.ts';
import { asTyped, Day, Details, isAgain, SummaryList, stateOf, Tag } from '../platform/ui/index.ts';
import type { AbandonedPageProps } from './abandoned.pages.tsx';
import { abandonedOpen } from './abandoned.transitions.ts';
import { decidingFactors, unassessedFactors } from './abandoned.ts';
import {
  abandonedPaperWords,
  askedOfWords,
  disposalWords,
  factorAnswerWords,
  hiddenPlaceWords,
  keeperAnswerWords,
  noticeWayWords,
  standingLandWords,
} from './abandoned.words.ts';
import { AbandonedReportForm, AssessmentForm, EnquiryForm } from './abandoned-form.pages.tsx';
import { momentWords } from './closure.time.ts';
import { EditionList } from './procedure-history.pages.tsx';

const notGiven = 'Not given';

/** The vehicle and where it stands; to other agencies make, colour and district. */
export const TheVehicle = (props: AbandonedPageProps) => {
  const { file, facts, theCase, report } = props;
  const standing = facts?.standing;
  const place = (value: string | null | undefined) =>
    standing?.isHidden ? hiddenPlaceWords : (value ?? notGiven);
  return (
    <>
      <SummaryList
        rows={[
          facts && { key: 'Mark', value: standing?.mark ?? 'No plates, or not read' },
          { key: 'Make and model', value: file.make ?? notGiven },
          { key: 'Colour', value: file.colour ?? notGiven },
          { key: 'Land', value: standingLandWords[file.landKind] },
          facts && { key: 'Where', value: place(standing?.placeWords) },
          facts && standing?.postcode ? { key: 'Postcode', value: standing.postcode } : false,
          facts && standing?.lat != null && standing.lon != null
            ? { key: 'Point', value: `${standing.lat.toFixed(5)}, ${standing.lon.toFixed(5)}` }
            : false,
          facts && file.landKind === 'private'
            ? { key: 'Occupier', value: place(standing?.occupierWords) }
            : false,
          { key: 'District', value: file.districtName ?? notGiven },
          facts && standing?.storeWords ? { key: 'Store', value: standing.storeWords } : false,
          report !== undefined && {
            key: 'From the report',
            value: (
              <a class="govuk-link" href={`/reports/${report.id}`}>
                {report.reference}
              </a>
            ),
          },
          theCase !== undefined && {
            key: 'On case',
            value: (
              <a class="govuk-link" href={`/cases/${theCase.id}`}>
                {theCase.reference}
              </a>
            ),
          },
        ]}
      />
      {facts && props.mayWrite && abandonedOpen.report.from.includes(file.status) && (
        <Details summary="Change the report" open={isAgain(props, 'report')} id="report">
          <AbandonedReportForm
            {...withReport(props)}
            action={`/abandoned-vehicles/${file.id}/edit`}
            hidden={{ version: file.version }}
          />
        </Details>
      )}
    </>
  );
};
/** What of the place is left empty to stay as it is: a postcode sent again would move a point that was given nearer. */
const kept = { postcode: '', lat: '', lon: '' };
/** The form as the report stands, or as it was typed when it is shown again. */
const withReport = (props: AbandonedPageProps) => {
  const state = stateOf(props, 'report');
  const isTyped = props.form === 'report' && Object.keys(state.typed).length > 0;
  return isTyped ? state : { ...state, typed: asTyped({ ...props.facts?.standing, ...props.file, ...kept }) };
};

const dayRow = (key: string, day: string | null) => day !== null && { key, value: <Day day={day} /> };
const row = (key: string, at: Date | null) => at !== null && { key, value: momentWords(at) };

/** Every day that counts, and how each was counted. */
export const AbandonedMoments = ({ file }: AbandonedPageProps) => {
  const whys = [
    ['The notice', file.noticeWhy],
    ['The store', file.storedWhy],
  ].filter(([, why]) => why);
  return (
    <>
      <SummaryList
        rows={[
          dayRow('First seen', file.seenOn),
          dayRow('Judged abandoned', file.judgedOn),
          row('Notice given', file.noticeAt),
          row('Not removed before', file.noticeUntil),
          dayRow('Objection', file.objectedOn),
          row('Removed', file.removedAt),
          dayRow('In the store to the end of', file.storedUntil),
          dayRow('Claimed', file.claimedOn),
          file.disposal !== null && { key: 'Disposed of', value: disposalWords[file.disposal] },
          dayRow('Ended', file.endedOn),
        ]}
      />
      {whys.length > 0 && (
        <Details summary="How these were counted">
          {whys.map(([what, why]) => (
            <p class="govuk-body">
              {what}: {why}
            </p>
          ))}
        </Details>
      )}
    </>
  );
};

/** The assessment as it stands: every factor of the day, with what was found. */
export const Assessment = (props: AbandonedPageProps) => {
  const { file, facts, today } = props;
  const found = facts?.assessment ?? [];
  const left = unassessedFactors(found, today).length;
  const isOpen = props.mayWrite && abandonedOpen.assessment.from.includes(file.status);
  return (
    <>
      <p class="govuk-body">
        {left > 0 ? `${left} ${left === 1 ? 'factor has' : 'factors have'} no answer yet. ` : ''}
        {decidingFactors(found, today).length === 0 &&
          'Nothing speaks for abandoned yet but what papers say: a vehicle without tax is not by itself abandoned.'}
      </p>
      <SummaryList
        rows={factorsOn(today).map(({ code, question }) => {
          const one = found.find(({ factor }) => factor === code);
          return {
            key: question,
            value: one ? (
              `${factorAnswerWords[one.answer]}. ${one.words}`
            ) : (
              <Tag classes="govuk-tag--red">Not answered</Tag>
            ),
          };
        })}
      />
      {isOpen && (
        <Details summary="Answer the assessment" open={isAgain(props, 'assessment')}>
          <AssessmentForm {...stateOf(props, 'assessment')} found={found} />
        </Details>
      )}
    </>
  );
};

/** What was asked about the keeper: for caseworkers of the agency alone. */
export const Keeper = (props: AbandonedPageProps) => {
  const { file, facts } = props;
  const all = facts?.enquiries ?? [];
  const isOpen = props.mayWrite && abandonedOpen.enquiry.from.includes(file.status);
  return (
    <>
      {all.length === 0 ? (
        <p class="govuk-body">Nobody was asked about the keeper yet.</p>
      ) : (
        <SummaryList
          rows={all.map((one) => ({
            key: (
              <>
                <Day day={one.askedOn} />, {askedOfWords[one.askedOf]}
              </>
            ),
            value: (
              <>
                <p class="govuk-body">
                  {[keeperAnswerWords[one.answer], one.answerWords].filter(Boolean).join('. ')}.
                </p>
                {one.keeperName && (
                  <p class="govuk-body">
                    Keeper: {one.keeperName}
                    {facts?.standing?.isHidden
                      ? ', whose address is kept hidden'
                      : one.keeperAddress && `, ${one.keeperAddress}`}
                  </p>
                )}
                <p class="govuk-hint">
                  Asked by {one.officerName ?? 'somebody'}: {one.reason}
                </p>
              </>
            ),
          }))}
        />
      )}
      {isOpen && (
        <Details summary="Record an enquiry about the keeper" open={isAgain(props, 'enquiry')}>
          <EnquiryForm {...stateOf(props, 'enquiry')} file={file} />
        </Details>
      )}
    </>
  );
};

/** Proof of service, and the notices with their hashes. */
export const Notices = ({ notices, papers, file, facts }: AbandonedPageProps) => {
  if (papers.length === 0) return <p class="govuk-body">No notice was given yet.</p>;
  return (
    <>
      {notices.map((one) => (
        <p class="govuk-body">
          {abandonedPaperWords[one.kind]}: served at {momentWords(one.servedAt)} by {one.servedBy}.{' '}
          {one.ways.map((way) => noticeWayWords[way]).join('; ')}.
        </p>
      ))}
      <EditionList
        editions={papers}
        words={abandonedPaperWords}
        under={`/abandoned-vehicles/${file.id}/papers`}
        isAddressHidden={facts?.standing?.isHidden ?? true}
      />
    </>
  );
};
