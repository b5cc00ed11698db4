import { useState } from 'preact/hooks';
import type { Point } from '../distance.ts';

/** Where the telephone is, once it was asked; it is used here to sort and measure, and is neither kept nor sent. */
export interface Position {
  at: Point | undefined;
  trouble: string | undefined;
  isAsking: boolean;
  ask(): void;
  forget(): void;
}

export function usePosition(): Position {
  const [at, setAt] = useState<Point>();
  const [trouble, setTrouble] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const fail = () => {
    setAsking(false);
    setTrouble('This telephone did not say where it is. The tasks stay by the day they are due.');
  };
  return {
    ...{ at, trouble, isAsking },
    ask: () => {
      setTrouble(undefined);
      if (!('geolocation' in navigator)) return fail();
      setAsking(true);
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          setAsking(false);
          setAt({ lon: coords.longitude, lat: coords.latitude });
        },
        fail,
        { enableHighAccuracy: false, timeout: 15_000, maximumAge: 60_000 },
      );
    },
    forget: () => setAt(undefined),
  };
}

/** In which order the tasks stand, and how to change it. */
export const Nearest = ({ position }: { position: Position }) => (
  <>
    <p class="govuk-body-s" role="status">
      {position.trouble ??
        (position.at
          ? 'Nearest first, as the crow flies from where this telephone was. Tasks without a point on the map come last.'
          : 'By the day they are due.')}
    </p>
    <button
      type="button"
      class="govuk-button govuk-button--secondary bw-field__button"
      disabled={position.isAsking}
      onClick={() => (position.at ? position.forget() : position.ask())}
    >
      {position.isAsking
        ? 'Looking…'
        : position.at
          ? 'Sort by the day they are due'
          : 'Sort by nearest first'}
    </button>
  </>
);
