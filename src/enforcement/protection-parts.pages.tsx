import {
  Button,
  Day,
  Details,
  Form,
  Money,
  SummaryList,
  stateOf,
  Table,
  VersionField,
} from '../platform/ui/index.ts';
import { ExhibitWords } from './exhibit.pages.tsx';
import { limitFor } from './penalty.ts';
import { evidenceKindWords, serviceMethods } from './penalty.words.ts';
import { EditionList } from './procedure-history.pages.tsx';
import { conductWords, type ProtectionPageProps } from './protection.pages.tsx';
import { protectionParts } from './protection.transitions.ts';
import { stageOf, standsOn } from './protection.ts';
import { endingWords, letterKindWords, requirementKindWords, subjectKindWords } from './protection.words.ts';
import { EvidenceForm, RequirementForm, ToldForm } from './protection-form.pages.tsx';

export const Conduct = ({ file, theCase, facts }: ProtectionPageProps) => (
  <SummaryList
    rows={[
      { key: 'Kind', value: conductWords(file) },
      { key: 'Street', value: file.streetWords ?? 'Not given' },
      { key: 'District', value: file.districtName ?? 'Not given' },
      facts !== undefined && {
        key: 'In the words of the letter',
        value: facts.subject?.conduct ?? 'Not given',
      },
      theCase !== undefined && {
        key: 'On case',
        value: (
          <a class="govuk-link" href={`/cases/${theCase.id}`}>
            {theCase.reference}
          </a>
        ),
      },
      file.ending !== null && { key: 'How it ended', value: endingWords[file.ending] },
    ]}
  />
);

const dayOr = (day: string | null) => (day ? <Day day={day} /> : 'Not yet');
/** Every day that counts, and how each deadline was counted. */
export const Times = ({ file, facts }: ProtectionPageProps) => {
  const lastToAsk = file.breachedOn ? limitFor('cpn-breach', file.breachedOn) : null;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Warning served', value: dayOr(file.warnedOn) },
          {
            key: 'Time to comply ends',
            value: file.complyBy ? <Day day={file.complyBy} /> : `${file.complyDays} days after service`,
          },
          { key: 'Notice served', value: dayOr(file.noticeOn) },
          file.appealUntil !== null && { key: 'Appeal until', value: <Day day={file.appealUntil} /> },
          file.appealedOn !== null && { key: 'Appealed', value: <Day day={file.appealedOn} /> },
          file.appealedOn !== null && { key: 'Appeal decided', value: dayOr(file.appealDecidedOn) },
          file.breachedOn !== null && { key: 'Breach', value: <Day day={file.breachedOn} /> },
          lastToAsk !== null && { key: 'Last day to ask a court', value: <Day day={lastToAsk} /> },
          file.prosecutedOn !== null && { key: 'Court asked', value: <Day day={file.prosecutedOn} /> },
          file.prosecutedOn !== null && { key: 'Court decided, or withdrawn', value: dayOr(file.triedOn) },
          file.remedyBy !== null && {
            key: 'Ordered by a court, to be done by',
            value: <Day day={file.remedyBy} />,
          },
          file.forfeitedOn !== null && { key: 'Forfeiture ordered', value: <Day day={file.forfeitedOn} /> },
          file.seizedOn !== null && { key: 'Seized, and held', value: <Day day={file.seizedOn} /> },
          file.heldUntil !== null && {
            key: 'Held until, where no court is asked',
            value: <Day day={file.heldUntil} />,
          },
          file.costAppealUntil !== null && {
            key: 'Cost of works may be appealed until',
            value: <Day day={file.costAppealUntil} />,
          },
          typeof facts?.subject?.worksPence === 'number' && {
            key: 'Cost of works',
            value: <Money pence={facts.subject.worksPence} />,
          },
          file.breachMaxPence !== null && {
            key: 'Most a penalty may be for it',
            value: <Money pence={file.breachMaxPence} />,
          },
        ]}
      />
      {[file.complyWhy, file.appealWhy, file.heldWhy, file.costAppealWhy].some((why) => why !== null) && (
        <Details summary="How these days were counted">
          {file.complyWhy && <p class="govuk-body">To comply: {file.complyWhy}</p>}
          {file.appealWhy && <p class="govuk-body">To appeal: {file.appealWhy}</p>}
          {file.heldWhy && <p class="govuk-body">To hold what was seized: {file.heldWhy}</p>}
          {file.costAppealWhy && <p class="govuk-body">To appeal against the cost: {file.costAppealWhy}</p>}
        </Details>
      )}
    </>
  );
};

export const Subject = (props: ProtectionPageProps) => {
  const { facts, file } = props;
  const subject = facts?.subject;
  if (!subject) return <p class="govuk-body">Nobody is named yet.</p>;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Kind', value: subjectKindWords[subject.kind] },
          {
            key: 'Name',
            value: subject.recordId ? (
              <a class="govuk-link" href={`/records/${subject.recordId}`}>
                {subject.name ?? 'The record'}
              </a>
            ) : (
              (subject.name ?? 'Not given')
            ),
          },
          {
            key: 'Address',
            value: subject.isAddressHidden
              ? 'Must stay hidden: do not ask, show or write it down. Hand letters over.'
              : (subject.address ?? 'Not given'),
          },
          subject.kind === 'person' && {
            key: 'Age',
            value: subject.bornOn ? (
              <>
                Born on <Day day={subject.bornOn} />
              </>
            ) : subject.isSixteen ? (
              'Known to be 16 or over'
            ) : (
              'Not known'
            ),
          },
          { key: 'Others told before a notice', value: subject.othersTold ?? 'Not written down' },
        ]}
      />
      {protectionParts['others-told'].from.includes(file.status) &&
        !protectionParts.draft.from.includes(file.status) && (
          <div id="othersTold-form">
            <ToldForm {...stateOf(props, 'told')} file={file} now={subject.othersTold ?? ''} />
          </div>
        )}
    </>
  );
};

const kindWords = (kind: string): string =>
  kind in evidenceKindWords ? evidenceKindWords[kind as keyof typeof evidenceKindWords] : kind; // just found to be a key

export const Evidence = (props: ProtectionPageProps) => {
  const evidence = props.facts?.evidence ?? [];
  return (
    <>
      {evidence.length === 0 ? (
        <p class="govuk-body">None yet. Add a statement of the conduct and the day it happened.</p>
      ) : (
        <Table
          caption="Evidence"
          captionClasses="govuk-visually-hidden"
          head={[{ children: 'Happened' }, { children: 'Kind' }, { children: 'What it shows' }]}
          rows={evidence.map((e) => [
            { children: <Day day={e.happenedOn} /> },
            { children: kindWords(e.kind) },
            {
              children: (
                <ExhibitWords
                  exhibit={e}
                  href={
                    props.facts?.subject?.isAddressHidden
                      ? undefined
                      : `/protection/${props.file.id}/evidence/${e.id}`
                  }
                />
              ),
            },
          ])}
        />
      )}
      {protectionParts.evidence.from.includes(props.file.status) && (
        <div id="evidence-form">
          <Details summary="Add evidence" open={evidence.length === 0 || props.form === 'evidence'}>
            <EvidenceForm {...stateOf(props, 'evidence')} protectionId={props.file.id} />
          </Details>
        </div>
      )}
    </>
  );
};

/** What the warning and the notice ask, and of the notice what binds today. */
export const Requirements = (props: ProtectionPageProps) => {
  const { facts, file, today, csrf } = props;
  const all = facts?.requirements ?? [];
  const stage = stageOf(file);
  return (
    <>
      {(['warning', 'notice'] as const).map((one) => {
        const own = all.filter((r) => r.stage === one);
        if (own.length === 0) return null;
        return (
          <Table
            caption={letterKindWords[one]}
            captionClasses="govuk-table__caption--s"
            head={[
              { children: 'You must' },
              { children: 'By' },
              { children: one === stage ? 'Change' : 'Today' },
            ]}
            rows={own.map((r) => [
              { children: `${requirementKindWords[r.kind]}: ${r.words}` },
              { children: r.byDay ? <Day day={r.byDay} /> : '–' },
              {
                children:
                  one === stage ? (
                    <Form action={`/protection/${file.id}/requirements/${r.id}/remove`} csrfToken={csrf}>
                      <VersionField version={file.version} />
                      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                        Take out<span class="govuk-visually-hidden">: {r.words}</span>
                      </Button>
                    </Form>
                  ) : one === 'notice' ? (
                    standsOn(r, file, today).why
                  ) : (
                    'In the warning that was served'
                  ),
              },
            ])}
          />
        );
      })}
      {all.length === 0 && <p class="govuk-body">None yet.</p>}
      {stage && (
        <div id="requirements-form">
          <Details
            summary={`Add to the ${stage}`}
            open={
              props.form === 'requirement' ||
              (file.status !== 'warned' && !all.some((r) => r.stage === stage))
            }
          >
            <RequirementForm {...stateOf(props, 'requirement')} file={file} />
          </Details>
        </div>
      )}
    </>
  );
};

/** Proof of service, and the letters with their hashes. */
export const Letters = ({ services, letters, file, facts }: ProtectionPageProps) => {
  if (letters.length === 0) return <p class="govuk-body">Nothing was served yet.</p>;
  return (
    <>
      {services.map((s) => (
        <p class="govuk-body">
          {letterKindWords[s.stage]}: {serviceMethods[s.how].words.toLowerCase()} on <Day day={s.sentOn} />
          {s.servedOn === s.sentOn ? '' : ', taken as received on '}
          {s.servedOn === s.sentOn ? '' : <Day day={s.servedOn} />}, by {s.servedBy}, authority{' '}
          {s.powerReference}.
        </p>
      ))}
      <EditionList
        editions={letters}
        words={letterKindWords}
        under={`/protection/${file.id}/letters`}
        isAddressHidden={facts?.subject?.isAddressHidden === true}
      />
    </>
  );
};
