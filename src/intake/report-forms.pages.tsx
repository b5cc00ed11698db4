import { asked, Button, Details, Form, Input, Select, Textarea, VersionField } from '../platform/ui/index.ts';
import type { ReportPageProps } from './report.pages.tsx';
import { outcomes, outcomeWords } from './report.words.ts';

interface FormState {
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

type CloseProps = Pick<ReportPageProps, 'report' | 'csrf'> & FormState;
export const CloseForm = (props: CloseProps) => (
  <Form action={`/reports/${props.report.id}/close`} csrfToken={props.csrf}>
    <VersionField version={props.report.version} />
    <Select
      {...asked(props, 'outcome')}
      label="How did it end?"
      items={[
        { value: '', text: 'Choose' },
        ...outcomes.map((code) => ({ value: code, text: outcomeWords[code] })),
      ]}
    />
    <Textarea
      {...asked(props, 'outcomeWords')}
      label="What was done"
      hint="The reporter reads this."
      rows={3}
    />
    <Button>Close report</Button>
  </Form>
);

type RerouteProps = Pick<ReportPageProps, 'report' | 'csrf' | 'services'> & FormState;
export const RerouteForm = (props: RerouteProps) => (
  <Form action={`/reports/${props.report.id}/reroute`} csrfToken={props.csrf}>
    <VersionField version={props.report.version} />
    <Select
      {...asked(props, 'serviceId')}
      label="Service"
      items={[
        { value: '', text: 'Choose' },
        ...props.services.map((s) => ({ value: s.id, text: `${s.agencyName}: ${s.name}` })),
      ]}
    />
    <Input {...asked(props, 'reason')} label="Why" />
    <Button classes="govuk-button--secondary">Send on</Button>
  </Form>
);

/** What a report says, put into the intelligence unit's queue: written there and never read again from here. */
export const PassOnForm = ({ report, csrf }: { report: { id: string }; csrf: string }) => (
  <Details summary="Pass to the intelligence unit">
    <p class="govuk-body">
      What it says and where goes into the unit's queue, without who reported it. The report stays with you as
      it is: nothing of it changes, and nothing comes back.
    </p>
    <Form action={`/reports/${report.id}/pass-on`} csrfToken={csrf}>
      <Button classes="govuk-button--secondary">Pass it on</Button>
    </Form>
  </Details>
);
