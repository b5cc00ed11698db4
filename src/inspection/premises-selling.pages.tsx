import { persistentChoices, persistentClosure } from '../../reference/inspection.ts';
import { EditionList } from '../enforcement/index.ts';
import {
  asked,
  Button,
  Day,
  Form,
  Input,
  InsetText,
  LookUpBox,
  problemOf,
  Radios,
  stateOf,
  Textarea,
  typedIn,
  WarningText,
} from '../platform/ui/index.ts';
import { choiceName } from './inspection.words.ts';
import { licensingKinds, licensingKindWords, licensingStatusWords } from './licensing/licensing.words.ts';
import type { PremisesPageProps } from './premises-card.pages.tsx';

/** Persistent selling on these premises, and the choice that the Act gives. */
export const Selling = (props: PremisesPageProps) => {
  const { selling, premises, papers, csrf } = props;
  const state = stateOf(props, 'selling');
  const { found, isAlert } = selling;
  return (
    <>
      {selling.sales.length === 0 && <p class="govuk-body">No unlawful sale is recorded.</p>}
      <ul class="govuk-list govuk-list--bullet">
        {selling.sales.map((sale) => (
          <li>
            <Day day={sale.onDay} />:{' '}
            {sale.reference ? `test ${sale.reference}` : 'a paid penalty, without a test'}
            {sale.isPaid && '; the penalty was paid, which is evidence of the sale'}
          </li>
        ))}
      </ul>
      {selling.decisions.map((decision) => (
        <InsetText>
          Decided on sales up to <Day day={decision.lastOn} />: {choiceName(decision.choice).toLowerCase()}
          {decision.hours !== null && `, ${decision.hours} hours (${decision.powerReference ?? ''})`}.{' '}
          {decision.words}
        </InsetText>
      ))}
      {papers.length > 0 && (
        <EditionList
          editions={papers}
          words={{ 'closure-notice': 'Closure notice for persistent selling (s.169A)' }}
          under={`/premises/${premises.id}/papers`}
          isAddressHidden={premises.address === null}
        />
      )}
      {isAlert && found && (
        <>
          <WarningText iconFallbackText="Warning">
            {found.sales} unlawful sales within three consecutive months, from <Day day={found.firstOn} /> to{' '}
            <Day day={found.lastOn} />: persistent selling (Licensing Act 2003 s.147A). A court asks whether
            the buyer was reasonably believed to be 18: take legal advice.
          </WarningText>
          <Form action={`/premises/${premises.id}/persistent-selling`} csrfToken={csrf}>
            <input type="hidden" name="lastOn" value={found.lastOn} />
            <Radios
              name="choice"
              fieldset={{ legend: { children: 'What is done', classes: 'govuk-fieldset__legend--s' } }}
              errorMessage={problemOf(state, 'choice')}
              value={typedIn(state, 'choice')}
              items={persistentChoices.map(({ code, name }) => ({ value: code, children: name }))}
            />
            <Input
              {...asked(state, 'hours')}
              label="Hours, of a closure notice"
              hint={`${persistentClosure.leastHours} to ${persistentClosure.mostHours}. It is given by ${persistentClosure.who} (${persistentClosure.legalBasis}).`}
              inputmode="numeric"
              classes="govuk-input--width-3"
            />
            <Textarea {...asked(state, 'words')} label="Why" rows={3} />
            <Button>Decide</Button>
          </Form>
        </>
      )}
      <Form action={`/premises/${premises.id}/sales`} csrfToken={csrf}>
        <LookUpBox
          state={stateOf(props, 'sales')}
          name="penaltyId"
          of={['penalty']}
          label="A sale without a test: the penalty that was paid for it"
        />
        <Button classes="govuk-button--secondary">Record the sale</Button>
      </Form>
    </>
  );
};

/** Reviews of the licence of these premises, and the button that begins one with what stands above. */
export const Reviews = (props: PremisesPageProps) => {
  const state = stateOf(props, 'review');
  return (
    <>
      {props.reviews.length === 0 && <p class="govuk-body">No review of the licence was begun.</p>}
      <ul class="govuk-list">
        {props.reviews.map((one) => (
          <li>
            <a class="govuk-link bw-reference" href={`/licence-reviews/${one.id}`}>
              {one.reference}
            </a>
            : {licensingStatusWords[one.status].toLowerCase()}
          </li>
        ))}
      </ul>
      <Form action="/licence-reviews" csrfToken={props.csrf}>
        <input type="hidden" name="premisesId" value={props.premises.id} />
        <Radios
          name="kind"
          fieldset={{ legend: { children: 'Which review', classes: 'govuk-fieldset__legend--s' } }}
          hint="The sales, decisions and visits that stand on this page go into the draft as its evidence."
          errorMessage={problemOf(state, 'kind')}
          value={typedIn(state, 'kind', 'review')}
          items={licensingKinds.map((value) => ({ value, children: licensingKindWords[value] }))}
        />
        <Button classes="govuk-button--secondary">Begin a licence review</Button>
      </Form>
    </>
  );
};
