import type { MapLayers, MapView } from '../../directory/index.ts';
import { addressWith } from '../../platform/http/address.ts';
import { Button, Form, InsetText } from '../../platform/ui/index.ts';
import { CrossesNotice, DraftFields, type DraftFieldsProps } from '../package/draft-form.pages.tsx';
import { type SpotsInput, spotsValues } from '../spots/spots.forms.ts';
import { PictureParts, spotsPath } from '../spots/spots.pages.tsx';
import { type Picture, pictureWords } from '../spots/spots.queries.ts';
import type { LeavingFigures } from './leaving.rules.ts';
import { LeavingParts } from './problem.parts.tsx';

/** What a draft or a released profile shows on the unit's side. */
export interface ProblemShown {
  number: number;
  figures: LeavingFigures;
  map: { view: MapView; layers: MapLayers };
  /** Items that are counted inside and not in what leaves. */
  kept: number;
  /** Hot spots that stay with the unit. */
  keptSpots: number;
  /** Codes of the conditions that what is counted brings. */
  conditions: readonly string[];
  /** The same, counted for the unit, with the records. */
  asked: SpotsInput;
}

/** The figures of a profile on its page of the unit. */
export const ProblemOfDraft = ({
  figures,
  map,
  kept,
  keptSpots,
  asked,
  id,
  isDraft,
}: ProblemShown & { id: string; isDraft: boolean }) => (
  <>
    <p class="govuk-body">
      <a class="govuk-link" href={addressWith(spotsPath, spotsValues(asked))}>
        The exact numbers as they stand now, with their records
      </a>
      {' · '}
      <a
        class="govuk-link"
        href={addressWith('/intelligence/problems/new', spotsValues(asked), { follows: id })}
      >
        Draft the next version
      </a>
    </p>
    {isDraft && (
      <InsetText>
        These are the figures as they would leave today; they are counted again, and frozen, when it is
        released.
        {kept > 0 &&
          ` ${kept} ${kept === 1 ? 'item is' : 'items are'} not counted in them: not ready, or somebody has to fear for the source.`}
        {keptSpots > 0 &&
          ` ${keptSpots === 1 ? 'One hot spot stays' : `${keptSpots} hot spots stay`} with the unit: so few doors are in the square that it would point at one.`}
      </InsetText>
    )}
    <LeavingParts {...{ figures, map }} />
  </>
);

interface NewProps extends DraftFieldsProps {
  picture: Picture;
  asked: SpotsInput;
  follows: string | undefined;
  map: { view: MapView; layers: MapLayers };
  csrf: string;
}

/** Drafting a problem profile: what the unit counts, and the form beneath. */
export const NewProblemPage = ({ picture, asked, follows, map, csrf, ...fields }: NewProps) => {
  const { of, metres } = picture;
  return (
    <>
      <h1 class="govuk-heading-l">Draft a problem profile</h1>
      <p class="govuk-body">
        {pictureWords(picture)}. The figures below are exact, for the unit; what leaves shows no small number,
        no record, no person and no address.{' '}
        <a
          class="govuk-link"
          href={addressWith(spotsPath, spotsValues({ ...asked, from: of.from, to: of.to }))}
        >
          Count something else
        </a>
      </p>
      <PictureParts {...{ picture, asked, map }} />
      <h2 class="govuk-heading-m">What the profile says</h2>
      <CrossesNotice />
      <Form action="/intelligence/problems" csrfToken={csrf}>
        <input type="hidden" name="kind" value={of.kind.code} />
        <input type="hidden" name="districts" value={of.districts.join(',')} />
        <input type="hidden" name="from" value={of.from} />
        <input type="hidden" name="to" value={of.to} />
        <input type="hidden" name="metres" value={String(metres)} />
        {follows && <input type="hidden" name="follows" value={follows} />}
        <DraftFields {...fields} isOfFigures />
        <Button>Draft it for the manager</Button>
      </Form>
    </>
  );
};
