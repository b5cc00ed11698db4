import { useState } from 'preact/hooks';
import { InsetText, SummaryList } from '../../platform/ui/index.ts';
import { captureKindWords } from '../capture.words.ts';
import { refresh } from './device.ts';
import { clockWords, dayIn, goTo, Page, StateTag } from './kit.tsx';
import type { Item } from './model.ts';
import { changeItem, dropItem, holdItem } from './queue.ts';
import { send } from './sender.ts';
import { Settle } from './settle.tsx';

const order = ['conflict', 'refused', 'held', 'waiting', 'sent'];

/** Everything that was written on this telephone, what needs its writer first. */
export function Queue({ items }: { items: readonly Item[] }) {
  const sorted = [...items].sort(
    (one, other) =>
      order.indexOf(one.state) - order.indexOf(other.state) || other.capturedAt.localeCompare(one.capturedAt),
  );
  return (
    <Page title="What waits and what was sent" back>
      {items.some(({ state }) => state === 'waiting') && (
        <button type="button" class="govuk-button bw-field__button" onClick={() => void send()}>
          Send what waits
        </button>
      )}
      {items.length === 0 ? (
        <p class="govuk-body">
          Nothing yet. What you write stands here until it is delivered, and then until you sign out.
        </p>
      ) : (
        <ul class="govuk-list bw-field__list">
          {sorted.map((item) => (
            <li>
              <a class="govuk-link" href={`#/queue/${item.id}`}>
                {item.title}
              </a>{' '}
              <StateTag item={item} />
              <br />
              <span class="govuk-hint">
                {captureKindWords[item.kind]}, written at {clockWords(item.capturedAt)}
                {item.sent && `. ${item.sent.words}, delivered at ${clockWords(item.sent.at)}`}
                {item.refusal && `. ${item.refusal.words}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** One thing that was written: how it stands, and what its writer can do. */
export function QueueItem({ item }: { item: Item | undefined }) {
  if (!item)
    return (
      <Page title="Not on this telephone" back>
        <p class="govuk-body">It was delivered and cleared, or taken off.</p>
      </Page>
    );
  const { refusal, sent } = item;
  return (
    <Page title={item.title} caption={captureKindWords[item.kind]} back>
      <p class="govuk-body">
        <StateTag item={item} /> Written at {clockWords(item.capturedAt)}
      </p>
      {sent && (
        <p class="govuk-body">
          {sent.words}, delivered at {clockWords(sent.at)}.{' '}
          <a class="govuk-link" href={sent.href}>
            Open it (needs a network)
          </a>
        </p>
      )}
      {item.state === 'conflict' && item.conflict && <Settle item={item} conflict={item.conflict} />}
      {refusal && item.state === 'refused' && (
        <InsetText>
          {refusal.words} {refusal.mend}
        </InsetText>
      )}
      {['refused', 'held', 'waiting'].includes(item.state) && <Mend item={item} />}
      {item.state !== 'conflict' && <Written item={item} />}
    </Page>
  );
}

function Mend({ item }: { item: Item }) {
  return (
    <>
      <button
        type="button"
        class="govuk-button bw-field__button"
        onClick={() =>
          void holdItem(item).then((isHeld) => (isHeld ? goTo(`${item.form}/${item.id}`) : refresh()))
        }
      >
        Change it
      </button>
      {item.state !== 'waiting' && (
        <button
          type="button"
          class="govuk-button govuk-button--secondary bw-field__button"
          onClick={() => void changeItem(item, 'waiting', { refusal: undefined }).then(send)}
        >
          Send it as it is
        </button>
      )}
      <Drop item={item} />
    </>
  );
}

/** Takes it off the telephone: nothing else does that to what was not delivered, so it is asked twice. */
export function Drop({ item }: { item: Item }) {
  const [isAsked, ask] = useState(false);
  if (!isAsked)
    return (
      <button
        type="button"
        class="govuk-button govuk-button--secondary bw-field__button"
        onClick={() => ask(true)}
      >
        Take it off this telephone
      </button>
    );
  return (
    <div role="group" aria-label="Take it off">
      <p class="govuk-body">It was not delivered, and it is nowhere else. Nobody can bring it back.</p>
      <button
        type="button"
        class="govuk-button govuk-button--warning bw-field__button"
        onClick={() => void dropItem(item.id).then(() => goTo('#/queue'))}
      >
        Yes, take it off
      </button>
    </div>
  );
}

/** What was written, as its form asked for it. */
const Written = ({ item }: { item: Item }) => (
  <SummaryList
    rows={[
      ...['onDay', 'offenceOn'].map((field) => {
        const day = dayIn(item.typed, field);
        return day !== '' && { key: 'Day', value: day };
      }),
      ...Object.entries(item.typed)
        .filter(([field, value]) => value !== '' && !/-(day|month|year)$|^(onDay|offenceOn)$/.test(field))
        .map(([field, value]) => ({ key: wordsOf(field), value: [value].flat().join(', ') })),
      item.photos.length > 0 && { key: 'Photos and signature', value: String(item.photos.length) },
    ]}
  />
);
/** The name of a field, read as words: `placeWords` is «Place words». */
const wordsOf = (field: string): string =>
  field
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^./, (letter) => letter.toUpperCase());
