import { clockWords } from './kit.tsx';
import { useScreen } from './screen.ts';

const several = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** How things stand between the telephone and the service, always in sight. */
export function StateLine() {
  const { items, isOnline, isSending, needsSignIn, lastSentAt, ofOthers, trouble, phase } = useScreen();
  const count = (state: string) => items.filter((item) => item.state === state).length;
  const [waiting, toMend, toSettle] = [count('waiting'), count('refused') + count('held'), count('conflict')];
  const parts = [
    isSending ? 'Sending' : isOnline ? 'Online' : 'Offline',
    waiting === 0 ? 'nothing waiting' : `${waiting} waiting`,
    toMend > 0 && `${toMend} to mend`,
    toSettle > 0 && `${toSettle} to settle`,
    lastSentAt && `last sent ${clockWords(lastSentAt)}`,
  ].filter(Boolean);
  const isCalm = isOnline && toMend + toSettle === 0 && !needsSignIn;
  return (
    <section class={`bw-field__state${isCalm ? '' : ' bw-field__state--away'}`} aria-label="State">
      <p class="govuk-body-s govuk-!-margin-bottom-0" role="status" data-state-line>
        <strong>{parts.join(', ')}</strong>
      </p>
      {(toMend > 0 || toSettle > 0 || waiting > 0) && (
        <p class="govuk-body-s govuk-!-margin-bottom-0">
          <a class="govuk-link" href="#/queue">
            See what waits
          </a>
        </p>
      )}
      {needsSignIn && phase === 'ready' && (
        <p class="govuk-body-s govuk-!-margin-bottom-0">
          The service has signed you out. What you wrote is kept here.{' '}
          <a class="govuk-link" href="/sign-in?next=/field">
            Sign in again to send it
          </a>
        </p>
      )}
      {ofOthers > 0 && (
        <p class="govuk-body-s govuk-!-margin-bottom-0">
          {several(ofOthers, 'thing of somebody else waits', 'things of somebody else wait')} here, sealed.
          They are sent when that person signs in on this telephone.
        </p>
      )}
      {trouble && <p class="govuk-body-s govuk-!-margin-bottom-0">{trouble}</p>}
    </section>
  );
}
