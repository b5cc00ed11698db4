import { Button, TaskList } from '../platform/ui/index.ts';
import type { ClosurePageProps } from './closure.pages.tsx';
import { standingNeeds } from './closure.ts';

type Lines = Pick<ClosurePageProps, 'lines'>;

/** Where a need is mended: on the draft's own form, the checklist, or the page itself. */
const mendOf = (id: string, field: string): string | undefined => {
  if (field === 'checklist') return `/closures/${id}/checklist`;
  if (field === 'occupants') return '#occupants';
  return ['address', 'grounds'].includes(field) ? `/closures/${id}/edit#${field}` : undefined;
};

/** The steps that have needs, each with those that the file must meet: what the form of the step decides is asked there. */
const stepsWithNeeds = ({ lines }: Lines) =>
  lines
    .map(({ line, conditions }) => ({
      line,
      now: conditions.filter(({ code }) => (standingNeeds(line) as readonly string[]).includes(code)), // compared as text alone
    }))
    .filter(({ now }) => now.length > 0);
/** Whether there is anything to say of what the law needs next. */
export const hasClosureNeeds = (props: Lines): boolean => stepsWithNeeds(props).length > 0;

/** Each step that has needs, with which of them are met and how to mend the others. */
export const ClosureNext = ({ file, lines }: ClosurePageProps) => (
  <>
    {stepsWithNeeds({ lines }).map(({ line, now }) => {
      const unmet = now.filter((c) => !c.met).length;
      return (
        <>
          <h3 class="govuk-heading-s">{line.button}</h3>
          <p class="govuk-body">
            {unmet === 0
              ? 'Everything the law asks of the file is here.'
              : `${unmet} of ${now.length} ${now.length === 1 ? 'condition is' : 'conditions are'} not met yet.`}{' '}
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

/** What can be done with the file by this officer, from the table: what waits for nothing as a button. */
export function ClosureStepLinks({ file, lines, isOwn }: ClosurePageProps) {
  if (!isOwn)
    return (
      <p class="govuk-body">{file.agencyName} closes these premises and decides what is done. Ask them.</p>
    );
  if (lines.length === 0) return <p class="govuk-body">Nothing more can be done with it by your role.</p>;
  const waiting = new Set(
    stepsWithNeeds({ lines })
      .filter(({ now }) => now.some((c) => !c.met))
      .map(({ line }) => line.action),
  );
  return (
    <>
      {lines.map(({ line }, n) =>
        waiting.has(line.action) ? (
          <p class="govuk-body">
            <strong>{line.button}</strong>: not yet.{' '}
            <a class="govuk-link" href="#next">
              See what the law needs
            </a>
            .
          </p>
        ) : (
          <Button
            href={`/closures/${file.id}/steps/${line.action}`}
            classes={n === 0 ? '' : 'govuk-button--secondary'}
          >
            {line.button}
          </Button>
        ),
      )}
      {file.status === 'prepared' && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/closures/${file.id}/edit`}>
            Change the draft
          </a>
        </p>
      )}
    </>
  );
}
