import { Button, Details, Form, Textarea } from '../platform/ui/index.ts';
import type { QuarterProps } from './quarter.pages.tsx';

const typedIn = (typed: Record<string, unknown>, field: string): string =>
  typeof typed[field] === 'string' ? (typed[field] as string) : ''; // just found to be text
/** Freezes and publishes a quarter, or corrects it. */
export function PublishForm({ quarter, editions, csrf, isOver, problems, typed }: QuarterProps) {
  const problem = (field: string) => problems.find((p) => p.field === field)?.words;
  const isAgain = editions.length > 0;
  if (!isOver) return <p class="govuk-body">It can be published when the quarter is over.</p>;
  return (
    <Details
      summary={isAgain ? 'Publish a corrected edition' : 'Freeze and publish'}
      open={problems.length > 0}
    >
      <p class="govuk-body">
        The Management Board and the communications team will read it, with small numbers left out. It cannot
        be taken back: a correction is a further edition.
      </p>
      <Form action={`/figures/quarter/${quarter}/publish`} csrfToken={csrf}>
        <Textarea
          name="summary"
          label="Summary for the first page"
          rows={4}
          value={typedIn(typed, 'summary')}
          errorMessage={problem('summary')}
        />
        {isAgain && (
          <Textarea
            name="reason"
            label="What was corrected, and why"
            rows={2}
            value={typedIn(typed, 'reason')}
            errorMessage={problem('reason')}
          />
        )}
        <Button>{isAgain ? 'Publish the corrected edition' : 'Freeze and publish'}</Button>
      </Form>
    </Details>
  );
}
