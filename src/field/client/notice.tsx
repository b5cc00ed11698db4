import { useRef, useState } from 'preact/hooks';
import {
  asked,
  Checkboxes,
  DayBoxes,
  type FormState,
  Input,
  problemOf,
  Radios,
  Select,
  Textarea,
  tickedIn,
  typedIn,
} from '../../platform/ui/index.ts';
import { CaptureForm, choose, dayIn, goTo, Page, type Typed, textOf } from './kit.tsx';
import type { Day, Item, Problem } from './model.ts';
import { type PhotoLine, Photos, type TakenPhoto } from './photos.tsx';
import { changeItem, keepItem } from './queue.ts';
import { send } from './sender.ts';
import { type Drawing, SignaturePad } from './signature.tsx';
import { Refusal } from './small-forms.tsx';

interface Point {
  lon: number;
  lat: number;
  accuracy: number;
}
const draftFields = [
  ...['offence', 'offenceOn', 'offenceTime', 'placeWords', 'postcode', 'landType', 'wasteType', 'wasteSize'],
  ...['identifiedBy', 'policyConsidered', 'recipientName', 'recipientAddress'],
];
const lineOf = ({ id, sha256, takenAt, words, mediaType }: PhotoLine): PhotoLine => ({
  ...{ id, sha256, takenAt, words, mediaType },
});
/** What signing needs, or what is wrong with it. */
function signatureOf(typed: Typed, drawn: PhotoLine | undefined): { value?: unknown; problem?: Problem } {
  const how = textOf(typed, 'signatureHow');
  const name = textOf(typed, 'signerName');
  if (how === '') return {};
  if (how === 'declined') return { value: { how } };
  if (name.length < 2) return { problem: { field: 'signerName', words: 'Enter the name of whoever signs' } };
  if (how === 'typed') return { value: { how, name } };
  if (!drawn)
    return { problem: { field: 'signatureHow', words: 'Let them sign in the box, or type the name' } };
  return { value: { how, name, id: drawn.id, sha256: drawn.sha256, takenAt: drawn.takenAt } };
}
const isSignature = ({ words, mediaType }: PhotoLine) => words === 'signature' && mediaType === 'image/png';

/** A fixed penalty notice as it is written beside the road: a draft, which is finished and issued in the composer. */
export function Notice({ day, mending }: { day: Day; mending: Item | undefined }) {
  const before = mending?.photos ?? [];
  const [photos, setPhotos] = useState<readonly TakenPhoto[]>([]);
  // What a press finds: the newest, however slow the telephone is to read and to show it.
  const newest = useRef(photos);
  const readings = useRef<Promise<void>[]>([]);
  const drawing = useRef<Drawing | undefined>(undefined);
  const [point, setPoint] = useState<Point | undefined>(mending?.body.point as Point | undefined); // as this form put it
  const now = new Date(performance.timeOrigin + performance.now()).toTimeString().slice(0, 5);
  const onKeep = async (typed: Typed): Promise<readonly Problem[]> => {
    await Promise.all(readings.current);
    const taken = newest.current;
    const drawn = await drawing.current;
    const signature = signatureOf(typed, drawn ?? before.find(isSignature));
    const problems = [
      ...(textOf(typed, 'offence') === '' ? [{ field: 'offence', words: 'Choose the offence' }] : []),
      ...(signature.problem ? [signature.problem] : []),
    ];
    if (problems.length > 0) return problems;
    const isDrawn = textOf(typed, 'signatureHow') === 'drawn';
    const pictures = [...before.filter((one) => !isSignature(one)), ...taken].map(lineOf);
    const sign = isDrawn ? (drawn ?? before.find(isSignature)) : undefined;
    const whole = { ...typed, offenceOn: dayIn(typed, 'offenceOn') };
    const draft = Object.fromEntries(
      draftFields.map((field) => [field, textOf(whole, field)]).filter(([, value]) => value !== ''),
    );
    const offence = day.choices.offences.find(({ code }) => code === typed.offence)?.name ?? 'Notice';
    const content = {
      kind: 'notice' as const,
      title: [`Notice: ${offence}`, textOf(typed, 'placeWords')].filter(Boolean).join(', '),
      body: {
        ...{ draft, ...(point && { point }), statement: textOf(typed, 'statement') },
        photos: pictures.map(({ mediaType: _mediaType, ...line }) => line),
        ...(signature.value ? { signature: signature.value } : {}),
      },
      ...{ typed, form: '#/notice', photos: [...pictures, ...(sign ? [lineOf(sign)] : [])] },
    };
    const added = [...taken, ...(isDrawn && drawn ? [drawn] : [])];
    if (mending) await changeItem(mending, 'waiting', { ...content, refusal: undefined }, added);
    else await keepItem(content, added);
    goTo('#/queue');
    void send();
    return [];
  };
  return (
    <Page title="Write a notice" back>
      <p class="govuk-body">
        It becomes a draft. It is issued at your desk or on your telephone with a network, once the checklist
        is met and the power is held.
      </p>
      <Refusal mending={mending} />
      <CaptureForm
        initial={mending?.typed ?? { offenceOn: day.day, offenceTime: now }}
        problems={mending?.refusal?.problems}
        button="Keep the notice"
        onKeep={onKeep}
      >
        {(state) => (
          <>
            <Photos
              kept={before.filter((one) => !isSignature(one))}
              photos={photos}
              problem={problemOf(state, 'photos') ?? problemOf(state, 'photo')}
              onChange={(change) => {
                newest.current = change(newest.current);
                setPhotos(newest.current);
              }}
              onReading={(reading) => readings.current.push(reading)}
            />
            <What day={day} state={state} />
            <Where state={state} point={point} onPoint={setPoint} />
            <Who day={day} state={state} />
            <Radios
              {...asked(state, 'signatureHow')}
              fieldset={{
                legend: {
                  children: 'Signature of the person (optional)',
                  classes: 'govuk-fieldset__legend--m',
                },
              }}
              items={[
                { value: 'drawn', children: 'They sign on this telephone' },
                { value: 'typed', children: 'They say their name, and it is typed' },
                { value: 'declined', children: 'They were asked, and did not sign' },
              ]}
            />
            {['drawn', 'typed'].includes(typedIn(state, 'signatureHow')) && (
              <Input {...asked(state, 'signerName')} label="Name of whoever signs" />
            )}
            {typedIn(state, 'signatureHow') === 'drawn' && (
              <SignaturePad onDrawn={(now) => (drawing.current = now)} />
            )}
          </>
        )}
      </CaptureForm>
    </Page>
  );
}

function What({ day, state }: { day: Day; state: FormState }) {
  const { offences, landTypes, wasteTypes, wasteSizes } = day.choices;
  const chosen = offences.find(({ code }) => code === typedIn(state, 'offence'));
  return (
    <>
      <Select
        {...asked(state, 'offence')}
        label="Offence"
        items={choose(
          offences.map(({ code, name, amount }) => ({ code, name: amount ? `${name}, ${amount}` : name })),
        )}
      />
      {chosen && (
        <p class="govuk-inset-text">
          {chosen.mayIssue
            ? chosen.power
            : `You may draft it, and not issue it: ${chosen.power || 'no power is recorded'}`}
          . {chosen.noAmountWhy}
        </p>
      )}
      {chosen?.code === 'fly-tipping' && (
        <>
          <Select {...asked(state, 'landType')} label="Land" items={choose(landTypes)} />
          <Select {...asked(state, 'wasteType')} label="Waste" items={choose(wasteTypes)} />
          <Select {...asked(state, 'wasteSize')} label="Size" items={choose(wasteSizes)} />
        </>
      )}
      <DayBoxes {...state} name="offenceOn" legend="Day of the offence" />
      <Input {...asked(state, 'offenceTime')} label="Time" hint="Like 14:30" classes="govuk-input--width-5" />
    </>
  );
}

function Where(props: {
  state: FormState;
  point: Point | undefined;
  onPoint(point: Point | undefined): void;
}) {
  const { state, point, onPoint } = props;
  const [said, say] = useState('');
  const find = () => {
    say('Looking for where you are');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        onPoint({ lon: longitude, lat: latitude, accuracy: Math.round(accuracy) });
        say('');
      },
      () => say('This telephone did not say where it is. Type the place and its postcode.'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  };
  return (
    <>
      <Input
        {...asked(state, 'placeWords')}
        label="Where"
        hint="Like: lay-by on the moor road, by the gate"
      />
      <Input
        {...asked(state, 'postcode')}
        label="Postcode"
        hint="It says whose powers reach. Without one, use where you are."
        classes="govuk-input--width-10"
        autocapitalize="characters"
      />
      <button type="button" class="govuk-button govuk-button--secondary bw-field__button" onClick={find}>
        Use where I am
      </button>
      <p class="govuk-body-s" role="status">
        {point
          ? `Where you are is kept with it: ${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}, within ${point.accuracy} metres.`
          : said}
      </p>
      {point && (
        <button
          type="button"
          class="govuk-button govuk-button--secondary bw-field__button"
          onClick={() => onPoint(undefined)}
        >
          Leave where I am out
        </button>
      )}
    </>
  );
}

const Who = ({ day, state }: { day: Day; state: FormState }) => (
  <>
    <Select
      {...asked(state, 'identifiedBy')}
      label="What shows who did it"
      items={choose(day.choices.identifiedBy)}
    />
    <Input {...asked(state, 'recipientName')} label="Name of the person" autocomplete="off" />
    <Textarea
      {...asked(state, 'recipientAddress')}
      label="Their address for service"
      hint="Leave it out if it must stay hidden: the notice is then handed over."
      rows={3}
    />
    <Textarea {...asked(state, 'statement')} label="Your statement: what you saw" rows={5} />
    <Checkboxes
      name="policyConsidered"
      values={tickedIn(state, 'policyConsidered')}
      items={[
        {
          value: 'yes',
          children: 'A penalty is right here: age, health, first offence and earlier advice were considered',
        },
      ]}
    />
  </>
);
