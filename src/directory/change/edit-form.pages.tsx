import type { FieldProblem } from '../../platform/failures/failures.ts';
import {
  Button,
  Checkboxes,
  Form,
  Input,
  InsetText,
  Select,
  Textarea,
  VersionField,
} from '../../platform/ui/index.ts';
import type { Difference } from './change.words.ts';
import { WeekFields } from './week.pages.tsx';

interface FieldShape {
  name: string;
  label: string;
  hint?: string;
}
export interface FieldChoice {
  value: string;
  text: string;
  hint?: string;
}
/** One question of an editing form. */
export type EditField =
  | (FieldShape & { type: 'text' | 'email' | 'tel' | 'day' | 'lines' })
  | (FieldShape & { type: 'ticks'; items: readonly FieldChoice[] })
  /** `none` is what choosing nothing means, where that is an answer. */
  | (FieldShape & { type: 'select'; items: readonly FieldChoice[]; none?: string })
  | (FieldShape & { type: 'tick' })
  | (FieldShape & { type: 'week' });

/** Whatever was typed or is there now, by field name. */
export type Typed = Readonly<Record<string, unknown>>;

export interface EditFormProps {
  heading: string;
  /** What is being edited, above the heading. */
  caption?: string;
  action: string;
  csrf: string;
  fields: readonly EditField[];
  typed: Typed;
  problems: readonly FieldProblem[];
  /** The version on the screen; none where the record is new. */
  version?: number | undefined;
  /** Plain words before the fields. */
  about?: string | undefined;
}

const textOf = (value: unknown): string =>
  value === undefined || value === null ? '' : Array.isArray(value) ? value.join('\n') : String(value);

const listOf = (value: unknown): string[] =>
  value === undefined || value === null || value === ''
    ? []
    : typeof value === 'object'
      ? Object.values(value).map(String)
      : [String(value)];

function Field({ field, props }: { field: EditField; props: EditFormProps }) {
  const { name, label, hint } = field;
  // A list's problem is about one of its values: `areaCodes.2`.
  const errorMessage = props.problems.find((p) => p.field === name || p.field.startsWith(`${name}.`))?.words;
  const value = props.typed[name];
  const shared = { name, label, hint, errorMessage };
  switch (field.type) {
    case 'lines':
      return <Textarea {...shared} rows={4} value={textOf(value)} />;
    case 'select':
      return (
        <Select
          {...shared}
          value={textOf(value)}
          items={[
            { value: '', text: field.none ?? 'Choose' },
            ...field.items.map(({ value: v, text }) => ({ value: v, text })),
          ]}
        />
      );
    case 'ticks':
      return (
        <Checkboxes
          name={name}
          fieldset={{ legend: label }}
          hint={hint}
          errorMessage={errorMessage}
          values={listOf(value)}
          items={field.items.map((item) => ({ value: item.value, children: item.text, hint: item.hint }))}
        />
      );
    case 'tick':
      return (
        <Checkboxes
          name={name}
          errorMessage={errorMessage}
          items={[
            { value: 'yes', children: label, hint, checked: value === true || listOf(value).includes('yes') },
          ]}
        />
      );
    case 'week':
      return <WeekFields label={label} hint={hint} typed={props.typed} problems={props.problems} />;
    case 'day':
      return (
        <Input
          {...shared}
          hint={hint ?? 'Like 30/11/2026'}
          classes="govuk-input--width-10"
          value={textOf(value)}
        />
      );
    default:
      return <Input {...shared} type={field.type} classes="govuk-!-width-two-thirds" value={textOf(value)} />;
  }
}

/** A form that changes the directory: its questions, and why. What is typed is looked at before it is saved. */
export function EditForm(props: EditFormProps) {
  const reason = props.problems.find((p) => p.field === 'reason')?.words;
  return (
    <>
      <h1 class="govuk-heading-l">
        {props.caption && <span class="govuk-caption-l">{props.caption}</span>} {props.heading}
      </h1>
      {props.about && <InsetText>{props.about}</InsetText>}
      <Form action={props.action} csrfToken={props.csrf}>
        {props.version !== undefined && <VersionField version={props.version} />}
        {props.fields.map((field) => (
          <Field field={field} props={props} />
        ))}
        <Input
          name="reason"
          label="Why"
          hint="Kept with the change for good"
          classes="govuk-!-width-two-thirds"
          value={textOf(props.typed.reason)}
          errorMessage={reason}
        />
        <Button name="go" value="preview">
          See what changes
        </Button>
      </Form>
    </>
  );
}

/** What saving would do, before it is done. */
export interface Preview {
  differences: readonly Difference[];
  /** What follows from it elsewhere, a sentence each. */
  effects: readonly string[];
  /** Somebody gains or loses sight of something: said first. */
  warning?: string | undefined;
}
