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

/** What is wrong with a field, in words. */
export const problemOf = (state: Pick<FormState, 'problems'>, field: string): string | undefined =>
  state.problems.find((problem) => problem.field === field)?.words;

/** What was typed in a field, else what stands there now. */
export function typedIn(state: Pick<FormState, 'typed'>, field: string, now = ''): string {
  const typed = state.typed[field];
  return typeof typed === 'string' ? typed : now;
}

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
