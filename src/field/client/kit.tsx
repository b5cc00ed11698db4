import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ErrorSummary, type FormState, Tag } from '../../platform/ui/index.ts';
import type { Item, ItemState, Problem } from './model.ts';

/** A page of the app: its heading takes the focus, so that a screen reader tells where one is. */
export function Page(props: {
  title: string;
  caption?: string | undefined;
  back?: boolean;
  children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { title } = props;
  useEffect(() => {
    document.title = `${title} – Bailiwick field`;
    if (props.back) heading.current?.focus();
    window.scrollTo(0, 0);
  }, [title, props.back]);
  return (
    <>
      {props.back && (
        <a class="govuk-back-link" href="#/">
          Today
        </a>
      )}
      <h1 class="govuk-heading-l" ref={heading} tabindex={-1}>
        {props.caption && <span class="govuk-caption-l">{props.caption}</span>}
        {title}
      </h1>
      {props.children}
    </>
  );
}

/** What was typed, by the name of its field. */
export type Typed = Record<string, unknown>;

interface FormProps {
  initial: Typed;
  problems?: readonly Problem[] | undefined;
  button: string;
  /** Keeps what was typed, or says what to change. */
  onKeep(typed: Typed): Promise<readonly Problem[]>;
  children(state: FormState): ComponentChildren;
}

const typedOf = (form: HTMLFormElement): Typed => {
  const typed: Typed = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue;
    const known = typed[name];
    typed[name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value];
  }
  return typed;
};

/** A form that keeps what it is told on the telephone. */
export function CaptureForm(props: FormProps) {
  const [typed, setTyped] = useState<Typed>(props.initial);
  const [problems, setProblems] = useState<readonly Problem[]>(props.problems ?? []);
  const [isKeeping, setKeeping] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  useEffect(() => {
    const summary = box.current;
    summary?.addEventListener('click', toField);
    return () => summary?.removeEventListener('click', toField);
  }, []);
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isKeeping || !(event.currentTarget instanceof HTMLFormElement)) return;
    setKeeping(true);
    try {
      setProblems(await props.onKeep(typedOf(event.currentTarget)));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      setProblems([{ field: '', words: `It could not be kept on this telephone: ${why}` }]);
    } finally {
      setKeeping(false);
    }
  };
  return (
    <>
      <div ref={box} tabindex={-1}>
        {problems.length > 0 && (
          <ErrorSummary
            errorList={problems.map(({ field, words }) => ({
              children: words,
              ...(field && { href: `${toPrefix}${field}` }),
            }))}
          />
        )}
      </div>
      <form noValidate onSubmit={keep} onInput={(event) => setTyped(typedOf(event.currentTarget))}>
        {props.children({ typed, problems })}
        <button class="govuk-button bw-field__button" type="submit" disabled={isKeeping}>
          {isKeeping ? 'Keeping…' : props.button}
        </button>
      </form>
    </>
  );
}

const toPrefix = '#to-';
/** To the field that is wrong; the address stays, since it says which page of the app this is. */
function toField(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const href = link?.getAttribute('href') ?? '';
  if (!href.startsWith(toPrefix)) return;
  event.preventDefault();
  const field = href.slice(toPrefix.length);
  const control = document.getElementById(field) ?? document.getElementsByName(field)[0];
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
}

const stateWords: Record<ItemState, { words: string; colour: string }> = {
  waiting: { words: 'Waiting', colour: 'govuk-tag--yellow' },
  held: { words: 'Being changed', colour: 'govuk-tag--yellow' },
  refused: { words: 'To mend', colour: 'govuk-tag--red' },
  conflict: { words: 'To settle', colour: 'govuk-tag--orange' },
  sent: { words: 'Delivered', colour: 'govuk-tag--green' },
};
/** How something that was written stands, in a word. */
export const StateTag = ({ item }: { item: Item }) => (
  <Tag classes={stateWords[item.state].colour}>{stateWords[item.state].words}</Tag>
);

/** The hour and minute of an instant, as this telephone tells the time. */
export const clockWords = (iso: string): string =>
  new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
export const dayWords = (day: string): string =>
  new Date(`${day.slice(0, 10)}T12:00:00Z`).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'long', timeZone: 'Europe/London' },
  });

/** To another page of the app. */
export const goTo = (page: string): void => {
  location.hash = page;
};

export const textOf = (typed: Typed, field: string): string => String(typed[field] ?? '').trim();
/** A day of its three boxes, or as it stood whole; what is no day is left for the service to say so. */
export function dayIn(typed: Typed, field: string): string {
  if (textOf(typed, field) !== '') return textOf(typed, field);
  const [year, month, day] = ['year', 'month', 'day'].map((part) => textOf(typed, `${field}-${part}`));
  return year || month || day ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : '';
}
export const listOf = (typed: Typed, field: string): string[] =>
  typed[field] === undefined || typed[field] === '' ? [] : [typed[field]].flat().map(String);
export const choose = (items: readonly { code: string; name: string }[]) => [
  { value: '', text: 'Choose' },
  ...items.map(({ code, name }) => ({ value: code, text: name })),
];
