/** What was typed in a form and what is wrong with it, when it is shown again; both are empty the first time. */
export interface FormState {
  readonly problems: readonly { readonly field: string; readonly words: string }[];
  readonly typed: Readonly<Record<string, unknown>>;
  /** The form that was answered, where a page has several; without it every form takes the answer for its own. */
  readonly form?: string | undefined;
}

/**
 * The state of one form of several on a page: what was typed and what is wrong belong to the form that was answered alone.
 * Without it two forms with a field of one name would both show the error: `<EvidenceForm {...stateOf(props, 'evidence')} />`.
 */
export const stateOf = <State extends FormState>(state: State, form: string): State =>
  state.form === undefined || state.form === form ? state : { ...state, problems: [], typed: {} };

/** Whether this form of the page was answered and is to be changed: it then stands open. */
export const isAgain = (state: FormState, form: string): boolean =>
  state.form === form && state.problems.length > 0;

/** What is wrong with a field, in words. */
export const problemOf = (state: Pick<FormState, 'problems'>, field: string): string | undefined =>
  state.problems.find((problem) => problem.field === field)?.words;

/** What was typed in a field, else what stands there now. */
export function typedIn(state: Pick<FormState, 'typed'>, field: string, now = ''): string {
  const typed = state.typed[field];
  return typeof typed === 'string' ? typed : now;
}

/** What was ticked of a list, whether it came as one value, as several or not at all; else what stands there now. */
export function tickedIn(
  state: Pick<FormState, 'typed'>,
  field: string,
  now: readonly string[] = [],
): readonly string[] {
  const typed = state.typed[field];
  if (Array.isArray(typed)) return typed.map(String);
  return typeof typed === 'string' ? [typed] : now;
}

/** Whether a box that stands alone was ticked. */
export const isTicked = (state: Pick<FormState, 'typed'>, field: string): boolean =>
  ['yes', 'true'].includes(typedIn(state, field));

/** Values that were understood or are kept, as a form would have them typed: text, and lists of what was ticked. */
export const asTyped = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      Array.isArray(value) ? value.map(String) : value === null || value === undefined ? '' : String(value),
    ]),
  );

/** The part of a field that every field of a form has alike: `<Input {...asked(props, 'title')} label="Title" />`. */
export const asked = (state: FormState, name: string, now = '') => ({
  name,
  value: typedIn(state, name, now),
  errorMessage: problemOf(state, name),
});

/** A list to choose from that starts with no choice. */
export const toChoose = <Item extends { value: string; text: string }>(items: readonly Item[]) => [
  { value: '', text: 'Choose' },
  ...items,
];

/** A list to narrow by that starts with any. */
export const orAny = <Item extends { value: string; text: string }>(items: readonly Item[]) => [
  { value: '', text: 'Any' },
  ...items,
];
