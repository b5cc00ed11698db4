import { type Content, hasContent } from '../markup.ts';
import { type NavigationItem, SubNavigation } from '../moj/navigation.tsx';

/** A fact in the line under the name. */
export interface KeyFact {
  readonly label: string;
  readonly value: Content;
}

/** A headed part of a record. Its id is its anchor. */
export interface RecordSection {
  readonly id: string;
  readonly title: string;
  readonly children: Content;
}

/** What a reader must know before doing anything: said as instructions, never only as a colour. */
export interface SafetyStripProps {
  readonly title?: string | undefined;
  readonly instructions: readonly Content[];
}

/** Props of {@link RecordPage}. */
export interface RecordPageProps {
  /** What kind of record it is, above its name. */
  readonly kind: string;
  readonly name: Content;
  readonly facts?: readonly KeyFact[] | undefined;
  readonly safety?: SafetyStripProps | undefined;
  /** Sections that have addresses of their own. */
  readonly navigation?: readonly NavigationItem[] | undefined;
  /** Sections on this page; with three or more, a list of links to them stands first. */
  readonly sections: readonly RecordSection[];
  /** What can be done now. */
  readonly actions?: Content;
  /** Deadlines, people involved and the like, under the actions. */
  readonly aside?: readonly RecordSection[] | undefined;
}

/** Safety strip: the first thing under a record's name, on screen and on paper. */
export function SafetyStrip({ title, instructions }: SafetyStripProps) {
  if (instructions.length === 0) return null;
  return (
    <section class="bw-safety" aria-labelledby="safety-title">
      <h2 class="bw-safety__title" id="safety-title">
        {title ?? 'Before you do anything'}
      </h2>
      <ul class="bw-safety__list">
        {instructions.map((instruction) => (
          <li>{instruction}</li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly KeyFact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl class="bw-facts">
      {facts.map((fact) => (
        <div class="bw-facts__fact">
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Contents({
  sections,
  hasActions,
}: {
  readonly sections: readonly RecordSection[];
  hasActions: boolean;
}) {
  const isLong = sections.length >= 3;
  if (!isLong && !hasActions) return null;
  return (
    <nav class={isLong ? 'bw-contents' : 'bw-contents bw-contents--short'} aria-label="On this page">
      <ul>
        {isLong &&
          sections.map((section) => (
            <li>
              <a class="govuk-link govuk-link--no-visited-state" href={`#${section.id}`}>
                {section.title}
              </a>
            </li>
          ))}
        {hasActions && (
          <li class="bw-contents__actions">
            <a class="govuk-link govuk-link--no-visited-state" href="#actions">
              What you can do
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Section({ section }: { readonly section: RecordSection }) {
  return (
    <section class="bw-section" id={section.id} aria-labelledby={`${section.id}-title`}>
      <h2 class="govuk-heading-m" id={`${section.id}-title`}>
        {section.title}
      </h2>
      {section.children}
    </section>
  );
}

/** The one page of a record. On a phone what can be done comes after what is known, with a link to it at the top. */
export function RecordPage(props: RecordPageProps) {
  const aside = props.aside ?? [];
  const hasActions = hasContent(props.actions);
  const hasAside = hasActions || aside.length > 0;
  return (
    <div class="bw-record">
      <div class="bw-record__head">
        <h1 class="govuk-heading-l bw-record__name">
          <span class="govuk-caption-l">{props.kind}</span> {props.name}
        </h1>
        <Facts facts={props.facts ?? []} />
      </div>
      {props.safety && <SafetyStrip {...props.safety} />}
      {props.navigation && <SubNavigation label="This record" items={props.navigation} />}
      <Contents sections={props.sections} hasActions={hasActions} />
      <div class={hasAside ? 'bw-split' : 'bw-split bw-split--single'}>
        <div class="bw-split__main">
          {props.sections.map((section) => (
            <Section section={section} />
          ))}
        </div>
        {hasAside && (
          <div class="bw-split__side">
            {hasActions && (
              <section class="bw-section bw-actions" id="actions" aria-labelledby="actions-title">
                <h2 class="govuk-heading-m" id="actions-title">
                  What you can do
                </h2>
                {props.actions}
              </section>
            )}
            {aside.map((section) => (
              <Section section={section} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
