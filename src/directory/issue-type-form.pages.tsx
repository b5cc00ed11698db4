import { Button, Checkboxes, Form, Input, Textarea } from '../platform/ui/index.ts';

/** What was typed in a field before, and what is wrong with it. */
export const said = (props: Pick<IssueFormProps, 'problems' | 'typed'>, field: string) => ({
  value: typeof props.typed[field] === 'string' ? (props.typed[field] as string) : undefined,
  errorMessage: props.problems.find((p) => p.field === field)?.words,
});

interface IssueFormProps {
  heading: string;
  action: string;
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

export function IssueTypeForm(props: IssueFormProps) {
  const tick = (name: string) => props.typed[name] === true || props.typed[name] === 'yes';
  return (
    <>
      <h1 class="govuk-heading-l">{props.heading}</h1>
      <Form action={props.action} csrfToken={props.csrf}>
        {props.typed.version !== undefined && (
          <input type="hidden" name="version" value={String(props.typed.version)} />
        )}
        <Input name="name" label="Name" {...said(props, 'name')} />
        <Input name="groupName" label="Group" {...said(props, 'groupName')} />
        <Textarea
          name="words"
          label="Words people use for it"
          hint="One on each line"
          rows={5}
          {...said(props, 'words')}
        />
        <Input name="hint" label="Hint for the reporter" {...said(props, 'hint')} />
        <Input
          name="targetWorkingDays"
          label="Working days to answer"
          classes="govuk-input--width-3"
          {...said(props, 'targetWorkingDays')}
        />
        <Checkboxes
          name="flags"
          fieldset={{ legend: 'What else' }}
          items={[
            { value: 'asksLandOwner', children: 'Ask whose land it is', checked: tick('asksLandOwner') },
            {
              value: 'isSensitive',
              children: 'Sensitive: its existence is for the owning service alone',
              checked: tick('isSensitive'),
            },
            { value: 'isActive', children: 'Reports of it are taken', checked: tick('isActive') },
          ]}
        />
        <Input name="reason" label="Why this change" {...said(props, 'reason')} />
        <Button>Save</Button>
      </Form>
    </>
  );
}
