import { harmSectors } from '../../../reference/harm-matrix.ts';
import {
  asked,
  Button,
  DataTable,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  Money,
  Radios,
  Select,
  SubNavigation,
  SummaryList,
  Textarea,
  toChoose,
  VersionField,
} from '../../platform/ui/index.ts';
import type { HarmOfSubject, HarmRanking, Ranked, RankedSector } from './harm.queries.ts';
import type { HarmAssessment, NumberedMatrix } from './harm.store.ts';
import { confidenceWords, localScore, rankedKinds, rankedKindWords } from './harm.words.ts';

/** A score as it is written everywhere: with its tenth where it has one. */
export const scoreWords = (score: number): string =>
  score.toLocaleString('en-GB', { maximumFractionDigits: 1 });
const lost = (pounds: number | null) => (pounds === null ? '–' : <Money pence={pounds * 100} />);
const toAssess = ({ linkId, label }: { linkId: string; label: string }) => (
  <a class="govuk-link" href={`/intelligence/profiles/${linkId}/harm`}>
    {label}
  </a>
);
export const matrixWords = ({ number }: { number: number }): string =>
  number === 0 ? 'the matrix that this product proposes' : `matrix ${number}`;

const Subjects = ({ caption, rows }: { caption: string; rows: readonly Ranked[] }) => (
  <DataTable
    caption={caption}
    captionClasses="govuk-visually-hidden"
    rows={rows.slice(0, 100)}
    columns={[
      { heading: 'Place', numeric: true, cell: ({ place }) => String(place) },
      { heading: 'Who or what', cell: toAssess },
      { heading: 'Risk', numeric: true, cell: ({ riskNow }) => scoreWords(riskNow) },
      { heading: 'Confidence', cell: ({ confidence }) => confidenceWords[confidence] },
      { heading: 'Victims', numeric: true, cell: ({ victims }) => String(victims) },
      { heading: 'Lost', numeric: true, cell: ({ lostPounds }) => lost(lostPounds) },
      { heading: 'Items', numeric: true, cell: ({ items }) => String(items) },
      { heading: 'Assessed', cell: ({ madeAt }) => <Instant at={madeAt} /> },
      { heading: 'By', cell: ({ madeByName }) => madeByName },
    ]}
    empty={{
      title: `${caption}: none assessed`,
      children: 'Open a profile and choose «Assess harm»: it stands here with its score.',
    }}
  />
);
const Sectors = ({ rows }: { rows: readonly RankedSector[] }) => (
  <DataTable
    caption="Sectors"
    captionClasses="govuk-visually-hidden"
    rows={rows}
    columns={[
      { heading: 'Sector', cell: ({ words }) => words },
      { heading: 'Risk together', numeric: true, cell: ({ riskNow }) => scoreWords(riskNow) },
      { heading: 'Assessed', numeric: true, cell: ({ subjects }) => String(subjects) },
      { heading: 'Lost', numeric: true, cell: ({ lostPounds }) => lost(lostPounds) },
      { heading: 'First in it', cell: ({ first }) => toAssess(first) },
    ]}
    empty={{
      title: 'Sectors: none',
      children: 'A trade stands here once a business or person in it was assessed.',
    }}
  />
);

/** The ranking of one kind. */
export const HarmPage = ({
  ranking,
  kind,
}: {
  ranking: HarmRanking;
  kind: keyof HarmRanking['kinds'] | 'sector';
}) => (
  <>
    <h1 class="govuk-heading-l">Harm</h1>
    <p class="govuk-body">
      {localScore} Weighed by{' '}
      <a class="govuk-link" href="/intelligence/harm/matrix">
        {matrixWords(ranking.matrix)}
      </a>
      ; at most a hundred of a kind are shown.
    </p>
    <SubNavigation
      label="What is ranked"
      items={[
        ...rankedKinds.map((one) => ({
          ...{ href: `/intelligence/harm?kind=${one}`, active: one === kind },
          children: `${rankedKindWords[one]} (${ranking.kinds[one].length})`,
        })),
        {
          href: '/intelligence/harm?kind=sector',
          active: kind === 'sector',
          children: `Sectors (${ranking.sectors.length})`,
        },
      ]}
    />
    {kind === 'sector' ? (
      <Sectors rows={ranking.sectors} />
    ) : (
      <Subjects caption={rankedKindWords[kind]} rows={ranking.kinds[kind]} />
    )}
  </>
);

const Grounds = ({ items, victims, grounds, confidence }: HarmOfSubject) => (
  <SummaryList
    rows={[
      { key: 'Items that name it', value: String(items) },
      { key: 'Victims in them', value: String(victims) },
      {
        key: 'Paragraphs',
        value: `${grounds.graded} of ${grounds.paragraphs} graded, ${grounds.good} of them from a reliable source who knows it directly or corroborated`,
      },
      grounds.lastAt !== null && { key: 'Last item', value: <Instant at={grounds.lastAt} /> },
      { key: 'Confidence', value: confidenceWords[confidence] },
    ]}
  />
);

const Earlier = ({ rows, matrix }: { rows: readonly HarmAssessment[]; matrix: NumberedMatrix }) => (
  <DataTable
    caption="Assessments, the newest first"
    rows={rows}
    columns={[
      { heading: 'When', cell: ({ madeAt }) => <Instant at={madeAt} /> },
      { heading: 'Who', cell: ({ madeByName }) => madeByName },
      { heading: 'Risk then', numeric: true, cell: ({ risk }) => scoreWords(risk) },
      {
        heading: 'By',
        cell: ({ matrixNumber }) =>
          `${matrixWords({ number: matrixNumber })}${matrixNumber === matrix.number ? '' : ', no longer in force'}`,
      },
      { heading: 'Confidence', cell: ({ confidence }) => confidenceWords[confidence] },
      { heading: 'Why', cell: ({ why }) => why },
    ]}
    empty={{ title: 'Not assessed yet', children: 'What is said below is the first.' }}
  />
);

/** Assessing one subject, with what it rests on and what was thought before. */
export const AssessPage = ({
  found,
  csrf,
  mayAssess,
  ...state
}: FormState & { found: HarmOfSubject; csrf: string; mayAssess: boolean }) => {
  const { subject, matrix, assessments } = found;
  const [last] = assessments;
  const levels = matrix.document.scale.map(({ code, words }) => ({ value: code, children: words }));
  return (
    <>
      <span class="govuk-caption-l">Harm</span>
      <h1 class="govuk-heading-l">{subject.label}</h1>
      <InsetText>{localScore}</InsetText>
      <Grounds {...found} />
      <Earlier rows={assessments} matrix={matrix} />
      {found.refused && <InsetText>{found.refused}</InsetText>}
      {mayAssess && !found.refused && (
        <Form action={`/intelligence/profiles/${subject.linkId}/harm`} csrfToken={csrf}>
          <h2 class="govuk-heading-m">{last ? 'Assess again' : 'Assess'}</h2>
          <p class="govuk-body">By {matrixWords(matrix)}. What was said before stays.</p>
          <VersionField version={last?.number ?? 0} />
          {matrix.document.criteria.map(({ code, words, hint }) => (
            <Radios
              {...asked(state, code, last?.answers.criteria[code])}
              idPrefix={code}
              classes="govuk-radios--inline govuk-radios--small"
              fieldset={{ legend: { children: words, classes: 'govuk-fieldset__legend--s' } }}
              hint={hint}
              items={levels}
            />
          ))}
          <Select
            {...asked(state, 'scope', last?.answers.scope)}
            label="How far it reaches"
            items={toChoose(matrix.document.scopes.map(({ code, words }) => ({ value: code, text: words })))}
          />
          <Select
            {...asked(state, 'likelihood', last ? String(last.answers.likelihood) : '')}
            label="How likely it is that it goes on"
            items={toChoose(
              matrix.document.likelihoods.map(({ value, words }) => ({ value: String(value), text: words })),
            )}
          />
          {subject.kind !== 'place' && (
            <Select
              {...asked(state, 'sector', last?.sector ?? '')}
              label="Trade (optional)"
              items={[
                { value: '', text: 'None' },
                ...harmSectors.map(({ code, words }) => ({ value: code, text: words })),
              ]}
            />
          )}
          <Input
            {...asked(state, 'lostPounds', last?.lostPounds === null || !last ? '' : String(last.lostPounds))}
            label="Money lost as far as it is known, in whole pounds (optional)"
            classes="govuk-input--width-10"
            prefix="£"
            inputmode="numeric"
          />
          <Textarea {...asked(state, 'why')} label="What the assessment rests on" rows={4} />
          <Button>Keep the assessment</Button>
        </Form>
      )}
    </>
  );
};
