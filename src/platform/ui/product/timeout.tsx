import { CsrfField } from './form.tsx';

/** Props of {@link Timeout}. */
export interface TimeoutProps {
  /** Whole seconds until the session ends if nothing more is done. */
  readonly secondsLeft: number;
  /** Seconds before the end from which it is warned about. */
  readonly warningSeconds: number;
  /** The end by the clock, e.g. `10:30`. */
  readonly endsAt: string;
  /** Opening it keeps the session going. */
  readonly stayHref: string;
  /** Says as JSON how long is left, without keeping the session going. */
  readonly stateHref: string;
  readonly signOutAction: string;
  readonly signedOutHref: string;
  readonly csrfToken: string;
}

/** Minutes after which the notice can show itself, as the style sheet has them. */
const steps = [25, 20, 15, 10, 5, 0] as const;

/**
 * Says that a session is about to end, before it does. Without script a style sheet shows the notice when it is time,
 * and its link opens beside the page, so that nothing typed is lost; with script a dialog takes its place.
 */
export function Timeout(props: TimeoutProps) {
  const minutes = Math.max(0, Math.floor((props.secondsLeft - props.warningSeconds) / 60));
  // Rounded down: better warned a little early than not at all.
  const step = steps.find((each) => each <= minutes) ?? 0;
  return (
    <section
      class="bw-timeout"
      aria-label="Your session"
      data-module="bw-timeout"
      data-seconds-left={props.secondsLeft}
      data-warning-seconds={props.warningSeconds}
      data-stay={props.stayHref}
      data-state={props.stateHref}
      data-signed-out={props.signedOutHref}
    >
      <details class={`bw-timeout__notice bw-timeout__notice--${step}`} open>
        <summary class="bw-timeout__summary">You will be signed out at {props.endsAt}</summary>
        <p class="govuk-body">
          Unless you have done something on another page since. What you typed here stays here.{' '}
          <a class="govuk-link" href={props.stayHref} target="_blank" rel="noopener">
            Stay signed in (opens in a new tab)
          </a>
        </p>
      </details>
      <dialog class="bw-timeout__dialog" aria-labelledby="timeout-title" aria-describedby="timeout-words">
        <h2 class="govuk-heading-m" id="timeout-title">
          You are about to be signed out
        </h2>
        <p class="govuk-body" id="timeout-words">
          For your security, you are signed out in <strong data-timeout-left>5 minutes</strong> if you do
          nothing. What you typed stays on the page if you stay.
        </p>
        <p class="govuk-visually-hidden" aria-live="polite" data-timeout-said />
        <div class="govuk-button-group">
          <button type="button" class="govuk-button" data-timeout-stay>
            Stay signed in
          </button>
          <form action={props.signOutAction} method="post">
            <CsrfField token={props.csrfToken} />
            <button type="submit" class="bw-text-button">
              Sign out
            </button>
          </form>
        </div>
      </dialog>
    </section>
  );
}
