import { Button } from '../platform/ui/index.ts';
import type { EncampmentPageProps } from './encampment.pages.tsx';
import { encampmentLineOf, encampmentOpen } from './encampment.transitions.ts';
import { standingNeeds } from './encampment.ts';
import { NextSteps, type OfferedStep, StepLinks } from './procedure-next.pages.tsx';

/** Where a need is mended: on the report's own form, or in the welfare assessment. */
const mendOf =
  (id: string) =>
  (field: string): string | undefined => {
    if (field === 'welfare') return `/encampments/${id}/welfare`;
    return ['landWords', 'caravans'].includes(field) ? `/encampments/${id}/edit#${field}` : undefined;
  };

const stepsOf = ({ lines }: Pick<EncampmentPageProps, 'lines'>): OfferedStep[] =>
  lines.map(({ line, conditions }) => {
    const standing: readonly string[] = standingNeeds(line);
    return { line, needs: conditions.filter(({ code }) => standing.includes(code)) };
  });

/** Whether there is anything to say of what the law needs next. */
export const hasEncampmentNeeds = (props: Pick<EncampmentPageProps, 'lines'>): boolean =>
  stepsOf(props).some(({ needs }) => needs.length > 0);

export const EncampmentNext = (props: EncampmentPageProps) => (
  <NextSteps steps={stepsOf(props)} mendOf={mendOf(props.file.id)} />
);

/** What can be done; the direction is shown from the first day, and cannot be pressed before welfare was assessed. */
export const EncampmentStepLinks = (props: EncampmentPageProps) => {
  const { file, isOwn, lines } = props;
  if (!isOwn)
    return (
      <p class="govuk-body">{file.agencyName} answers for this land and decides what is done. Ask them.</p>
    );
  return (
    <StepLinks steps={stepsOf(props)} under={`/encampments/${file.id}/steps`}>
      {file.status === 'reported' && lines.length > 0 && (
        <>
          <Button type="button" disabled>
            {encampmentLineOf('direct').button}
          </Button>
          <p class="govuk-body">A direction follows the whole welfare assessment.</p>
        </>
      )}
      {encampmentOpen.report.from.includes(file.status) && lines.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/encampments/${file.id}/edit`}>
            Change the report
          </a>
        </p>
      )}
    </StepLinks>
  );
};
