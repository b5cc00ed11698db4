import { closureChecklistOn } from '../../reference/closure.ts';
import {
  Button,
  Day,
  Details,
  Form,
  SummaryList,
  stateOf,
  Table,
  Tag,
  VersionField,
} from '../platform/ui/index.ts';
import type { ClosurePageProps } from './closure.pages.tsx';
import { momentWords } from './closure.time.ts';
import { closureOpen } from './closure.transitions.ts';
import { unanswered } from './closure.ts';
import {
  askSafeguarding,
  checkAnswerWords,
  closureEndingWords,
  closureGroundWords,
  closurePaperWords,
  premisesKindWords,
  relationWords,
  serviceWayWords,
} from './closure.words.ts';
import { OccupantForm } from './closure-form.pages.tsx';
import type { Occupant } from './closure-parts.store.ts';
import { EditionList } from './procedure-history.pages.tsx';

/** What is closed, where, and why; of a hidden home and to other agencies the district and no more. */
export const Premises = ({ file, facts, theCase }: ClosurePageProps) => {
  const place = facts?.place;
  const hidden = place?.isHidden === true;
  return (
    <SummaryList
      rows={[
        { key: 'Kind', value: premisesKindWords[file.premisesKind] },
        facts !== undefined && {
          key: 'Address',
          value: hidden ? `Kept and not shown. ${askSafeguarding}.` : (place?.address ?? 'Not given'),
        },
        { key: 'District', value: file.districtName ?? 'Not given' },
        {
          key: 'Grounds',
          value: file.grounds.map((ground) => closureGroundWords[ground]).join('; ') || 'Not given',
        },
        facts !== undefined && !hidden && { key: 'What happens there', value: place?.problem ?? 'Not given' },
        facts !== undefined && !hidden && { key: 'Owner', value: place?.ownerWords ?? 'Not given' },
        theCase !== undefined && {
          key: 'On case',
          value: (
            <a class="govuk-link" href={`/cases/${theCase.id}`}>
              {theCase.reference}
            </a>
          ),
        },
        file.ending !== null && { key: 'How it ended', value: closureEndingWords[file.ending] },
      ]}
    />
  );
};

const dayOr = (day: string | null) => (day ? <Day day={day} /> : 'Not yet');
const row = (key: string, at: Date | null) => at !== null && { key, value: momentWords(at) };
const dayRow = (key: string, day: string | null) => day !== null && { key, value: <Day day={day} /> };

/** Every moment and day that counts, and how each was counted. */
export const Moments = ({ file }: ClosurePageProps) => {
  const whys = [
    ['The notice', file.noticeWhy],
    ['The hearing', file.hearingWhy],
    ['The order', file.orderWhy],
    ['To appeal', file.appealWhy],
    ['Compensation or costs', file.claimWhy],
  ].filter(([, why]) => why);
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Consulted', value: dayOr(file.consultedOn) },
          { key: 'Notice served', value: file.noticeAt ? momentWords(file.noticeAt) : 'Not yet' },
          row('Notice stands until', file.noticeUntil),
          row('Court hears it by', file.hearingBy),
          row('Hearing', file.hearingAt),
          row('Court asked', file.appliedAt),
          dayRow('Adjourned to', file.adjournedUntil),
          dayRow('Order made', file.orderedOn),
          dayRow('Order ends', file.orderUntil),
          file.isEveryoneExcluded !== null && {
            key: 'Whom it keeps out',
            value: file.isEveryoneExcluded
              ? 'Everybody, those who live there too'
              : 'Not those who live there',
          },
          dayRow('Licensing authority told', file.licensingToldOn),
          dayRow('Appeal to the Crown Court until', file.appealUntil),
          dayRow('Appealed', file.appealedOn),
          dayRow('Appeal heard', file.appealHearingOn),
          dayRow('Appeal decided', file.appealDecidedOn),
          file.breachedOn !== null && {
            key: 'Breaches',
            value: (
              <>
                {file.breaches}, the last on <Day day={file.breachedOn} />
              </>
            ),
          },
          dayRow('Compensation or costs until', file.claimUntil),
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

/** The checklist as it stands: every item of the day, with what was found. */
export const Checklist = ({ file, facts, today }: ClosurePageProps) => {
  const checks = facts?.checks ?? [];
  const left = unanswered(checks, today).length;
  const isHidden = facts?.place?.isHidden === true;
  return (
    <>
      {closureOpen.parts.from.includes(file.status) && (
        <p class="govuk-body">
          {left > 0 && !isHidden ? `${left} items have no answer yet: no notice until they have. ` : ''}
          <a class="govuk-link" href={`/closures/${file.id}/checklist`}>
            Answer the checklist
          </a>
        </p>
      )}
      <SummaryList
        rows={closureChecklistOn(today).map(({ code, question }) => {
          const one = checks.find(({ item }) => item === code);
          return {
            key: question,
            value: one ? (
              <>
                {checkAnswerWords[one.answer]}
                {one.words ? `. ${one.words}` : isHidden ? `. ${askSafeguarding}` : ''}
              </>
            ) : (
              <Tag classes="govuk-tag--red">Not answered</Tag>
            ),
          };
        })}
      />
    </>
  );
};

const marks = (one: Occupant): string =>
  [one.isChild && 'A child', one.isAtRisk && 'At risk', one.isBarred && 'Kept out by the notice']
    .filter(Boolean)
    .join(', ');

/** Who lives at the premises and who comes; nothing of somebody whose address must stay hidden. */
export const Occupants = (props: ClosurePageProps) => {
  const { facts, file, csrf } = props;
  const all = facts?.occupants ?? [];
  const isOpen = closureOpen.parts.from.includes(file.status);
  return (
    <>
      {all.length === 0 ? (
        <p class="govuk-body">Nobody is written down yet.</p>
      ) : (
        <Table
          caption="Who lives there and who comes"
          captionClasses="govuk-visually-hidden"
          head={[
            { children: 'How' },
            { children: 'Who' },
            { children: 'Known' },
            ...(isOpen ? [{ children: 'Change' }] : []),
          ]}
          rows={all.map((one) => [
            { children: relationWords[one.relation] },
            {
              children: one.isHidden ? (
                askSafeguarding
              ) : one.recordId ? (
                <a class="govuk-link" href={`/records/${one.recordId}`}>
                  {one.name ?? 'The record'}
                </a>
              ) : (
                (one.name ?? 'Not named')
              ),
            },
            { children: [marks(one), one.words].filter(Boolean).join('. ') || '–' },
            ...(isOpen
              ? [
                  {
                    children: one.isHidden ? (
                      '–'
                    ) : (
                      <Form action={`/closures/${file.id}/occupants/${one.id}/remove`} csrfToken={csrf}>
                        <VersionField version={file.version} />
                        <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                          Take off
                          <span class="govuk-visually-hidden">
                            : {one.name ?? relationWords[one.relation].toLowerCase()}
                          </span>
                        </Button>
                      </Form>
                    ),
                  },
                ]
              : []),
          ])}
        />
      )}
      {isOpen && (
        <div id="occupants-form">
          <Details summary="Add somebody" open={all.length === 0 || props.form === 'occupant'}>
            <OccupantForm {...stateOf(props, 'occupant')} file={file} />
          </Details>
        </div>
      )}
    </>
  );
};

/** Proof of service, and the papers with their hashes. */
export const Papers = ({ services, papers, file, facts }: ClosurePageProps) => {
  if (papers.length === 0) return <p class="govuk-body">Nothing was served yet.</p>;
  return (
    <>
      {services.map((s) => (
        <p class="govuk-body">
          {closurePaperWords[s.kind]}: served at {momentWords(s.servedAt)} by {s.servedBy}, authority{' '}
          {s.powerReference}. {s.ways.map((way) => serviceWayWords[way]).join('; ')}.
        </p>
      ))}
      <EditionList
        editions={papers}
        words={closurePaperWords}
        under={`/closures/${file.id}/papers`}
        isAddressHidden={facts?.place?.isHidden === true}
      />
    </>
  );
};
