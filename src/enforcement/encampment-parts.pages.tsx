import { encampmentPowersOn, welfareItemsOn } from '../../reference/encampment.ts';
import {
  Button,
  Day,
  Details,
  Form,
  Money,
  SummaryList,
  stateOf,
  Table,
  Tag,
  VersionField,
} from '../platform/ui/index.ts';
import { momentWords } from './closure.time.ts';
import type { EncampmentPageProps } from './encampment.pages.tsx';
import { encampmentOpen } from './encampment.transitions.ts';
import { unassessed } from './encampment.ts';
import {
  encampmentPaperWords,
  landKindWords,
  landServiceWords,
  policeDecisionWords,
  welfareAnswerWords,
} from './encampment.words.ts';
import { VehicleForm } from './encampment-form.pages.tsx';
import { EditionList } from './procedure-history.pages.tsx';

const seen = (isSeen: boolean, words: string | null | undefined): string =>
  isSeen ? (words ?? 'Yes') : 'None seen';

/** Which land, whose, and what is on it; to other agencies the district and the count of vehicles. */
export const TheLand = ({ file, facts, theCase }: EncampmentPageProps) => {
  const land = facts?.land;
  const isOwn = facts !== undefined;
  return (
    <SummaryList
      rows={[
        { key: 'Kind', value: landKindWords[file.landKind] },
        isOwn && { key: 'Land', value: land?.landWords ?? 'Not given' },
        isOwn && { key: 'Whose', value: land?.ownerWords ?? 'Not given' },
        { key: 'District', value: file.districtName ?? 'Not given' },
        { key: 'Caravans', value: String(file.caravans) },
        { key: 'Other vehicles', value: String(file.vehicles) },
        isOwn && { key: 'Adults', value: String(land?.adults ?? 'Not counted') },
        isOwn && { key: 'Children', value: String(land?.children ?? 'Not counted') },
        { key: 'Waste', value: seen(file.hasWaste, land?.wasteWords) },
        { key: 'Damage', value: seen(file.hasDamage, land?.damageWords) },
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
  );
};

/** Who may do what, from the dated table of powers: what the police and the council expect of each other. */
export const WhoMayDoWhat = ({ today }: EncampmentPageProps) => (
  <Details summary="Read the powers of the council, the court, the police and the owner">
    {encampmentPowersOn(today).map((one) => (
      <p class="govuk-body">
        <strong>{one.who}</strong> ({one.section}). {one.when} {one.then}
      </p>
    ))}
  </Details>
);

const dayRow = (key: string, day: string | null) => day !== null && { key, value: <Day day={day} /> };
const row = (key: string, at: Date | null) => at !== null && { key, value: momentWords(at) };

/** Every day that counts, and how each was counted. */
export const Moments = ({ file }: EncampmentPageProps) => {
  const whys = [
    ['Coming back, after the council’s direction', file.returnWhy],
    ['Coming back, after the police’s direction', file.policeReturnWhy],
    ['The removal', file.noticeWhy],
  ].filter(([, why]) => why);
  return (
    <>
      <SummaryList
        rows={[
          dayRow('They came', file.arrivedOn),
          dayRow('Welfare assessed', file.assessedOn),
          dayRow('Police told', file.policeToldOn),
          dayRow('Police decided', file.policeDecidedOn),
          file.policeDecision !== null && {
            key: 'Decision',
            value: policeDecisionWords[file.policeDecision],
          },
          dayRow('Coming back an offence until (police)', file.policeReturnUntil),
          dayRow('Tolerated until', file.toleratedUntil),
          dayRow('Directed to leave', file.directedOn),
          dayRow('Coming back an offence until', file.returnUntil),
          dayRow('Complaint to the court', file.complainedOn),
          row('Hearing', file.hearingAt),
          dayRow('Removal ordered', file.orderedOn),
          row('Nothing removed before', file.noticeUntil),
          row('Removed', file.removedAt),
          dayRow('Gone', file.leftOn),
          file.cleanupPence !== null && { key: 'Clean-up', value: <Money pence={file.cleanupPence} /> },
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

/** The assessment as it stands: every item of the day, with what was found. */
export const Welfare = ({ file, facts, today }: EncampmentPageProps) => {
  const checks = facts?.welfare ?? [];
  const left = unassessed(checks, today).length;
  return (
    <>
      {encampmentOpen.parts.from.includes(file.status) && (
        <p class="govuk-body">
          {left > 0
            ? `${left} ${left === 1 ? 'item has' : 'items have'} no answer yet: nobody is directed to leave until they have. `
            : ''}
          <a class="govuk-link" href={`/encampments/${file.id}/welfare`}>
            Answer the assessment
          </a>
        </p>
      )}
      <SummaryList
        rows={welfareItemsOn(today).map(({ code, question }) => {
          const one = checks.find(({ item }) => item === code);
          return {
            key: question,
            value: one ? (
              `${welfareAnswerWords[one.answer]}. ${one.words}`
            ) : (
              <Tag classes="govuk-tag--red">Not answered</Tag>
            ),
          };
        })}
      />
    </>
  );
};

/** Marks of vehicles on the land, by which a return is found. */
export const Vehicles = (props: EncampmentPageProps) => {
  const { facts, file, csrf } = props;
  const all = facts?.vehicles ?? [];
  const isOpen = encampmentOpen.parts.from.includes(file.status);
  return (
    <>
      {all.length === 0 ? (
        <p class="govuk-body">No mark is written down yet.</p>
      ) : (
        <Table
          caption="Vehicles on the land"
          captionClasses="govuk-visually-hidden"
          head={[{ children: 'Mark' }, { children: 'Vehicle' }, ...(isOpen ? [{ children: 'Change' }] : [])]}
          rows={all.map((one) => [
            { children: one.mark },
            { children: one.words ?? '–' },
            ...(isOpen
              ? [
                  {
                    children: (
                      <Form action={`/encampments/${file.id}/vehicles/${one.id}/remove`} csrfToken={csrf}>
                        <VersionField version={file.version} />
                        <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                          Take off
                          <span class="govuk-visually-hidden">: {one.mark}</span>
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
        <Details summary="Add a vehicle" open={all.length === 0 || props.form === 'vehicle'}>
          <VehicleForm {...stateOf(props, 'vehicle')} file={file} />
        </Details>
      )}
    </>
  );
};

/** Proof of service, and the papers with their hashes. */
export const LandPapers = ({ services, papers, file }: EncampmentPageProps) => {
  if (papers.length === 0) return <p class="govuk-body">Nothing was served yet.</p>;
  return (
    <>
      {services.map((s) => (
        <p class="govuk-body">
          {encampmentPaperWords[s.kind]}: served at {momentWords(s.servedAt)} by {s.servedBy}.{' '}
          {s.ways.map((way) => landServiceWords[way]).join('; ')}.
        </p>
      ))}
      <EditionList
        editions={papers}
        words={encampmentPaperWords}
        under={`/encampments/${file.id}/papers`}
        isAddressHidden={false}
      />
    </>
  );
};
