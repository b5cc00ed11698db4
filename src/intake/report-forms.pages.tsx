import { Button, Form, Input, Select, Textarea } from '../platform/ui/index.ts';
import type { ReportPageProps } from './report.pages.tsx';
import { outcomes, outcomeWords } from './report.words.ts';

interface FormState {
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}
const problemOf = (state: FormState, field: string): string | undefined =>
  state.problems.find((p) => p.field === field)?.words;
const typedIn = (state: FormState, field: string): string =>
  typeof state.typed[field] === 'string' ? (state.typed[field] as string) : '';

type CloseProps = Pick<ReportPageProps, 'report' | 'csrf'> & FormState;
export const CloseForm = (props: CloseProps) => (
  <Form action={`/reports/${props.report.id}/close`} csrfToken={props.csrf}>
    <input type="hidden" name="version" value={props.report.version} />
    <Select
      name="outcome"
      label="How did it end?"
      errorMessage={problemOf(props, 'outcome')}
      value={typedIn(props, 'outcome')}
      items={[
        { value: '', text: 'Choose' },
        ...outcomes.map((code) => ({ value: code, text: outcomeWords[code] })),
      ]}
    />
    <Textarea
      name="outcomeWords"
      label="What was done"
      hint="The reporter reads this."
      rows={3}
      value={typedIn(props, 'outcomeWords')}
      errorMessage={problemOf(props, 'outcomeWords')}
    />
    <Button>Close report</Button>
  </Form>
);

type RerouteProps = Pick<ReportPageProps, 'report' | 'csrf' | 'services'> & FormState;
export const RerouteForm = (props: RerouteProps) => (
  <Form action={`/reports/${props.report.id}/reroute`} csrfToken={props.csrf}>
    <input type="hidden" name="version" value={props.report.version} />
    <Select
      name="serviceId"
      label="Service"
      errorMessage={problemOf(props, 'serviceId')}
      value={typedIn(props, 'serviceId')}
      items={[
        { value: '', text: 'Choose' },
        ...props.services.map((s) => ({ value: s.id, text: `${s.agencyName}: ${s.name}` })),
      ]}
    />
    <Input
      name="reason"
      label="Why"
      value={typedIn(props, 'reason')}
      errorMessage={problemOf(props, 'reason')}
    />
    <Button classes="govuk-button--secondary">Send on</Button>
  </Form>
);
