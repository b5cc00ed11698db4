import { type Found, searchCap } from '../platform/search/found.ts';
import { highlighted } from '../platform/search/highlight.ts';
import { Button, EmptyState, Form, Input, InsetText, Paging, SubNavigation } from '../platform/ui/index.ts';
import { type FoundKind, pageRows, type SearchKind, type SearchView, searchKinds } from './search.kinds.ts';

const address = (words: string, kind?: SearchKind, page?: number): string =>
  `/search?${new URLSearchParams({ q: words, ...(kind ? { kind } : {}), ...(page && page > 1 ? { page: String(page) } : {}) })}`;
const countWords = (count: number): string => (count >= searchCap ? `${searchCap} or more` : String(count));

/** One box over everything the viewer may see, what was found by kind, and one kind a page at a time. */
export function SearchPage(props: SearchView) {
  const { words, kind, kinds } = props;
  const some = kinds.filter((one) => one.count > 0 || one.kind === kind);
  return (
    <>
      <h1 class="govuk-heading-l">{words ? `Search for “${words}”` : 'Search'}</h1>
      <Form method="get" action="/search">
        <Input
          name="q"
          id="q"
          label="Words, name, number, mark or reference"
          hint="A reference, like R-7K3M-2XQ, opens its record."
          value={words}
          type="search"
        />
        {kind && <input type="hidden" name="kind" value={kind} />}
        <Button>Search</Button>
      </Form>
      {some.length > 0 && (
        <SubNavigation
          label="Kinds of record"
          items={[
            { href: address(words), children: 'All', active: !kind },
            ...some.map((one) => ({
              href: address(words, one.kind),
              children: `${searchKinds[one.kind]} (${countWords(one.count)})`,
              active: one.kind === kind,
            })),
          ]}
        />
      )}
      {words !== '' && kinds.every((one) => one.count === 0) && <Nothing />}
      {kind ? (
        <OneKind {...props} kind={kind} />
      ) : (
        some.map((one) => (
          <section>
            <h2 class="govuk-heading-m">{searchKinds[one.kind]}</h2>
            <Rows one={one} words={words} />
            {one.count > one.found.length && (
              <p class="govuk-body">
                <a class="govuk-link" href={address(words, one.kind)}>
                  All {countWords(one.count)} {searchKinds[one.kind].toLowerCase()}
                </a>
              </p>
            )}
          </section>
        ))
      )}
    </>
  );
}

function OneKind({ words, kind, kinds, page }: SearchView & { kind: SearchKind }) {
  const one = kinds.find((each) => each.kind === kind);
  if (!one || words === '') return null;
  const from = (page - 1) * pageRows;
  const last = from + one.found.length;
  return (
    <section>
      <h2 class="govuk-heading-m">{searchKinds[kind]}</h2>
      {one.found.length === 0 ? (
        one.count > 0 && <p class="govuk-body">There is nothing more on this page.</p>
      ) : (
        <Rows one={one} words={words} />
      )}
      <Paging
        label={searchKinds[kind]}
        showing={one.found.length > 0 ? `${from + 1} to ${last} of ${countWords(one.count)}` : undefined}
        previousHref={page > 1 ? address(words, kind, page - 1) : undefined}
        nextHref={last < one.count ? address(words, kind, page + 1) : undefined}
      />
    </section>
  );
}

const Rows = ({ one, words }: { one: FoundKind; words: string }) => (
  <>
    {one.isAlike && <InsetText>None of these has the very words. They have words like them.</InsetText>}
    <ul class="govuk-list govuk-list--spaced">
      {one.found.map((found) => (
        <Row found={found} words={words} />
      ))}
    </ul>
  </>
);

const Row = ({ found, words }: { found: Found; words: string }) => (
  <li>
    <a class="govuk-link" href={found.href}>
      <Marked text={found.title} words={words} />
    </a>
    <br />
    <Marked text={found.about} words={words} />
  </li>
);

const Marked = ({ text, words }: { text: string; words: string }) => (
  <>{highlighted(text, words).map((part) => (part.isHit ? <mark>{part.text}</mark> : part.text))}</>
);

const Nothing = () => (
  <EmptyState title="Nothing found that you can see">
    <ul class="govuk-list govuk-list--bullet">
      <li>Try fewer words, or one word that is sure to be in it.</li>
      <li>For a vehicle or a telephone, enter the whole mark or number; gaps do not matter.</li>
      <li>For a place, enter the street or the postcode without the house number.</li>
      <li>What another agency holds and does not share with yours is not found here: ask them.</li>
    </ul>
  </EmptyState>
);
