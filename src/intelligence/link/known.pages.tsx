import { Tag } from '../../platform/ui/index.ts';
import { ItemReference } from '../item/reference.pages.tsx';
import type { KnownSubject } from './known.store.ts';
import { linkKindWords } from './link.words.ts';

/** What is known of one that a question to the unit names, or that nothing is. */
export const Known = ({ subject }: { subject: KnownSubject }) => (
  <>
    <h3 class="govuk-heading-s">
      {linkKindWords[subject.kind]}: {subject.label}
    </h3>
    {subject.keyKind === null && (
      <p class="govuk-body">A name alone is no key: look it up in the queue and in the profiles.</p>
    )}
    {subject.services.length > 0 && (
      <p class="govuk-body">
        <Tag classes="govuk-tag--orange">Common nominal</Tag> known to{' '}
        {subject.services.length === 1 ? 'another service' : `${subject.services.length} services`}:
      </p>
    )}
    <ul class="govuk-list govuk-list--bullet">
      {subject.services.map((service) => (
        <li>
          {service.agencyName}: {service.records} {service.records === 1 ? 'record' : 'records'}
          {service.matters.length > 0 && ` (${service.matters.join(', ')})`}
        </li>
      ))}
      {subject.items.map((item) => (
        <li>
          <ItemReference id={item.id} reference={item.reference} />: {item.title} (
          <a class="govuk-link" href={`/intelligence/profiles/${item.linkId}`}>
            profile<span class="govuk-visually-hidden"> of {subject.label}</span>
          </a>
          )
        </li>
      ))}
      {subject.keyKind !== null && subject.items.length + subject.services.length === 0 && (
        <li>Nothing that the unit or a service under an agreement holds</li>
      )}
    </ul>
  </>
);
