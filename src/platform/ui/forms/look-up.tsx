import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type FormState, problemOf } from './asked.ts';
import { Checkboxes } from './checkboxes.tsx';
import { Input } from './input.tsx';
import { Radios } from './radios.tsx';

/** A record in words that whoever fills in the form may read. */
export interface LookUpChoice {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly href: string;
}
/** What a box asks: records of these kinds with this id, or like these words. */
export interface LookUpAsk {
  readonly kinds: readonly string[];
  readonly value: string;
}
export interface LookedUp {
  /** What stands in the box is the id of this record. */
  readonly chosen?: LookUpChoice | undefined;
  /** What is like the words that stand in it. */
  readonly found: readonly LookUpChoice[];
}

/** Set round a page that has such boxes, by the server: see `looksUp` of a page's reply. */
export const LookUps = createContext<((ask: LookUpAsk) => LookedUp | undefined) | undefined>(undefined);

/** What was sent for a box: the words typed last, or else the choice that was made. */
export function lookedFor(raw: unknown): string {
  const given = (Array.isArray(raw) ? raw : [raw]).filter((one): one is string => typeof one === 'string');
  return given.findLast((one) => one.trim() !== '')?.trim() ?? '';
}

export interface LookUpBoxProps {
  readonly state: FormState;
  readonly name: string;
  readonly of: readonly string[];
  readonly label: string;
  readonly hint?: string | undefined;
  /** What stands in it before anybody typed: the id of a record. */
  readonly now?: string | undefined;
}

const searchHint = 'Type a name, number, mark or reference: you then choose from what is found.';

/**
 * The box of a form for another record: named in words once it is chosen, and taken out by unticking it; else looked for by what
 * people know of it. It works without script: words that are sent come back with what was found, to choose from.
 */
export function LookUpBox({ state, name, of, label, hint, now = '' }: LookUpBoxProps) {
  const answer = useContext(LookUps);
  if (!answer) throw new Error(`The page with the box ${name} does not say that it looks up.`);
  const value = name in state.typed ? lookedFor(state.typed[name]) : now;
  const { chosen, found } = (value && answer({ kinds: of, value })) || { chosen: undefined, found: [] };
  const problem = problemOf(state, name);
  return (
    <>
      {chosen && (
        <Checkboxes
          name={name}
          idPrefix={`${name}-chosen`}
          fieldset={{ legend: { children: label, classes: 'govuk-fieldset__legend--s' } }}
          items={[
            {
              value: chosen.id,
              checked: true,
              children: chosen.title,
              hint: `${chosen.about}. Untick it to take it out.`,
            },
          ]}
        />
      )}
      {found.length > 0 && (
        <Radios
          name={name}
          idPrefix={name}
          errorMessage={problem}
          fieldset={{
            legend: { children: `${label}: which do you mean?`, classes: 'govuk-fieldset__legend--s' },
          }}
          items={[
            ...found.map(({ id, title, about }) => ({ value: id, children: title, hint: about })),
            { divider: 'or' },
            { value: ' ', children: 'None of these' },
          ]}
        />
      )}
      <Input
        name={name}
        id={found.length > 0 ? `${name}-other` : name}
        label={chosen || found.length > 0 ? 'Look for another' : label}
        hint={
          value && !chosen && found.length === 0
            ? `Nothing is found that you can see. ${searchHint}`
            : (hint ?? searchHint)
        }
        value={chosen || found.length > 0 ? '' : value}
        errorMessage={found.length > 0 ? undefined : problem}
        autocomplete="off"
      />
    </>
  );
}
