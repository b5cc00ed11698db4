import type { z } from 'zod';
import type { Permission } from '../platform/access/permission.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import type { Again } from '../platform/http/again.ts';
import { type Ask, act, type Example, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { asTyped, type Content } from '../platform/ui/index.ts';
import type { Procedure } from './procedure.store.ts';

/** Where the steps of a table stand, and who may take them. */
interface StepsAddress<Params, Input> {
  procedure: Procedure;
  /** As `/closures/:closureId/steps/:closureStep`. */
  path: string;
  permission: Permission;
  params: z.ZodType<Params>;
  body: z.ZodType<Input>;
  example: Required<Pick<Example, 'params' | 'body'>>;
  /** What each of the three routes does. */
  words: { form: string; check: string; take: string };
}

/** What a procedure does at each of the three. */
interface StepsTaken<Params, Input, Prepared> {
  line(params: Params): { button: string; past: string };
  /** The file that the step is of, to go back to. */
  file(params: Params): { href: string; text: string };
  form(work: Work, params: Params, state: Again & { csrf: string }): Promise<Content>;
  prepare(work: Work, params: Params, input: Input): Promise<Result<Prepared>>;
  check(props: { step: Prepared; csrf: string }): Content;
  take(work: Work, params: Params, input: Input): Promise<Result<unknown>>;
}

/** The steps of a table: one form, one page for checking and one act for all of them. */
export function stepRoutes<
  Params,
  Input extends { change?: boolean | undefined },
  Prepared extends { line: { button: string } },
>(
  { procedure, path, permission, params: paramsSchema, body, example, words }: StepsAddress<Params, Input>,
  { line, file, form, prepare, check, take }: StepsTaken<Params, Input, Prepared>,
): readonly Route[] {
  const shown = async (work: Work, params: Params, ask: Ask, again: Again): Promise<PageReply> => {
    const content = await form(work, params, { ...again, csrf: ask.csrf });
    return page(line(params).button, content, { back: file(params), problems: again.problems });
  };
  const common = { permission, params: paramsSchema };
  const answered = { ...common, body, example };
  return [
    show({
      ...common,
      path,
      words: words.form,
      audit: `${procedure}.step-shown`,
      example: { params: example.params },
      handle: (work, { params }, ask) => shown(work, params, ask, { problems: [], typed: {} }),
    }),
    act({
      ...answered,
      path: `${path}/check`,
      words: words.check,
      audit: `${procedure}.step-checked`,
      handle: async (work, { params, body: { change, ...rest } }, ask) => {
        const input = rest as Input; // without its mark to go back, which it need not have
        const typed = asTyped(rest);
        if (change) return shown(work, params, ask, { problems: [], typed });
        const step = demand(await prepare(work, params, input));
        return page(`Check before: ${step.line.button}`, check({ step, csrf: ask.csrf }), {
          back: file(params),
        });
      },
      invalid: (work, { params, raw, problems }, ask) => shown(work, params, ask, { problems, typed: raw }),
    }),
    act({
      ...answered,
      path,
      words: words.take,
      audit: `${procedure}.stepped`,
      handle: async (work, { params, body: input }) => {
        demand(await take(work, params, input));
        return redirect(file(params).href, { flash: line(params).past });
      },
      invalid: (work, { params, raw, problems }, ask) => shown(work, params, ask, { problems, typed: raw }),
    }),
  ];
}
