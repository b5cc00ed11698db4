import { companionWords, instructionsOf } from '../assurance/index.ts';
import {
  asked,
  type FormState,
  Input,
  Instant,
  problemOf,
  Radios,
  SafetyStrip,
  typedIn,
} from '../platform/ui/index.ts';
import type { Safety } from './safety.ts';

/** What whoever goes must do, and when that was asked: type, precaution and expiry, and never why. */
export const SafetyOfPlace = ({ safety }: { safety: Safety }) => (
  <>
    <SafetyStrip
      title={safety.effect.stops ? 'Do not attend' : 'Before you go'}
      instructions={instructionsOf(safety.holding)}
    />
    <p class="govuk-body">
      {safety.screenedAt ? (
        <>
          Screened for officer safety <Instant at={safety.screenedAt} />
          {safety.holding.length === 0 && ': no live marker holds, which is no promise that it is safe'}.{' '}
          {!safety.isFresh &&
            `That is more than ${safety.days} days ago, or a marker was set since: screen again before you go. `}
          {safety.screeningId && (
            <a class="govuk-link" href={`/screenings/${safety.screeningId}`}>
              What was met, and what was looked through
            </a>
          )}
        </>
      ) : (
        'Nobody has screened these premises for officer safety yet.'
      )}
    </p>
  </>
);

interface CompanyProps extends FormState {
  safety: Safety;
  /** What was written before. */
  companion?: string | null | undefined;
}
/** Who goes along, where nobody goes alone. */
export const CompanyFields = ({ safety, companion, ...state }: CompanyProps) => (
  <>
    <Input
      {...asked(state, 'companion', companion ?? '')}
      label={safety.effect.neverAlone ? 'Who goes along? Nobody goes alone' : 'Who goes along, if anybody'}
      hint="By name. The screen may say that nobody goes alone."
    />
    <Radios
      name="companionIs"
      fieldset={{ legend: { children: 'Who is it that goes along?', classes: 'govuk-fieldset__legend--s' } }}
      classes="govuk-radios--small"
      errorMessage={problemOf(state, 'companionIs')}
      value={typedIn(state, 'companionIs') || 'anybody'}
      items={Object.entries(companionWords).map(([value, children]) => ({ value, children }))}
    />
  </>
);
