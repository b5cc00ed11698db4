import type { PageReply } from '../platform/http/reply.ts';
import { type Content, DataTable, renderFragment, SummaryList } from '../platform/ui/index.ts';

/** One box of a form as a page shows it. */
interface Box {
  name: string;
  label: string;
  /** In words, as it stands in the box. */
  value: string;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
/** What no reader types: what names the sending, or goes along unseen. */
const unseen = ['hidden', 'submit', 'button', 'password', 'file', 'search'];

/** The forms of a page that are sent to an address. */
const formsTo = (html: string, sentTo: string): string[] =>
  (html.match(/<form\b[\s\S]*?<\/form>/g) ?? []).filter((form) => form.includes(` action="${sentTo}"`));

/** The boxes of a form, each with its label and what stands in it; of choices those that are made. */
export function boxesIn(form: string): Box[] {
  const labelOf = (id: string | undefined) =>
    id ? plain(new RegExp(`<label[^>]* for="${id}"[^>]*>([\\s\\S]*?)</label>`).exec(form)?.[1] ?? '') : '';
  /** The question over a group of boxes. */
  const legendAt = (index: number) => {
    const from = form.lastIndexOf('<fieldset', index);
    if (from < form.lastIndexOf('</fieldset>', index)) return '';
    return plain(/<legend[^>]*>([\s\S]*?)<\/legend>/.exec(form.slice(from, index))?.[1] ?? '');
  };
  const boxes: Box[] = [];
  const put = (name: string, label: string, value: string) => {
    const one = boxes.find((box) => box.name === name);
    if (!one) boxes.push({ name, label, value });
    else if (value) one.value = [one.value, value].filter(Boolean).join(', ');
  };
  for (const found of form.matchAll(/<(input|textarea|select)\b[^>]*>(?:([\s\S]*?)<\/\1>)?/g)) {
    const [whole, kind, inside = ''] = found;
    const tag = whole.slice(0, whole.indexOf('>') + 1);
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type') ?? 'text'];
    if (!name || (kind === 'input' && unseen.includes(type))) continue;
    const label = labelOf(attribute(tag, 'id'));
    const over = legendAt(found.index);
    const isChoice = type === 'radio' || type === 'checkbox';
    if (kind === 'input' && isChoice) put(name, over || label, / checked\b/.test(tag) ? label || 'Yes' : '');
    else if (kind === 'select')
      put(name, label, plain(/<option\b[^>]* selected[^>]*>([\s\S]*?)<\/option>/.exec(inside)?.[1] ?? ''));
    else
      put(
        name,
        [over, label].filter(Boolean).join(': '),
        plain(kind === 'textarea' ? inside : (attribute(tag, 'value') ?? '')),
      );
  }
  return boxes;
}

const nameWords = (name: string): string => {
  const words = name
    .replace(/([A-Z])/g, ' $1')
    .replace(/[-_]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
/** What was typed into a form that the page no longer has: what goes along unseen is left out. */
const typedRows = (typed: Readonly<Record<string, unknown>>) =>
  Object.entries(typed).flatMap(([name, value]) =>
    typeof value !== 'string' || value === '' || /^_|^version$|^go$|password|Id$|^action$/.test(name)
      ? []
      : [{ key: nameWords(name), value }],
  );

/**
 * Over a form that came after somebody else’s save: what is there now where it is not what was typed; and what was typed in words of
 * its own, where the page has that form no more.
 */
export function Settle({ page, sentTo }: { page: PageReply; sentTo: string | undefined }): Content {
  const { settle } = page;
  if (!settle || !sentTo) return null;
  const forms = formsTo(renderFragment(<>{page.body as Content}</>), sentTo);
  if (forms.length === 0) {
    const rows = typedRows(settle.typed);
    return rows.length === 0 ? null : (
      <section aria-labelledby="typed-before">
        <h2 class="govuk-heading-m" id="typed-before">
          What you typed
        </h2>
        <p class="govuk-body">It is not saved. Copy what is still needed before you leave this page.</p>
        <SummaryList rows={rows} />
      </section>
    );
  }
  const now = settle.now === undefined ? [] : formsTo(renderFragment(<>{settle.now as Content}</>), sentTo);
  const rows = forms.flatMap((form, at) => {
    const before = boxesIn(now[at] ?? '');
    return boxesIn(form).flatMap((box) => {
      const stands = before.find(({ name }) => name === box.name)?.value ?? '';
      return stands === '' || stands === box.value ? [] : [{ ...box, stands }];
    });
  });
  return (
    <section aria-labelledby="as-it-stands">
      <h2 class="govuk-heading-m" id="as-it-stands">
        Saved before you
      </h2>
      <p class="govuk-body">
        Nothing of yours is saved yet. What you typed stands in the form as you left it: look at what is there
        now, change the form where it is needed, and save it again.
      </p>
      {rows.length > 0 && (
        <DataTable
          caption="What is there now, and what you typed"
          empty={{ title: 'Nothing differs', children: 'What you typed is what is there.' }}
          rows={rows}
          columns={[
            { heading: 'Field', cell: (row) => row.label || nameWords(row.name) },
            { heading: 'There now', cell: (row) => row.stands },
            { heading: 'You typed', cell: (row) => row.value || 'Nothing' },
          ]}
        />
      )}
    </section>
  );
}
