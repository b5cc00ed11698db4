import { EditionList } from '../enforcement/index.ts';
import {
  asked,
  Button,
  Day,
  Form,
  type FormState,
  HiddenFields,
  Input,
  InsetText,
  problemOf,
  Radios,
  RecordPage,
  typedIn,
} from '../platform/ui/index.ts';
import { awardStatusWords } from './inspection.words.ts';
import type { AwardView } from './scheme.queries.ts';

export interface AwardPageProps extends AwardView, FormState {
  csrf: string;
}
const Matrix = (props: AwardPageProps) => {
  const { criteria, answers, award, csrf } = props;
  const isOpen = award.status === 'applied';
  const answerTo = (code: string) => answers.find(({ criterion }) => criterion === code);
  const lines = criteria.map((line) => {
    const given = answerTo(line.code);
    const title = `${line.heading}: ${line.name} (${line.weight})`;
    return isOpen ? (
      <>
        <Radios
          name={`met-${line.code}`}
          classes="govuk-radios--inline govuk-radios--small"
          fieldset={{ legend: { children: title, classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={problemOf(props, `met-${line.code}`)}
          value={typedIn(props, `met-${line.code}`, given ? (given.isMet ? 'yes' : 'no') : '')}
          items={[
            { value: 'yes', children: 'Met' },
            { value: 'no', children: 'Not met' },
          ]}
        />
        <Input {...asked(props, `words-${line.code}`, given?.words)} label={`What was seen: ${line.name}`} />
      </>
    ) : (
      <p class="govuk-body">
        <strong>{title}</strong>:{' '}
        {given ? `${given.isMet ? 'met' : 'not met'}. ${given.words}` : 'not answered'}
      </p>
    );
  });
  return isOpen ? (
    <Form action={`/awards/${award.id}/answers`} csrfToken={csrf}>
      {lines}
      <Button>Save the answers</Button>
    </Form>
  ) : (
    lines
  );
};
const Decision = ({ award, levelSoFar, blockedUntil, csrf, certificates }: AwardPageProps) => (
  <>
    <p class="govuk-body">
      {award.status === 'applied'
        ? `The answers come to: ${levelSoFar ?? 'no award so far'}.`
        : `${awardStatusWords[award.status]}${award.level ? `: ${award.level}` : ''}.`}
      {award.validUntil && (
        <>
          {' '}
          Valid until <Day day={award.validUntil} />.
        </>
      )}
    </p>
    {blockedUntil && award.status === 'applied' && (
      <InsetText>
        The premises failed a test: it can be decided from <Day day={blockedUntil} />.
      </InsetText>
    )}
    {certificates.length > 0 && (
      <EditionList
        editions={certificates}
        words={{ certificate: 'Certificate' }}
        under={`/awards/${award.id}/certificates`}
        isAddressHidden={false}
      />
    )}
    {award.status === 'applied' && (
      <div class="govuk-button-group">
        {!blockedUntil && (
          <Form action={`/awards/${award.id}/decide`} csrfToken={csrf}>
            <HiddenFields values={{ version: award.version }} />
            <Button>Decide by the answers</Button>
          </Form>
        )}
        <Form action={`/awards/${award.id}/withdraw`} csrfToken={csrf}>
          <HiddenFields values={{ version: award.version }} />
          <Button classes="govuk-button--secondary">Taken back by the business</Button>
        </Form>
      </div>
    )}
  </>
);
/** One application with the matrix and what its answers come to. */
export const AwardPage = (props: AwardPageProps) => (
  <RecordPage
    kind={`Application ${props.award.reference}`}
    name={props.award.tradingName}
    facts={[
      { label: 'Scheme', value: props.award.schemeName },
      { label: 'Applied', value: <Day day={props.award.appliedOn} /> },
      { label: 'Status', value: awardStatusWords[props.award.status] },
    ]}
    sections={[
      { id: 'decision', title: 'Decision', children: <Decision {...props} /> },
      { id: 'matrix', title: 'Matrix', children: <Matrix {...props} /> },
    ]}
  />
);
