import { Day, SummaryList } from '../../platform/ui/index.ts';
import type { PublishedLicensing } from './licensing.store.ts';
import { licensingKindWords, licensingStatusWords, objectiveName, outcomeName } from './licensing.words.ts';

/** How many reviews the register shows; older ones are asked for at the office. */
export const registerSize = 100;
interface RegisterProps {
  reviews: readonly PublishedLicensing[];
  isMore: boolean;
  today: string;
}
/** The register that anybody reads: reviews of which notice was given. No address, no evidence and nobody's words. */
export const LicensingRegisterPage = ({ reviews, isMore, today }: RegisterProps) => (
  <>
    <h1 class="govuk-heading-l">Reviews of premises licences</h1>
    <p class="govuk-body">
      Police, councils and others may ask that a licence is reviewed, and anybody may write to the licensing
      authority about it while representations are open. The application is read at the office of the
      authority.
    </p>
    {reviews.length === 0 && <p class="govuk-body">No review has been applied for.</p>}
    {reviews.map((one) => (
      <>
        <h2 class="govuk-heading-m">{one.tradingName}</h2>
        <SummaryList
          rows={[
            { key: 'Reference', value: one.reference },
            { key: 'Told by', value: one.agencyName },
            one.districtName !== null && { key: 'District', value: one.districtName },
            one.licenceNumber !== null && { key: 'Licence', value: one.licenceNumber },
            { key: 'Procedure', value: licensingKindWords[one.kind] },
            { key: 'Grounds', value: one.grounds.map(objectiveName).join('; ') },
            { key: 'Notice since', value: <Day day={one.advertisedOn} /> },
            one.representationsUntil !== null && {
              key: 'Representations',
              value: (
                <>
                  {one.representationsUntil >= today ? 'Open until ' : 'Closed on '}
                  <Day day={one.representationsUntil} />
                </>
              ),
            },
            one.hearingOn !== null && { key: 'Hearing', value: <Day day={one.hearingOn} /> },
            { key: 'Stands', value: licensingStatusWords[one.status] },
            one.outcomes.length > 0 && { key: 'Decided', value: one.outcomes.map(outcomeName).join('; ') },
          ]}
        />
      </>
    ))}
    {isMore && (
      <p class="govuk-body">
        The latest {String(registerSize)} are shown. Ask the licensing authority about older ones.
      </p>
    )}
  </>
);
