import { useEffect, useState } from 'preact/hooks';
import { newId, sha256Of } from '../../platform/ui/client/device.ts';
import { largestPhoto, mostPhotos } from '../capture.words.ts';
import type { NewPhoto } from './queue.ts';

/** A photograph as the notice names it. */
export interface PhotoLine {
  id: string;
  sha256: string;
  takenAt: string;
  words: string;
  mediaType: string;
}
/** A photograph just taken. */
export type TakenPhoto = PhotoLine & NewPhoto;

/** A photograph with its hash and the time that the telephone gives it, made once and never changed. */
async function taken(file: File): Promise<TakenPhoto> {
  const bytes = await file.arrayBuffer();
  return {
    ...{ id: newId(), bytes, sha256: await sha256Of(bytes), words: '', mediaType: file.type },
    takenAt: new Date(file.lastModified).toISOString(),
  };
}

interface PhotosProps {
  /** Those that were kept before. */
  kept: readonly PhotoLine[];
  photos: readonly TakenPhoto[];
  problem: string | undefined;
  /** Photographs are read for a while: what is changed meanwhile stays changed. */
  onChange(change: (photos: readonly TakenPhoto[]) => readonly TakenPhoto[]): void;
  /** Is told of each reading, which nobody may leave behind. */
  onReading(reading: Promise<void>): void;
}

/** Takes photographs: the camera first. */
export function Photos({ kept, photos, problem, onChange, onReading }: PhotosProps) {
  const [said, say] = useState('');
  const add = async (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    const room = mostPhotos - kept.length - photos.length;
    const good = files.filter(({ size }) => size > 0 && size <= largestPhoto).slice(0, room);
    input.value = '';
    const read = await Promise.allSettled(good.map(taken));
    const added = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    onChange((now) => [...now, ...added]);
    const left = files.length - good.length;
    say(
      `${added.length === 1 ? '1 photo' : `${added.length} photos`} added.${left > 0 ? ` ${left} left out: ${mostPhotos} photos of 10 MB at the most, each in a file that can be read.` : ''}`,
    );
  };
  return (
    <fieldset class={`govuk-fieldset govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Photos</legend>
      {problem && (
        <p class="govuk-error-message">
          <span class="govuk-visually-hidden">Error: </span>
          {problem}
        </p>
      )}
      <label class="govuk-label" for="photos">
        Take or choose photos
      </label>
      <input
        class="govuk-file-upload bw-field__file"
        id="photos"
        type="file"
        accept="image/jpeg,image/png,image/webp,image/heic"
        multiple
        onChange={(event) => onReading(add(event.currentTarget))}
      />
      <p class="govuk-body-s" role="status">
        {said}
      </p>
      {kept.map((photo, at) => (
        <p class="govuk-body-s">
          Photo {at + 1}, kept before{photo.words && `: ${photo.words}`}
        </p>
      ))}
      {photos.map((photo, at) => (
        <PhotoLineEditor
          photo={photo}
          number={kept.length + at + 1}
          onWords={(words) =>
            onChange((now) => now.map((one) => (one.id === photo.id ? { ...one, words } : one)))
          }
          onRemove={() => onChange((now) => now.filter(({ id }) => id !== photo.id))}
        />
      ))}
    </fieldset>
  );
}

function PhotoLineEditor(props: {
  photo: TakenPhoto;
  number: number;
  onWords(words: string): void;
  onRemove(): void;
}) {
  const { photo, number } = props;
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([photo.bytes], { type: photo.mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo.bytes, photo.mediaType]);
  return (
    <div class="bw-field__photo">
      {url && <img src={url} alt={`Photo ${number}`} />}
      <div class="govuk-form-group">
        <label class="govuk-label" for={`photo-${photo.id}`}>
          What photo {number} shows
        </label>
        <input
          class="govuk-input"
          id={`photo-${photo.id}`}
          value={photo.words}
          onInput={(event) => props.onWords(event.currentTarget.value)}
        />
      </div>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={props.onRemove}>
        Leave photo {number} out
      </button>
    </div>
  );
}
