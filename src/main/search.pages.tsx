import { Button, EmptyState, Form, Input } from '../platform/ui/index.ts';
import type { Found } from './search.routes.tsx';

const kindWords: Record<Found['kind'], string> = {
  record: 'People, firms, vehicles and places',
  report: 'Reports',
};

export function SearchPage({ words, found }: { words: string; found: readonly Found[] }) {
  const kinds = [...new Set(found.map((one) => one.kind))];
  return (
    <>
      <h1 class="govuk-heading-l">{words ? `Search for “${words}”` : 'Search'}</h1>
      <Form method="get" action="/search">
        <Input name="q" id="q" label="Words, name, number, mark or reference" value={words} type="search" />
        <Button>Search</Button>
      </Form>
      {words !== '' && found.length === 0 && (
        <EmptyState title="Nothing found that you can see">
          Check the spelling, or try fewer words.
        </EmptyState>
      )}
      {kinds.map((kind) => (
        <section>
          <h2 class="govuk-heading-m">{kindWords[kind]}</h2>
          <ul class="govuk-list govuk-list--spaced">
            {found
              .filter((one) => one.kind === kind)
              .map((one) => (
                <li>
                  <a class="govuk-link" href={one.href}>
                    {one.title}
                  </a>
                  <br />
                  {one.about}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
