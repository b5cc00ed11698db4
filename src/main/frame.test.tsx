import { expect, test } from 'vitest';
import { publicViewer } from '../platform/access/viewer.ts';
import { page } from '../platform/http/reply.ts';
import { asked, Button, Form, Input, Radios, stateOf } from '../platform/ui/index.ts';
import { faultPage } from './failure.pages.tsx';
import { frame } from './frame.tsx';

interface Sent {
  form: string;
  field: string;
  to?: string;
}

/** The lines of the summary, with where they lead, of a page with two forms of the same questions, one of which was sent. */
function linesOf({ form, field, to = `/things/${form}` }: Sent): [string | undefined, string][] {
  const problems = [{ field, words: 'Mend this' }];
  const body = ['a', 'b'].map((id) => {
    const state = stateOf({ form, problems, typed: {} }, id);
    return (
      <Form action={`/things/${id}`} csrfToken="">
        <Radios
          {...asked(state, 'answer')}
          idPrefix={`answer-${id}`}
          items={[{ value: 'yes', children: 'Yes' }]}
        />
        <Input {...asked(state, 'words')} id={`words-${id}`} label="Words" />
        <Button>Send</Button>
      </Form>
    );
  });
  const html = frame(page('Things', <div>{body}</div>, { problems, isPublic: true }), {
    ...{ viewer: publicViewer, url: to, sentTo: to, csrf: '', flash: undefined, requestId: 'r' },
    ...{ sessionEndsAt: undefined, secondsLeft: undefined, mode: 'demonstration' as const },
  });
  const summary = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
  return [...summary.matchAll(/<li>\s*(?:<a href="([^"]*)">)?([^<]*)/g)].map(([, href, words = '']) => [
    href,
    words,
  ]);
}

test('a line of the summary leads to the field of the form that was sent, though another has one of the same name', () => {
  for (const form of ['a', 'b'])
    for (const field of ['answer', 'words'])
      expect(linesOf({ form, field })).toEqual([[`#${field}-${form}`, 'Mend this']]);
});
test('what is in no field leads to the page, and where the form is gone that is said first', () => {
  expect(linesOf({ form: 'a', field: 'version' })).toEqual([['#content', 'Mend this']]);
  expect(linesOf({ form: 'a', field: 'other' })).toEqual([[undefined, 'Mend this']]);
  const [first, ...rest] = linesOf({ form: 'gone', field: 'words' });
  expect(first).toEqual(['#content', expect.stringContaining('Nothing was saved')]);
  expect(rest).toEqual([['#content', 'Mend this']]);
});

test('the page of an unexpected error gives the number of the request, which the log has too', () => {
  const html = frame(faultPage('a-request', false), {
    ...{ viewer: publicViewer, url: '/', sentTo: '/', csrf: '', flash: undefined, requestId: 'a-request' },
    ...{ sessionEndsAt: undefined, secondsLeft: undefined, mode: 'demonstration' as const },
  });
  expect(html).toContain('quote this number to your administrator: <strong>a-request</strong>');
});
