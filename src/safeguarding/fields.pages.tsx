import {
  Button,
  Checkboxes,
  type Content,
  Form,
  HiddenFields,
  Input,
  Radios,
  Select,
  Textarea,
  VersionField,
} from '../platform/ui/index.ts';

/** One question of a form. */
export interface Field {
  type: 'text' | 'area' | 'select' | 'radios' | 'checks' | 'day';
  name: string;
  label: string;
  hint?: string;
  items?: readonly { value: string; text: string }[];
}

export interface Problem {
  field: string;
  words: string;
}

export interface ActionFormProps {
  action: string;
  csrf: string;
  version?: number | undefined;
  fields: readonly Field[];
  /** As it stands, or as it was typed. */
  typed: Readonly<Record<string, unknown>>;
  problems: readonly Problem[];
  button: string;
  isWarning?: boolean;
  hidden?: Readonly<Record<string, string>>;
  children?: Content;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : [];

/** The choices of a table of words. */
export const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

function Question({
  field,
  typed,
  problems,
}: { field: Field } & Pick<ActionFormProps, 'typed' | 'problems'>) {
  const { name, label, hint, items = [] } = field;
  const errorMessage = problems.find((one) => one.field === name)?.words;
  const common = { name, label, hint, errorMessage };
  switch (field.type) {
    case 'area':
      return <Textarea {...common} value={textOf(typed[name])} rows={4} />;
    case 'select':
      return <Select {...common} value={textOf(typed[name])} items={items} />;
    case 'radios':
      return (
        <Radios
          name={name}
          hint={hint}
          errorMessage={errorMessage}
          fieldset={{ legend: label }}
          value={textOf(typed[name])}
          classes={items.length <= 3 ? 'govuk-radios--inline' : 'govuk-radios--small'}
          items={items.map(({ value, text }) => ({ value, children: text }))}
        />
      );
    case 'checks':
      return (
        <Checkboxes
          name={name}
          hint={hint}
          errorMessage={errorMessage}
          fieldset={{ legend: label }}
          classes="govuk-checkboxes--small"
          values={listOf(typed[name])}
          items={items.map(({ value, text }) => ({ value, children: text }))}
        />
      );
    case 'day':
      return (
        <Input
          {...common}
          hint={hint ?? 'Like 27/3/2026'}
          value={textOf(typed[name])}
          classes="govuk-input--width-10"
        />
      );
    default:
      return <Input {...common} value={textOf(typed[name])} />;
  }
}

/** A form of a few questions about somebody on the register. */
export const ActionForm = (props: ActionFormProps) => (
  <Form action={props.action} csrfToken={props.csrf}>
    {props.version !== undefined && <VersionField version={props.version} />}
    <HiddenFields values={props.hidden ?? {}} />
    {props.fields.map((field) => (
      <Question field={field} typed={props.typed} problems={props.problems} />
    ))}
    {props.children}
    <Button classes={props.isWarning ? 'govuk-button--warning' : undefined}>{props.button}</Button>
  </Form>
);
