interface Problem {
  readonly field: string;
  readonly words: string;
}
/**
 * A form that asks many things alike, each by an answer and words: `answer-children` and `words-children`. The API gives a list of
 * the same: `items: [{ item: 'children', answer: 'yes', words: '…' }]`.
 */
export interface ItemForm {
  /** What the list calls the thing that is asked about. */
  item: string;
  /** What the list calls the answer. */
  answer: string;
  /** How the fields of answers begin, where that is another word than the list's. */
  field?: string;
}
const fieldOf = ({ field, answer }: ItemForm): string => field ?? answer;

/** Codes of the things of which something was answered or written, in the order of the fields. */
function codesIn(raw: Record<string, unknown>, form: ItemForm): string[] {
  const found = Object.entries(raw).flatMap(([name, value]) => {
    const code = new RegExp(`^(?:${fieldOf(form)}|words)-(.+)$`).exec(name)?.[1];
    return code !== undefined && typeof value === 'string' && value.trim() !== '' ? [code] : [];
  });
  return [...new Set(found)];
}

/** The fields of such a form as the list of the API. Words without an answer are in it, so that they are not lost without a word. */
export const itemsOf =
  (form: ItemForm) =>
  (raw: unknown): unknown => {
    if (typeof raw !== 'object' || raw === null || 'items' in raw) return raw;
    const given: Record<string, unknown> = { ...raw };
    const items = codesIn(given, form).map((code) => ({
      [form.item]: code,
      [form.answer]: given[`${fieldOf(form)}-${code}`] || undefined,
      words: String(given[`words-${code}`] ?? ''),
    }));
    return { ...given, items };
  };

/** What is wrong with the list, at the fields of the form that it came from. */
export function atItemFields(
  problems: readonly Problem[],
  raw: Record<string, unknown>,
  form: ItemForm,
): Problem[] {
  const codes = codesIn(raw, form);
  return problems.map(({ field, words }) => {
    const [, place, part] = /^items\.(\d+)\.(\w+)$/.exec(field) ?? [];
    const code = codes[Number(place)];
    return part === undefined || code === undefined
      ? { field, words }
      : { field: `${part === form.answer ? fieldOf(form) : part}-${code}`, words };
  });
}

/** What stands in the fields of such a form, from a list that was understood; yes and no for what is true or not. */
export const typedItems = (
  items: readonly Readonly<Record<string, unknown>>[],
  form: ItemForm,
): Record<string, string> =>
  Object.fromEntries(
    items.flatMap((one) => {
      const code = String(one[form.item]);
      const answer = one[form.answer];
      return [
        [`${fieldOf(form)}-${code}`, typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer)],
        [`words-${code}`, String(one.words ?? '')],
      ];
    }),
  );
