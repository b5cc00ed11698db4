import { mapHref } from './map.routes.ts';

export interface PlaceMapProps {
  /** Degrees; null where the place is known in words alone. */
  lon: number | null;
  lat: number | null;
  /** The place in words, e.g. `near Mill Lane, Easterby (Wendmere)`; says all that the picture shows. */
  label: string;
}

/** Where something is: the place in words, and a picture of the same for those who see it. */
export const PlaceMap = ({ lon, lat, label }: PlaceMapProps) => (
  <figure class="bw-place-map">
    {lon !== null && lat !== null && (
      <img
        class="bw-place-map__picture"
        src={mapHref({ lon, lat, span: 2200 }, { lon, lat })}
        width={320}
        height={320}
        alt={`Map: ${label}`}
        loading="lazy"
      />
    )}
    <figcaption class="govuk-body">{label}</figcaption>
  </figure>
);
