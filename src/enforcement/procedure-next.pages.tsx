import { Button, type Content, TaskList } from '../platform/ui/index.ts';
import type { Condition } from './procedure.ts';

/** A step that is offered, with the needs that the file must meet for it: what its own form decides is asked there. */
export interface OfferedStep {
  line: { action: string; button: string; basis: string };
  needs: readonly Condition[];
}

/** Where a need is mended, by the field that mends it. */
type Mend = (field: string) => string | undefined;

/** How many needs are not met, in a sentence. */
export const needsInWords = (needs: readonly Pick<Condition, 'met'>[], asker = 'the law'): string => {
  const unmet = needs.filter(({ met }) => !met).length;
  return unmet === 0
    ? `Everything ${asker} asks for is here.`
    : `${unmet} of ${needs.length} ${needs.length === 1 ? 'condition' : 'conditions'} ${unmet === 1 ? 'is' : 'are'} not met yet.`;
};

/** A need as a line of a list, with its mend while it is not met. */
export const needItem = (need: Condition, mendOf: Mend) => {
  const href = need.met ? undefined : mendOf(need.field);
  return {
    title: { children: need.words },
    ...(need.met ? {} : { hint: { children: need.mend } }),
    ...(href ? { href } : {}),
    status: need.met ? { children: 'Met' } : { tag: { children: 'Not met', classes: 'govuk-tag--red' } },
  };
};

interface NextProps {
  steps: readonly OfferedStep[];
  mendOf: Mend;
  /** Who asks for it; left out, the law. */
  asker?: string;
}
/** Each step that has needs, with which of them are met and how to mend the others. */
export const NextSteps = ({ steps, mendOf, asker }: NextProps) => (
  <>
    {steps.map(
      ({ line, needs }) =>
        needs.length > 0 && (
          <>
            <h3 class="govuk-heading-s">{line.button}</h3>
            <p class="govuk-body">
              {needsInWords(needs, asker)} <span class="govuk-hint">{line.basis}</span>
            </p>
            <TaskList idPrefix={`need-${line.action}`} items={needs.map((need) => needItem(need, mendOf))} />
          </>
        ),
    )}
  </>
);

interface LinksProps {
  steps: readonly OfferedStep[];
  /** The address that the steps of the file stand under. */
  under: string;
  /** What else can be done with the file. */
  children?: Content;
  /** Who asks for what is needed; left out, the law. */
  asker?: string;
}

/** What can be done with a file by this officer, from the table: what waits for nothing as a button. */
export const StepLinks = ({ steps, under, children, asker = 'the law' }: LinksProps) =>
  steps.length === 0 ? (
    <p class="govuk-body">Nothing more can be done with it by your role.</p>
  ) : (
    <>
      {steps.map(({ line, needs }, n) =>
        needs.every(({ met }) => met) ? (
          <Button href={`${under}/${line.action}`} classes={n === 0 ? '' : 'govuk-button--secondary'}>
            {line.button}
          </Button>
        ) : (
          <p class="govuk-body">
            <strong>{line.button}</strong>: not yet.{' '}
            <a class="govuk-link" href="#next">
              See what {asker} needs
            </a>
            .
          </p>
        ),
      )}
      {children}
    </>
  );
