import { Button, TaskList } from '../platform/ui/index.ts';
import type { ProtectionPageProps } from './protection.pages.tsx';

/** Whether a need is decided by what the form of the step asks, and not by the file as it stands. */
const isAskedInStep = (field: string): boolean => ['on', 'how', 'requirementId'].includes(field);

/** Where a need is mended: on the draft's own form, or on the page itself. */
const mendOf = (id: string, field: string): string | undefined => {
  if (['evidence', 'requirements', 'othersTold'].includes(field)) return `#${field}-form`;
  return field === '' || isAskedInStep(field) ? undefined : `/protection/${id}/edit#${field}`;
};

/** The steps that have needs, each with those that the file must meet: what the form of the step decides is asked there. */
const stepsWithNeeds = ({ lines }: Pick<ProtectionPageProps, 'lines'>) =>
  lines
    .map(({ line, conditions }) => ({ line, now: conditions.filter((c) => !isAskedInStep(c.field)) }))
    .filter(({ now }) => now.length > 0);
/** Whether there is anything to say of what the law needs next. */
export const hasNeeds = (props: Pick<ProtectionPageProps, 'lines'>): boolean =>
  stepsWithNeeds(props).length > 0;

/** Each step that has needs, with which of them are met and how to mend the others. */
export const NextSteps = ({ file, lines }: ProtectionPageProps) => (
  <>
    {stepsWithNeeds({ lines }).map(({ line, now }) => {
      const unmet = now.filter((c) => !c.met).length;
      return (
        <>
          <h3 class="govuk-heading-s">{line.button}</h3>
          <p class="govuk-body">
            {unmet === 0
              ? 'Everything the law asks for is here.'
              : `${unmet} of ${now.length} ${unmet === 1 ? 'condition is' : 'conditions are'} not met yet.`}{' '}
            <span class="govuk-hint">{line.basis}</span>
          </p>
          <TaskList
            idPrefix={`need-${line.action}`}
            items={now.map((c) => {
              const href = c.met ? undefined : mendOf(file.id, c.field);
              return {
                title: { children: c.words },
                ...(c.met ? {} : { hint: { children: c.mend } }),
                ...(href ? { href } : {}),
                status: c.met
                  ? { children: 'Met' }
                  : { tag: { children: 'Not met', classes: 'govuk-tag--red' } },
              };
            })}
          />
        </>
      );
    })}
  </>
);

/** What can be done with the file by this officer, from the table: the step that is ready first. */
export function StepLinks({ file, lines, isOwn }: ProtectionPageProps) {
  if (!isOwn)
    return <p class="govuk-body">{file.agencyName} issued this and decides what is done. Ask them.</p>;
  if (lines.length === 0) return <p class="govuk-body">Nothing more can be done with it by your role.</p>;
  const isReady = (n: number) => lines[n]?.conditions.every((c) => c.met || isAskedInStep(c.field)) ?? false;
  return (
    <>
      {lines.map(({ line }, n) =>
        isReady(n) ? (
          <Button
            href={`/protection/${file.id}/steps/${line.action}`}
            classes={n === 0 ? '' : 'govuk-button--secondary'}
          >
            {line.button}
          </Button>
        ) : (
          <p class="govuk-body">
            <strong>{line.button}</strong>: not yet.{' '}
            <a class="govuk-link" href="#next">
              See what the law needs
            </a>
            .
          </p>
        ),
      )}
      {file.status === 'drafted' && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/protection/${file.id}/edit`}>
            Change the draft
          </a>
        </p>
      )}
      {file.penaltyId && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/penalties/${file.penaltyId}`}>
            The fixed penalty for the breach
          </a>
        </p>
      )}
    </>
  );
}
