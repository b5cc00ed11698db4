import type { IssueTypeRow } from '../../directory/index.ts';
import {
  Button,
  Day,
  Details,
  Input,
  Radios,
  Select,
  Textarea,
  WarningText,
} from '../../platform/ui/index.ts';
import { landOwnerAnswers, landOwnerWords, reporterTypes, reporterTypeWords } from '../report.words.ts';
import { because, guessesFor, isGuessable } from './kind.guess.ts';
import { somethingElse } from './report-it.steps.ts';
import { problemOf, StepForm, type StepProps } from './step-form.pages.tsx';

export const WhatPage = (props: StepProps) => (
  <StepForm {...props} step="what" asked={['description']}>
    <WarningText>If somebody is in danger now, or a crime is happening, ring 999.</WarningText>
    <Textarea
      name="description"
      label="Tell us in your own words"
      hint="For example: rubbish dumped by the gate, or noise every night from the flat above. You need not say who you are: if you would rather not, leave your own name out of this box."
      value={props.answers.description}
      rows={5}
      errorMessage={problemOf(props, 'description')}
    />
  </StepForm>
);

export function KindPage(props: StepProps & { types: readonly IssueTypeRow[] }) {
  const { answers, types } = props;
  const guesses = guessesFor(answers.kindWords || answers.description, types);
  const isGuessed = (code: string) =>
    code === somethingElse || guesses.some(({ type }) => type.code === code);
  const chosen = types.find((type) => type.code === answers.issueType && !isGuessed(type.code));
  const groups = Map.groupBy(
    types.filter((type) => isGuessable(type) && !isGuessed(type.code) && type !== chosen),
    (type) => type.groupName,
  );
  return (
    <StepForm {...props} step="kind" asked={['issueType', 'kindWords']}>
      {guesses.length === 0 && (
        <p class="govuk-body">
          Nothing in our list has these words in it. Choose “Something else”, try other words, or look through
          the list.
        </p>
      )}
      <Radios
        name="issueType"
        fieldset={{ legend: { children: 'Kind of problem', classes: 'govuk-visually-hidden' } }}
        value={answers.issueType}
        errorMessage={problemOf(props, 'issueType')}
        items={[
          ...guesses.map(({ type, matched }) => ({
            value: type.code,
            children: type.name,
            hint: because(matched),
          })),
          chosen && { value: chosen.code, children: chosen.name },
          {
            value: somethingElse,
            children: 'Something else',
            hint: 'Somebody will read it and find out who deals with it.',
          },
        ]}
      />
      <Details summary="Look through every kind, A to Z">
        {[...groups].map(([group, rows]) => (
          <Radios
            name="issueType"
            idPrefix={`issueType-${group.toLowerCase().replace(/[^a-z]+/g, '-')}`}
            classes="govuk-radios--small"
            fieldset={{ legend: { children: group, classes: 'govuk-fieldset__legend--s' } }}
            items={rows.map((type) => ({ value: type.code, children: type.name }))}
          />
        ))}
      </Details>
      <Input
        name="kindWords"
        label="Try other words"
        value={answers.kindWords}
        classes="govuk-input--width-20"
        formGroup={{
          afterInput: (
            <Button name="go" value="guess" classes="govuk-button--secondary bw-beside">
              Look again
            </Button>
          ),
        }}
      />
    </StepForm>
  );
}

export const LandPage = (props: StepProps) => (
  <StepForm {...props} step="land" asked={['landOwner']}>
    <Radios
      name="landOwner"
      hint="It can decide who deals with it. If you do not know, say so."
      fieldset={{ legend: { children: 'Kind of land', classes: 'govuk-visually-hidden' } }}
      value={props.answers.landOwner}
      errorMessage={problemOf(props, 'landOwner')}
      items={landOwnerAnswers.map((code) => ({ value: code, children: landOwnerWords[code] }))}
    />
  </StepForm>
);

export const MorePage = (props: StepProps) => (
  <StepForm {...props} step="more" asked={['more']}>
    <Textarea
      name="more"
      label="Anything more (optional)"
      hint="When it happens, how often, who it affects, or what was tried before. You can add photos on the last page."
      value={props.answers.more}
      rows={4}
      errorMessage={problemOf(props, 'more')}
    />
  </StepForm>
);

const asText = (props: StepProps, field: 'name' | 'phone' | 'email' | 'address') => ({
  name: field,
  value: props.answers[field],
  errorMessage: problemOf(props, field),
});

const Contact = (props: StepProps) => (
  <>
    <Input {...asText(props, 'name')} label="Your name" autocomplete="name" />
    <Input
      {...asText(props, 'phone')}
      label="Telephone"
      type="tel"
      autocomplete="tel"
      classes="govuk-input--width-20"
    />
    <Input {...asText(props, 'email')} label="E-mail" type="email" autocomplete="email" spellcheck={false} />
    <Input {...asText(props, 'address')} label="Your address" autocomplete="street-address" />
  </>
);

export const YouPage = (props: StepProps) => (
  <StepForm
    {...props}
    step="you"
    asked={['isAnonymous', 'reporterType', 'name', 'phone', 'email', 'address']}
  >
    <Radios
      name="isAnonymous"
      hint="Either way you get a reference and four words to come back with, and we can ask you questions there."
      fieldset={{ legend: { children: 'Say who you are', classes: 'govuk-visually-hidden' } }}
      value={props.answers.isAnonymous}
      errorMessage={problemOf(props, 'isAnonymous')}
      items={[
        {
          value: 'no',
          children: 'Yes, and you can contact me',
          hint: 'Only the service that deals with it, and the desk that takes it, see this.',
        },
        {
          value: 'yes',
          children: 'No, I want to stay anonymous',
          hint: 'We keep no name, number or address of yours, nor of your telephone or computer. Nobody can ring you back.',
        },
      ]}
    />
    <h2 class="govuk-heading-m">If yes, how to reach you</h2>
    <p class="govuk-body">
      One way is enough. If you stay anonymous, leave these empty: anything in them is thrown away.
    </p>
    <Contact {...props} />
    <h2 class="govuk-heading-m">In either case</h2>
    <Select
      name="reporterType"
      label="Which describes you best? (optional)"
      hint="It helps us see who is affected. It is kept in either case."
      value={props.answers.reporterType}
      errorMessage={problemOf(props, 'reporterType')}
      items={[
        { value: '', text: 'Rather not say' },
        ...reporterTypes.map((code) => ({ value: code, text: reporterTypeWords[code] })),
      ]}
    />
  </StepForm>
);

export const SamePage = (props: StepProps) => (
  <StepForm {...props} step="same" asked={['sameAs']}>
    <p class="govuk-body">
      These were reported close by and are still open. If yours is one of them, we add what you know to it.
    </p>
    <Radios
      name="sameAs"
      fieldset={{ legend: { children: 'Reports close by', classes: 'govuk-visually-hidden' } }}
      value={props.answers.sameAs}
      errorMessage={problemOf(props, 'sameAs')}
      items={[
        ...props.facts.nearby.map((report) => ({
          value: report.token,
          children: (
            <>
              Yes: {props.facts.type?.name.toLowerCase()},{' '}
              {report.metres < 20 ? 'at this spot' : `about ${report.metres} metres away`}, reported{' '}
              <Day day={report.receivedOn} />
            </>
          ),
        })),
        { divider: 'or' },
        { value: 'none', children: 'No, mine is different' },
      ]}
    />
  </StepForm>
);
