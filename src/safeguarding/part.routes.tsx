import type { z } from 'zod';
import { demand, type FieldProblem, type Result } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import type { ActionFormProps, Field } from './fields.pages.tsx';
import { PartPage } from './parts.pages.tsx';
import { fileParams } from './register.forms.ts';
import { type FileView, fileView } from './register.queries.ts';
import { keepRegister } from './safeguarding.permissions.ts';

/** A form about somebody on the register: a page with it, and what it does. */
export interface PartSpec<B extends z.ZodType> {
  /** The last of the address: `/register/:fileId/profile`. */
  path: string;
  words: string;
  audit: string;
  heading: string;
  button: string;
  body: B;
  example: Record<string, unknown>;
  fields(work: Work, view: FileView): Promise<readonly Field[]> | readonly Field[];
  about?(view: FileView): string | undefined;
  typed?(view: FileView): Record<string, unknown>;
  run(work: Work, input: z.output<B> & { fileId: string }): Promise<Result<unknown>>;
  flash: string;
  page?(view: FileView, props: { heading: string; form: ActionFormProps }): PageReply['body'];
}

interface Again {
  problems: readonly FieldProblem[];
  typed: Record<string, unknown>;
}

async function partPage<B extends z.ZodType>(
  spec: PartSpec<B>,
  work: Work,
  ask: Ask,
  { fileId, again }: { fileId: string; again?: Again },
): Promise<PageReply> {
  const view = demand(await fileView(work, fileId));
  const { file, contact, precautions } = view;
  const problems = again?.problems ?? [];
  const form = {
    action: `/register/${file.id}/${spec.path}`,
    csrf: ask.csrf,
    version: file.version,
    fields: await spec.fields(work, view),
    typed: again?.typed ?? spec.typed?.(view) ?? {},
    problems,
    button: spec.button,
  };
  const heading = spec.heading;
  const body = spec.page ? (
    spec.page(view, { heading, form })
  ) : (
    <PartPage {...{ heading, file, contact, precautions, form, about: spec.about?.(view) }} />
  );
  return page(`${heading}: ${file.name}`, body, {
    problems,
    marking: 'OFFICIAL-SENSITIVE',
    back: { href: `/register/${file.id}`, text: file.name },
  });
}

/** The page of a form about somebody, and what it does. */
export function partRoutes<B extends z.ZodType>(spec: PartSpec<B>): readonly Route[] {
  const path = `/register/:fileId/${spec.path}`;
  const example = { params: { fileId: '@victimFileId' } };
  return [
    show({
      path,
      words: spec.words,
      permission: keepRegister,
      audit: 'register.form-shown',
      params: fileParams,
      example,
      handle: (work, { params }, ask) => partPage(spec, work, ask, params),
    }),
    act({
      path,
      words: spec.words,
      permission: keepRegister,
      audit: spec.audit,
      params: fileParams,
      body: spec.body,
      example: { ...example, body: spec.example },
      handle: async (work, input, ask) => {
        const { fileId } = input.params;
        // What the schema of the specification gave; the declaration forgets which schema it was.
        const body = input.body as z.output<B> & Record<string, unknown>;
        const done = await spec.run(work, { ...body, fileId } as z.output<B> & { fileId: string });
        // Not by `demand`, which undoes everything: the officer-safety screen that a plan made stays when the plan is refused.
        if (!done.ok && done.failure.kind === 'invalid')
          return partPage(spec, work, ask, {
            fileId,
            again: { problems: done.failure.problems, typed: body },
          });
        demand(done);
        return redirect(`/register/${fileId}`, { flash: spec.flash });
      },
      invalid: (work, { params, raw, problems }, ask) =>
        partPage(spec, work, ask, { fileId: params.fileId, again: { problems, typed: raw } }),
    }),
  ];
}
