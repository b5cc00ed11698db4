import type { PersonaRow } from '../platform/sign-in/sign-in.store.ts';
import {
  asked,
  Button,
  Form,
  type FormState,
  Input,
  InsetText,
  PasswordInput,
  problemOf,
} from '../platform/ui/index.ts';

const sideWords: Record<string, string> = {
  OPS: 'Operations',
  SAFEGUARD: 'Safeguarding',
  INTEL: 'Intelligence',
  GOV: 'Oversight',
  TECH: 'Administration',
};

/** The sides that somebody is on, those with the most daily work first. */
const sidesOf = (personas: readonly PersonaRow[]): string[] =>
  Object.keys(sideWords).filter((side) => personas.some((one) => one.side === side));

interface Props extends FormState {
  personas: readonly PersonaRow[];
  next: string;
  /** They were signed out because nothing was done for a while. */
  hasEnded?: boolean;
  /** Of the session the reader may still have: they may be changing persona. */
  csrf: string;
}

/** Signing in: with a password, and in the demonstration as one of the made-up people. */
export const SignInPage = ({ personas, next, hasEnded, csrf, ...state }: Props) => (
  <>
    <h1 class="govuk-heading-l">Sign in</h1>
    {hasEnded && (
      <InsetText>You were signed out because nothing was done for a while. Sign in to go on.</InsetText>
    )}
    <Form action="/sign-in" csrfToken={csrf}>
      <input type="hidden" name="next" value={next} />
      <Input
        {...asked(state, 'username')}
        label="Username"
        classes="govuk-input--width-20"
        autocomplete="username"
      />
      <PasswordInput name="password" label="Password" errorMessage={problemOf(state, 'password')} />
      <Button>Sign in</Button>
    </Form>
    {personas.length > 0 && (
      <section aria-labelledby="personas">
        <h2 class="govuk-heading-m" id="personas">
          Or try it as one of these people
        </h2>
        <InsetText>This is a demonstration. Everybody here is made up, and no password is needed.</InsetText>
        {sidesOf(personas).map((side) => (
          <>
            <h3 class="govuk-heading-s">{sideWords[side] ?? side}</h3>
            <ul class="govuk-list bw-personas">
              {personas
                .filter((p) => p.side === side)
                .map((p) => (
                  <li>
                    <Form action="/sign-in/persona" csrfToken={csrf}>
                      <input type="hidden" name="username" value={p.username} />
                      <input type="hidden" name="next" value={next} />
                      <Button classes="govuk-button--secondary govuk-!-margin-bottom-1">{p.name}</Button>
                      <p class="govuk-body-s">
                        {p.blurb} {p.agency}, <span class="bw-nowrap">{p.username}</span>
                      </p>
                    </Form>
                  </li>
                ))}
            </ul>
          </>
        ))}
      </section>
    )}
  </>
);

/** Says when the session ends and keeps it going. */
export const SessionPage = ({ endsAt }: { endsAt: string }) => (
  <>
    <h1 class="govuk-heading-l">You are still signed in</h1>
    <p class="govuk-body">
      Your session now goes on until {endsAt} if you do nothing more. If you came here from a page that you
      were working on, close this tab and go on there: what you typed is still on it.
    </p>
    <Button href="/home">Back to your work</Button>
  </>
);
