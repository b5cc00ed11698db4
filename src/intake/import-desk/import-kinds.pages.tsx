import { Button, Form, Select, VersionField } from '../../platform/ui/index.ts';
import { count } from './import-list.pages.tsx';
import type { ImportPageProps } from './import-run.pages.tsx';

/** Their words and ours: a guess where there is one, to be looked at; what is left out stays rejected. */
export const MatchKinds = ({ run, unmatched, types, csrf, flaws }: ImportPageProps) => (
  <>
    <h2 class="govuk-heading-m" id="kinds">
      Match their words with ours
    </h2>
    <p class="govuk-body">
      {unmatched.length === 1
        ? 'One kind of issue in the list is called something else here.'
        : `${unmatched.length} kinds of issue in the list are called something else here.`}{' '}
      Where the words are like ours, the nearest is chosen already. The choice is kept for the next list of
      this source.
    </p>
    <Form action={`/imports/${run.id}/kinds`} csrfToken={csrf}>
      <VersionField version={run.version} />
      {unmatched.map(({ words, rows, guess }, index) => (
        <>
          <input type="hidden" name={`words[${index}]`} value={words} />
          <Select
            name={`code[${index}]`}
            id={`code-${index}`}
            label={`${words} (${rows === 1 ? '1 row' : `${count(rows)} rows`})`}
            value={guess ?? ''}
            errorMessage={flaws.find((one) => one.field === `code-${index}`)?.words}
            items={[
              { value: '', text: 'Leave these rows out' },
              ...types.map((type) => ({ value: type.code, text: type.name })),
            ]}
          />
        </>
      ))}
      <Button classes="govuk-button--secondary">Match and check again</Button>
    </Form>
  </>
);
