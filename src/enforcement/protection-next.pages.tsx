import { NextSteps, type OfferedStep, StepLinks } from './procedure-next.pages.tsx';
import type { ProtectionPageProps } from './protection.pages.tsx';
import { protectionParts } from './protection.transitions.ts';

/** Whether a need is decided by what the form of the step asks, and not by the file as it stands. */
const isAskedInStep = (field: string): boolean => ['on', 'how', 'requirementId'].includes(field);

/** Where a need is mended: on the draft's own form, or on the page itself. */
const mendOf =
  (id: string) =>
  (field: string): string | undefined => {
    if (['evidence', 'requirements', 'othersTold'].includes(field)) return `#${field}-form`;
    return field === '' || isAskedInStep(field) ? undefined : `/protection/${id}/edit#${field}`;
  };

const stepsOf = ({ lines }: Pick<ProtectionPageProps, 'lines'>): OfferedStep[] =>
  lines.map(({ line, conditions }) => ({
    line,
    needs: conditions.filter(({ field }) => !isAskedInStep(field)),
  }));

/** Whether there is anything to say of what the law needs next. */
export const hasProtectionNeeds = (props: Pick<ProtectionPageProps, 'lines'>): boolean =>
  stepsOf(props).some(({ needs }) => needs.length > 0);

export const ProtectionNext = (props: ProtectionPageProps) => (
  <NextSteps steps={stepsOf(props)} mendOf={mendOf(props.file.id)} />
);

export const ProtectionStepLinks = (props: ProtectionPageProps) => {
  const { file, isOwn } = props;
  if (!isOwn)
    return <p class="govuk-body">{file.agencyName} issued this and decides what is done. Ask them.</p>;
  return (
    <StepLinks steps={stepsOf(props)} under={`/protection/${file.id}/steps`}>
      {protectionParts.draft.from.includes(file.status) && (
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
    </StepLinks>
  );
};
