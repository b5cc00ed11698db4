import { type MapMove, mapHref, mapMoves, mapMoveWords } from '../../directory/index.ts';
import { Button, Details, FormGroup, Input, InsetText, Select } from '../../platform/ui/index.ts';
import { mapSizes, numberOf } from './answers.ts';
import { problemOf, StepForm, type StepProps } from './step-form.pages.tsx';
import type { WhereLists } from './where.answer.ts';

type Props = StepProps & { lists: WhereLists };

const asked = [
  'search',
  'placeWords',
  'district',
  'ward',
  'street',
  'viewLon',
  'viewLat',
  'viewSpan',
] as const;

/** Where it is: typed, in words, or on a map. Each way stands alone, and all end in the same sentence. */
export const WherePage = (props: Props) => (
  <StepForm {...props} step="where" asked={asked}>
    <p class="govuk-body">Use whichever way suits you. One is enough.</p>
    <Typed {...props} />
    <Understood {...props} />
    <h2 class="govuk-heading-m">In your own words</h2>
    <Input
      name="placeWords"
      label="Describe the place"
      hint="For example: behind the bus shelter, opposite number 12."
      value={props.answers.placeWords}
      errorMessage={problemOf(props, 'placeWords')}
    />
    <h2 class="govuk-heading-m">On a map</h2>
    <MapChoice {...props} />
    <Lists {...props} />
  </StepForm>
);

const Typed = (props: Props) => (
  <>
    <h2 class="govuk-heading-m">Postcode or street</h2>
    <Input
      name="search"
      label="Postcode, or street and town"
      value={props.answers.search}
      classes="govuk-input--width-20"
      autocomplete="off"
      errorMessage={problemOf(props, 'search')}
      formGroup={{
        afterInput: (
          <Button name="go" value="find" classes="govuk-button--secondary bw-beside">
            Find
          </Button>
        ),
      }}
    />
    {props.lists.suggestions.length > 0 && (
      <section aria-labelledby="streets-heading">
        <h3 class="govuk-heading-s" id="streets-heading">
          Which street?
        </h3>
        <ul class="govuk-list bw-choices">
          {props.lists.suggestions.map((street) => (
            <li>
              <button type="submit" name="go" value={`street:${street.id}`} class="bw-text-button">
                {street.name}, {street.town}
              </button>
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
);

/** What we took the answers to mean, said back in words. */
const Understood = ({ answers, facts }: Props) => {
  const isPoint = numberOf(answers.lon) !== undefined;
  if (!isPoint) return null;
  return (
    <InsetText>
      <p class="govuk-body" role="status">
        {facts.placeUnderstood
          ? `We understood: ${facts.placeUnderstood}${answers.postcode ? `, ${answers.postcode}` : ''}.`
          : 'This point is outside the districts that this service covers.'}
      </p>
      <button type="submit" name="go" value="clear" class="bw-text-button">
        That is wrong: forget it
      </button>
    </InsetText>
  );
};

const spanWords = (metres: number): string =>
  metres >= 2000 ? `${Math.round(metres / 1000)} kilometres` : `${Math.round(metres / 50) * 50} metres`;

function MapChoice(props: Props) {
  const { answers, lists } = props;
  const { view } = lists;
  const [lon, lat] = [numberOf(answers.lon), numberOf(answers.lat)];
  const mark = lon !== undefined && lat !== undefined ? { lon, lat } : undefined;
  const alt = `Map, ${spanWords(view.span)} across. Press the place of the problem. The lists below the map choose a place without it.`;
  const move = (go: MapMove) => (
    <Button name="go" value={go} classes="govuk-button--secondary">
      {mapMoveWords[go]}
    </Button>
  );
  return (
    <FormGroup hasError={false}>
      <p class="govuk-body" id="map-hint">
        Press the place on the map. The map comes closer each time until the pin is exact. It is{' '}
        {spanWords(view.span)} across.
      </p>
      <input type="hidden" name="viewLon" value={view.lon} />
      <input type="hidden" name="viewLat" value={view.lat} />
      <input type="hidden" name="viewSpan" value={view.span} />
      {(['map', 'wide'] as const).map((size) => (
        <input
          type="image"
          name={size}
          class={`bw-map bw-map--${size}`}
          src={mapHref(view, mark)}
          alt={alt}
          width={mapSizes[size]}
          height={mapSizes[size]}
          aria-describedby="map-hint"
        />
      ))}
      <div class="bw-map-buttons">
        {mapMoves.map(move)}
        <Button name="go" value="middle" classes="govuk-button--secondary">
          Use the middle
        </Button>
      </div>
    </FormGroup>
  );
}

const Lists = ({ answers, lists, problems }: Props) => (
  <Details summary="Choose from lists instead of the map" open={answers.district !== ''}>
    <Select
      name="district"
      label="District"
      value={answers.district}
      errorMessage={problemOf({ problems }, 'district')}
      items={[
        { value: '', text: 'Choose' },
        ...lists.districts.map((area) => ({ value: area.code, text: area.name })),
      ]}
    />
    {lists.wards.length > 0 && (
      <Select
        name="ward"
        label="Ward"
        value={answers.ward}
        items={[
          { value: '', text: 'Choose' },
          ...lists.wards.map((area) => ({ value: area.code, text: area.name })),
        ]}
      />
    )}
    {lists.streets.length > 0 && (
      <Select
        name="street"
        label="Street"
        value={answers.street}
        items={[
          { value: '', text: 'Choose' },
          { value: 'middle', text: 'I do not know the street' },
          ...lists.streets.map((street) => ({ value: street.id, text: `${street.name}, ${street.town}` })),
        ]}
      />
    )}
    <Button name="go" value="lists" classes="govuk-button--secondary">
      {lists.streets.length > 0 ? 'Use this place' : 'Show the next list'}
    </Button>
  </Details>
);
