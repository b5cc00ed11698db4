import type { Failure } from '../platform/failures/failures.ts';
import type { UnsentForm } from '../platform/http/answers.ts';
import { type PageReply, page } from '../platform/http/reply.ts';
import { Button, InsetText } from '../platform/ui/index.ts';

/** The page for an expected failure. `hidden` and `not-found` are one page, to the byte. */
export function failurePage(failure: Failure, _requestId: string, record?: string): PageReply {
  switch (failure.kind) {
    case 'not-found':
    case 'hidden':
      return page('Page not found', <NothingHere />);
    case 'not-allowed':
      return page(
        'You cannot do this',
        <Said
          title="You cannot do this"
          words={failure.words}
          more={failure.whoCan ? `It is for: ${failure.whoCan.replaceAll('-', ' ').replace(/\.$/, '')}.` : ''}
        />,
      );
    case 'stale':
      return page(
        'Somebody was here first',
        <Said
          title="Somebody was here first"
          words={failure.words}
          more="Nothing of yours was saved. Look at it as it is now, and make your change there if it is still needed."
          record={record}
        />,
      );
    case 'invalid':
      return page(
        'Something needs to be changed',
        <Said
          title="Something needs to be changed"
          words={failure.problems.map((p) => p.words).join('. ')}
          more="Go back to change it: nothing was saved."
        />,
      );
    case 'refused-by-rule':
      return page(
        'A rule stands in the way',
        <Said
          title="A rule stands in the way"
          words={failure.words}
          more={failure.mend}
          rule={failure.rule}
        />,
      );
  }
}

function Said(props: {
  title: string;
  words: string;
  more: string;
  rule?: string;
  record?: string | undefined;
}) {
  return (
    <>
      <h1 class="govuk-heading-l">{props.title}</h1>
      <p class="govuk-body">{props.words}</p>
      {props.more && <InsetText>{props.more}</InsetText>}
      {props.record && (
        <p class="govuk-body">
          <a class="govuk-link" href={props.record}>
            See it as it is now
          </a>
        </p>
      )}
      {props.rule && <p class="govuk-body-s">Rule: {props.rule}</p>}
    </>
  );
}

function NothingHere() {
  return (
    <>
      <h1 class="govuk-heading-l">Page not found</h1>
      <p class="govuk-body">There is nothing at this address that you can see.</p>
      <p class="govuk-body">
        If you typed the address, check it. If somebody sent it to you and you think you should see it, ask
        the single point of contact of the agency that sent it.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/home">
          Go to your home page
        </a>
      </p>
    </>
  );
}

/** Something unexpected happened: what it means for the reader, and the number to quote. */
export function faultPage(requestId: string, isAway: boolean): PageReply {
  return page(
    isAway ? 'The service is not available' : 'Something went wrong',
    <>
      <h1 class="govuk-heading-l">
        {isAway ? 'The service is not available for a moment' : 'Sorry, something went wrong'}
      </h1>
      <p class="govuk-body">Nothing was saved. Try again in a minute.</p>
      <p class="govuk-body">
        If it happens again, quote this number to your administrator: <strong>{requestId}</strong>
      </p>
    </>,
  );
}

/** What was typed arrived after the session had ended: it waits here, sealed, for whoever typed it. */
export function unsentPage({ action, sealed, isAgain, hadFiles }: UnsentForm): PageReply {
  return page(
    'You were signed out before this was sent',
    <>
      <h1 class="govuk-heading-l">You were signed out before this was sent</h1>
      <p class="govuk-body">
        Nothing was done for a while, so nothing has been saved yet. What you typed is kept on this page,
        where nobody can read it.
      </p>
      {isAgain && (
        <InsetText>You are not signed in yet. Sign in first, then press the button again.</InsetText>
      )}
      <ol class="govuk-list govuk-list--number">
        <li>
          <a class="govuk-link" href="/sign-in" target="_blank" rel="noopener">
            Sign in again (opens in a new tab)
          </a>
          , under the name you had.
        </li>
        <li>Come back to this page and send it.</li>
      </ol>
      {hadFiles && <InsetText>Files are not kept: add them again afterwards.</InsetText>}
      <form action={action} method="post">
        <input type="hidden" name="_sealed" value={sealed} />
        <Button>Send what I typed</Button>
      </form>
    </>,
    { isPublic: true },
  );
}
