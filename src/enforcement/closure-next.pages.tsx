import type { ClosurePageProps } from './closure.pages.tsx';
import { closureOpen } from './closure.transitions.ts';
import { standingNeeds } from './closure.ts';
import { NextSteps, type OfferedStep, StepLinks } from './procedure-next.pages.tsx';

/** Where a need is mended: on the draft's own form, the checklist, or the page itself. */
const mendOf =
  (id: string) =>
  (field: string): string | undefined => {
    if (field === 'checklist') return `/closures/${id}/checklist`;
    if (field === 'occupants') return '#occupants';
    return ['address', 'grounds'].includes(field) ? `/closures/${id}/edit#${field}` : undefined;
  };

const stepsOf = ({ lines }: Pick<ClosurePageProps, 'lines'>): OfferedStep[] =>
  lines.map(({ line, conditions }) => {
    const standing: readonly string[] = standingNeeds(line);
    return { line, needs: conditions.filter(({ code }) => standing.includes(code)) };
  });

/** Whether there is anything to say of what the law needs next. */
export const hasClosureNeeds = (props: Pick<ClosurePageProps, 'lines'>): boolean =>
  stepsOf(props).some(({ needs }) => needs.length > 0);

export const ClosureNext = (props: ClosurePageProps) => (
  <NextSteps steps={stepsOf(props)} mendOf={mendOf(props.file.id)} />
);

export const ClosureStepLinks = (props: ClosurePageProps) => {
  const { file, isOwn } = props;
  if (!isOwn)
    return (
      <p class="govuk-body">{file.agencyName} closes these premises and decides what is done. Ask them.</p>
    );
  return (
    <StepLinks steps={stepsOf(props)} under={`/closures/${file.id}/steps`}>
      {closureOpen.draft.from.includes(file.status) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/closures/${file.id}/edit`}>
            Change the draft
          </a>
        </p>
      )}
    </StepLinks>
  );
};
