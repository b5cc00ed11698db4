import { z } from 'zod';
import type { Permission } from '../platform/access/permission.ts';
import { demand, type FieldProblem, type Result } from '../platform/failures/failures.ts';
import type { Again } from '../platform/http/again.ts';
import { type Ask, act, type Example, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { Button, type Content, Form, type FormState } from '../platform/ui/index.ts';

export const asbMarking = 'OFFICIAL-SENSITIVE';

interface FormSpec<Params, Body extends object, Done extends { id: string }> {
  /** The form is shown by GET and sent by POST on the same path. */
  path: string;
  words: string;
  permission: Permission;
  audit: string;
  params: z.ZodType<Params>;
  body: z.ZodType<Body>;
  example: Required<Pick<Example, 'body'>> & Example;
  title: string;
  button: string;
  done: string;
  back(params: Params): { href: string; text: string };
  /** Records that it may be begun from, by the names of their boxes. */
  from?: readonly string[];
  /** What stands in the boxes before anybody types. */
  start?(work: Work, params: Params): Promise<Record<string, unknown>>;
  fields(work: Work, params: Params, state: FormState, ask: Ask): Promise<Content>;
  /** What is wrong at the boxes of the form, where what they make has fields of other names. */
  atBoxes?(again: Again): readonly FieldProblem[];
  take(work: Work, params: Params, body: Body): Promise<Result<Done>>;
  /** Where it leads afterwards; left out, back. */
  to?(params: Params, done: { id: string }): string;
  /** A page to show at once instead, where it is told once and never again. */
  answer?(done: Done): PageReply;
  /** The same page for the same form once more, from what the first has in `shownOnce`. */
  answerAgain?(shown: Readonly<Record<string, string>>): PageReply;
}

const begunFrom = (names: readonly string[], query: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    names.flatMap((name) => (z.uuid().safeParse(query[name]).success ? [[name, query[name]]] : [])),
  );

/** A form on a page of its own: what it asks, and what it does. Nothing typed is lost when something is wrong. */
export function formRoutes<Params, Body extends object, Done extends { id: string }>(
  spec: FormSpec<Params, Body, Done>,
): readonly Route[] {
  const { path, permission, params, body, example } = spec;
  const actionOf = (given: Params): string =>
    path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String((given as Record<string, unknown>)[name])),
    );
  const shown = async (work: Work, given: Params, ask: Ask, again: Again): Promise<PageReply> => {
    const problems = spec.atBoxes?.(again) ?? again.problems;
    const fields = await spec.fields(work, given, { ...again, problems }, ask);
    const content = (
      <>
        <h1 class="govuk-heading-l">{spec.title}</h1>
        <Form action={actionOf(given)} csrfToken={ask.csrf}>
          {fields}
          <Button>{spec.button}</Button>
        </Form>
      </>
    );
    return page(spec.title, content, {
      back: spec.back(given),
      problems,
      marking: asbMarking,
      looksUp: true,
    });
  };
  const { answerAgain } = spec;
  return [
    show({
      path,
      words: `The form: ${spec.words[0]?.toLowerCase()}${spec.words.slice(1)}`,
      permission,
      audit: `${spec.audit}-form`,
      params,
      query: z.record(z.string(), z.unknown()),
      ...(example.params ? { example: { params: example.params } } : {}),
      handle: async (work, input, ask) =>
        shown(work, input.params, ask, {
          problems: [],
          typed: { ...(await spec.start?.(work, input.params)), ...begunFrom(spec.from ?? [], input.query) },
        }),
    }),
    act({
      path,
      words: spec.words,
      permission,
      audit: spec.audit,
      params,
      body,
      example,
      handle: async (work, input) => {
        const value = demand(await spec.take(work, input.params, input.body));
        const to = spec.to?.(input.params, value) ?? spec.back(input.params).href;
        return spec.answer?.(value) ?? redirect(to, { flash: spec.done });
      },
      again: answerAgain && ((_work, _input, ask) => answerAgain(ask.shownBefore ?? {})),
      invalid: (work, { params: given, raw, problems }, ask) =>
        shown(work, given, ask, { problems, typed: raw }),
    }),
  ];
}
