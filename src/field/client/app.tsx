import { useEffect, useState } from 'preact/hooks';
import { Notice } from './notice.tsx';
import { Queue, QueueItem } from './queue-pages.tsx';
import { useScreen } from './screen.ts';
import { Patrol, Stop, Time } from './small-forms.tsx';
import { StateLine } from './state-line.tsx';
import { Note, Result } from './task-forms.tsx';
import { Today } from './today.tsx';

const placeNow = (): string[] => location.hash.replace(/^#\/?/, '').split('/').filter(Boolean);

function Place({ place }: { place: readonly string[] }) {
  const { day, items, holder } = useScreen();
  const [page = '', id = ''] = place;
  if (!holder || !day) return <Today />;
  // A form that mends something that was kept: its number follows.
  const mending = items.find((item) => item.id === place.at(-1));
  // What waits or was sent is not changed beneath the sender: its own page says how it stands.
  if (mending && page !== 'queue' && !['held', 'refused'].includes(mending.state))
    return <QueueItem item={mending} />;
  switch (page) {
    case 'notice':
      return <Notice day={day} mending={mending} />;
    case 'time':
      return <Time day={day} mending={mending} />;
    case 'patrol':
      return <Patrol day={day} planId={id} mending={mending} />;
    case 'stop':
      return <Stop day={day} operationId={id} mending={mending} />;
    case 'result':
      return <Result day={day} taskId={id} mending={mending} />;
    case 'note':
      return <Note day={day} taskId={id} mending={mending} />;
    case 'queue':
      return id ? <QueueItem item={items.find((item) => item.id === id)} /> : <Queue items={items} />;
    default:
      return <Today />;
  }
}

/** The app: how things stand, and the page of it that its address names. */
export function App() {
  const [place, setPlace] = useState(placeNow);
  const { phase } = useScreen();
  useEffect(() => {
    const move = () => setPlace(placeNow());
    addEventListener('hashchange', move);
    return () => removeEventListener('hashchange', move);
  }, []);
  if (phase === 'starting')
    return (
      <>
        <h1 class="govuk-heading-l">Field</h1>
        <p class="govuk-body" role="status">
          Opening
        </p>
      </>
    );
  return (
    <>
      <StateLine />
      <Place key={place.join('/')} place={place} />
    </>
  );
}
