import {
  asked,
  Button,
  Details,
  Form,
  type FormState,
  Input,
  Select,
  WarningText,
} from '../../platform/ui/index.ts';
import { ItemReference } from '../item/reference.pages.tsx';
import type { Suggested } from './link.commands.ts';
import type { CommonNominal, Link } from './link.store.ts';
import { linkKinds, linkKindWords, linkRoles, linkRoleWords } from './link.words.ts';

interface Props extends FormState {
  itemId: string;
  links: readonly Link[];
  suggested: readonly Suggested[];
  nominals: readonly CommonNominal[];
  csrf: string;
}

const Suggestion = ({ one, itemId, csrf }: { one: Suggested; itemId: string; csrf: string }) => (
  <li>
    {linkKindWords[one.kind]} {one.label}
    {one.more &&
      (one.kind === 'person' ? `, born ${one.more}, whom the unit knows` : `, company number ${one.more}`)}
    <Form action={`/intelligence/items/${itemId}/links`} csrfToken={csrf}>
      <input type="hidden" name="linkKind" value={one.kind} />
      <input type="hidden" name="label" value={one.label} />
      <input type="hidden" name="more" value={one.more} />
      <input type="hidden" name="role" value="mentioned" />
      <div class="govuk-button-group">
        <Button classes="govuk-button--secondary" name="answer" value="confirmed">
          Link
          <span class="govuk-visually-hidden">
            {' '}
            {one.label} {one.more}
          </span>
        </Button>
        <Button classes="govuk-button--secondary" name="answer" value="refused">
          Leave out
          <span class="govuk-visually-hidden">
            {' '}
            {one.label} {one.more}
          </span>
        </Button>
      </div>
    </Form>
  </li>
);

const Linked = ({ link, itemId, csrf }: { link: Link; itemId: string; csrf: string }) => (
  <li>
    {linkKindWords[link.kind]}:{' '}
    <a class="govuk-link" href={`/intelligence/profiles/${link.id}`}>
      {link.label}
    </a>{' '}
    ({linkRoleWords[link.role].toLowerCase()}){link.note && `: ${link.note}`}
    {link.others.length > 0 && (
      <>
        {', also in '}
        {link.others.map((other, at) => (
          <>
            {at > 0 && ', '}
            <ItemReference id={other.id} reference={other.reference} />
          </>
        ))}
        {link.othersCount > link.others.length &&
          (link.othersCount < 100
            ? ` and ${link.othersCount - link.others.length} more`
            : ' and many more: 100 or over in all')}
      </>
    )}
    <Form action={`/intelligence/items/${itemId}/links/${link.id}/end`} csrfToken={csrf}>
      <Button classes="govuk-button--secondary">
        Take the link away<span class="govuk-visually-hidden"> {link.label}</span>
      </Button>
    </Form>
  </li>
);

/** What an item is about: links, what its words suggest, and which services hold the same. */
export const LinksPart = (props: Props) => {
  const { itemId, links, suggested, nominals, csrf } = props;
  const live = links.filter(({ state }) => state === 'confirmed');
  return (
    <section>
      <h2 class="govuk-heading-m">Links</h2>
      {nominals.map((one) => (
        <WarningText>
          Common nominal: {one.agencyName} holds {one.records === 1 ? '1 record' : `${one.records} records`}{' '}
          of {one.label}
          {one.matters.length > 0 && ` (${one.matters.join(', ').toLowerCase()})`}
        </WarningText>
      ))}
      {live.length > 0 ? (
        <ul class="govuk-list">
          {live.map((link) => (
            <Linked {...{ link, itemId, csrf }} />
          ))}
        </ul>
      ) : (
        <p class="govuk-body">None yet. An item that is about nobody and nothing is not finished.</p>
      )}
      {suggested.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Its words name</h3>
          <ul class="govuk-list">
            {suggested.map((one) => (
              <Suggestion {...{ one, itemId, csrf }} />
            ))}
          </ul>
        </>
      )}
      <Details
        summary="Link somebody or something else"
        open={props.problems.some(({ field }) => field === 'label')}
      >
        <Form action={`/intelligence/items/${itemId}/links`} csrfToken={csrf}>
          <Select
            {...asked(props, 'linkKind', 'person')}
            label="What"
            items={linkKinds.map((kind) => ({ value: kind, text: linkKindWords[kind] }))}
          />
          <Input {...asked(props, 'label')} label="Name, mark, number or address" />
          <Input
            {...asked(props, 'more')}
            label="Date of birth, company number or postcode"
            hint="A date like 9/4/1981. Without one of these a name is met nowhere else: many people share a name."
            classes="govuk-input--width-10"
          />
          <Select
            {...asked(props, 'role', 'subject')}
            label="As what"
            items={linkRoles.map((role) => ({ value: role, text: linkRoleWords[role] }))}
          />
          <Input
            {...asked(props, 'note')}
            label="Why the link is there (optional)"
            hint="Like: her own words, paragraph 2. It stands beside the link here and on charts."
          />
          <Button classes="govuk-button--secondary">Link it</Button>
        </Form>
      </Details>
    </section>
  );
};
