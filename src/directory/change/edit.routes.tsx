import type { z } from 'zod';
import type { Permission } from '../../platform/access/permission.ts';
import { demand, type FieldProblem, type Result } from '../../platform/failures/failures.ts';
import { type Ask, act, type Example, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { PreviewPage } from './change.pages.tsx';
import { type EditField, EditForm, type Preview, type Typed } from './edit-form.pages.tsx';

/** What a form asks, and what is there now. */
export interface EditSubject {
  heading: string;
  caption?: string;
  fields: readonly EditField[];
  typed: Typed;
  version?: number;
  about?: string;
  back: { href: string; text: string };
}

interface EditSpec<P extends z.ZodType, B extends z.ZodType> {
  /** The form is shown by GET and looked at or saved by POST on the same path. */
  path: string;
  words: string;
  permission: Permission;
  /** Event of the change; looking at the form is `…-form`. */
  audit: string;
  params: P;
  body: B;
  example: Example;
  /** Words of the button that saves. */
  save: string;
  subject(work: Work, params: z.output<P>): Promise<EditSubject>;
  preview(work: Work, input: z.output<P> & z.output<B>): Promise<Result<Preview>>;
  change(work: Work, input: z.output<P> & z.output<B>): Promise<Result<{ to: string; flash: string }>>;
}

/** Fields of a parsed form as they were sent, so that the same form can be sent again. */
function carriedOf(fields: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]): [string, string][] => {
    if (name === 'go' || value === undefined || value === null || value === false) return [];
    if (value === true) return [[name, 'yes']];
    if (Array.isArray(value)) return value.map((each): [string, string] => [name, String(each)]);
    return [[name, String(value)]];
  });
}

/** Problems of one value of a list are shown at the list. */
const atField = (problem: FieldProblem): FieldProblem => ({
  ...problem,
  field: problem.field.replace(/\.\d+$/, ''),
});

/**
 * The two routes of one kind of edit: the form, and what it sends. Nothing is saved before it has been looked at, and
 * nothing typed is lost when something is wrong or somebody else saved first.
 */
export function editRoutes<P extends z.ZodType<object>, B extends z.ZodType<{ go: string }>>(
  spec: EditSpec<P, B>,
): Route[] {
  const { path, words, permission, params, body, example } = spec;
  const actionOf = (given: object): string =>
    path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String(given[name as keyof typeof given])),
    );
  const form = async (
    work: Work,
    given: z.output<P>,
    ask: Ask,
    again: { typed?: Typed; problems?: readonly FieldProblem[]; status?: number } = {},
  ): Promise<PageReply> => {
    const { typed, back, ...subject } = await spec.subject(work, given);
    const problems = (again.problems ?? []).map(atField);
    const props = { ...subject, typed: again.typed ?? typed, problems };
    return page(subject.heading, <EditForm {...props} action={actionOf(given)} csrf={ask.csrf} />, {
      back,
      problems,
      ...(again.status ? { status: again.status } : {}),
    });
  };
  /** A failure that the form can mend shows it again; any other ends the act. */
  const orAgain = async <T,>(
    result: Result<T>,
    again: (problems: readonly FieldProblem[], status?: number) => Promise<PageReply>,
  ): Promise<{ value: T } | { reply: PageReply }> => {
    if (result.ok) return { value: result.value };
    const { failure } = result;
    if (failure.kind === 'invalid') return { reply: await again(failure.problems) };
    if (failure.kind === 'stale')
      return { reply: await again([{ field: 'reason', words: failure.words }], 409) };
    if (failure.kind === 'refused-by-rule')
      return { reply: await again([{ field: 'reason', words: `${failure.words} ${failure.mend}` }], 422) };
    return demand(result);
  };
  return [
    show({
      path,
      words,
      permission,
      audit: `${spec.audit}-form`,
      params,
      ...(example.params ? { example: { params: example.params } } : {}),
      handle: (work, input, ask) => form(work, input.params as z.output<P>, ask),
    }),
    act({
      path,
      words: `${words}: look at what changes, or save it`,
      permission,
      audit: spec.audit,
      params,
      body,
      example,
      handle: async (work, input, ask) => {
        // The server parsed with these very schemas; the generic parameters are beyond what the compiler follows.
        const [given, fields] = [input.params as z.output<P>, input.body as z.output<B>];
        const typed = fields as Typed;
        const again = (problems: readonly FieldProblem[], status?: number) =>
          form(work, given, ask, { typed, problems, ...(status ? { status } : {}) });
        if (fields.go === 'again') return again([]);
        const whole = { ...given, ...fields };
        if (fields.go === 'save') {
          const done = await orAgain(await spec.change(work, whole), again);
          return 'reply' in done ? done.reply : redirect(done.value.to, { flash: done.value.flash });
        }
        const looked = await orAgain(await spec.preview(work, whole), again);
        if ('reply' in looked) return looked.reply;
        const { heading, back } = await spec.subject(work, given);
        const seen = { heading, preview: looked.value, save: spec.save, carried: carriedOf(typed) };
        return page(heading, <PreviewPage {...seen} action={actionOf(given)} csrf={ask.csrf} />, { back });
      },
      invalid: (work, { params: given, raw, problems }, ask) =>
        form(work, given as z.output<P>, ask, { typed: raw, problems }),
    }),
  ];
}
