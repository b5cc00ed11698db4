import * as ui from '../index.ts';
import type { Example } from './example.ts';

const error = 'Enter a name';

/** Components one fills in. */
export const formExamples: readonly Example[] = [
  {
    name: 'Button',
    shown: (
      <div class="govuk-button-group">
        <ui.Button>Save and continue</ui.Button>
        <ui.Button classes="govuk-button--secondary">Save as draft</ui.Button>
        <ui.Button classes="govuk-button--warning">Delete</ui.Button>
        <ui.Button href="#start" isStartButton>
          Start now
        </ui.Button>
        <ui.Button disabled>Not yet</ui.Button>
      </div>
    ),
  },
  {
    name: 'Input',
    shown: (
      <>
        <ui.Input name="plain" label="Full name" hint="As it is on the letter" autocomplete="name" />
        <ui.Input
          name="wrong"
          label="Reference"
          errorMessage={error}
          value="12"
          classes="govuk-input--width-10"
        />
        <ui.Input
          name="cost"
          label="Cost"
          prefix="£"
          suffix="a year"
          inputmode="decimal"
          classes="govuk-input--width-5"
        />
      </>
    ),
  },
  {
    name: 'Textarea',
    shown: <ui.Textarea name="note" label="Note" hint="What you saw, in your own words" />,
  },
  {
    name: 'CharacterCount',
    shown: <ui.CharacterCount name="summary" label="Summary" maxlength={200} />,
  },
  {
    name: 'Select',
    shown: (
      <ui.Select
        name="team"
        label="Team"
        value="n"
        items={[
          { value: '', text: 'Choose a team' },
          { value: 'n', text: 'North' },
          { value: 's', text: 'South' },
        ]}
      />
    ),
  },
  {
    name: 'Radios',
    shown: (
      <ui.Radios
        name="contact"
        fieldset={{ legend: { children: 'How should we reply?', classes: 'govuk-fieldset__legend--m' } }}
        hint="Choose one"
        value="email"
        items={[
          {
            value: 'email',
            children: 'Email',
            conditional: <ui.Input name="email" type="email" label="Email address" autocomplete="email" />,
          },
          { value: 'phone', children: 'Telephone', hint: 'Only between 9am and 5pm' },
          { divider: 'or' },
          { value: 'none', children: 'No reply is needed' },
        ]}
      />
    ),
  },
  {
    name: 'Checkboxes',
    shown: (
      <ui.Checkboxes
        name="days"
        fieldset={{ legend: 'Which days?' }}
        errorMessage="Choose a day, or none of these"
        values={['tue']}
        items={[
          { value: 'mon', children: 'Monday' },
          { value: 'tue', children: 'Tuesday' },
          { divider: 'or' },
          { value: 'none', children: 'None of these', behaviour: 'exclusive' },
        ]}
      />
    ),
  },
  {
    name: 'DateInput',
    shown: (
      <ui.DateInput
        id="due"
        namePrefix="due"
        fieldset={{ legend: 'When is it due?' }}
        hint="For example, 27 3 2027"
        errorMessage="The year must have four numbers"
        day={{ value: 27 }}
        month={{ value: 3 }}
        year={{ value: 27, error: true }}
      />
    ),
  },
  {
    name: 'FileUpload',
    shown: <ui.FileUpload name="file" label="Add a document" javascript multiple />,
  },
  {
    name: 'MultiFileUpload',
    shown: (
      <ui.MultiFileUpload
        uploadedFiles={{
          heading: 'Files added',
          items: [
            {
              message: 'plan.pdf is uploaded',
              fileName: 'f1',
              originalFileName: 'plan.pdf',
              deleteButton: { text: 'Delete' },
            },
          ],
        }}
      >
        <ui.FileUpload name="another" label="Add another" />
        <ui.Button classes="govuk-button--secondary">Upload file</ui.Button>
      </ui.MultiFileUpload>
    ),
  },
  { name: 'PasswordInput', shown: <ui.PasswordInput name="password" label="Password" /> },
  {
    name: 'Fieldset, Label, Hint, ErrorMessage',
    shown: (
      <ui.Fieldset legend={{ children: 'Where is it?', classes: 'govuk-fieldset__legend--m' }}>
        <ui.Label for="town">Town</ui.Label>
        <ui.Hint id="town-hint">The nearest will do</ui.Hint>
        <ui.ErrorMessage id="town-error">Enter a town</ui.ErrorMessage>
        <input class="govuk-input govuk-input--error" id="town" aria-describedby="town-hint town-error" />
      </ui.Fieldset>
    ),
  },
  {
    name: 'Search',
    shown: (
      <ui.Search
        action="#"
        label="Find a record"
        input={{ id: 'find', name: 'find' }}
        button={{ children: 'Search' }}
      />
    ),
  },
  {
    name: 'Filter',
    shown: (
      <ui.Form method="get" action="#">
        <ui.Filter
          heading="Filter"
          selectedFilters={{
            heading: 'Selected filters',
            clearLink: { href: '#', children: 'Clear filters' },
            categories: [{ heading: 'Team', items: [{ href: '#', children: 'North' }] }],
          }}
        >
          <ui.Checkboxes
            name="state"
            fieldset={{ legend: { children: 'State', classes: 'govuk-fieldset__legend--s' } }}
            classes="govuk-checkboxes--small"
            items={[
              { value: 'open', children: 'Open' },
              { value: 'shut', children: 'Shut' },
            ]}
          />
        </ui.Filter>
      </ui.Form>
    ),
  },
  {
    name: 'Form and CsrfField',
    shown: (
      <ui.Form action="#" csrfToken="example">
        <ui.Button>Send</ui.Button>
      </ui.Form>
    ),
  },
];
