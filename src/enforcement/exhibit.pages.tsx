import { mayOpen, openingOf, openingWords } from '../intake/index.ts';
import { cameraWords } from './evidence-file.ts';

interface Exhibit {
  words: string;
  kind: string;
  fileId: string | null;
  sha256: string | null;
  mediaType: string | null;
  scan: string | null;
  cameraAt: string | null;
  cameraLon: number | null;
  cameraLat: number | null;
}

/** What an exhibit shows, its file to open with the hash of what was taken, and what the camera told. */
export const ExhibitWords = ({ exhibit: e, href }: { exhibit: Exhibit; href: string | undefined }) => (
  <>
    {e.words}
    {e.fileId && (
      <div class="govuk-hint bw-break">
        {href && mayOpen(openingOf(e, 'never')) ? (
          <a class="govuk-link" href={href}>
            Open the file<span class="govuk-visually-hidden">: {e.words}</span>
          </a>
        ) : (
          fileWords(e, href !== undefined)
        )}
        {e.sha256 && <>. SHA-256 {e.sha256}</>}
        {e.cameraAt && <>. By its camera’s clock taken on {cameraWords(e.cameraAt)}</>}
        {e.cameraLon !== null && e.cameraLat !== null && (
          <>
            , at {e.cameraLat.toFixed(5)}, {e.cameraLon.toFixed(5)}
          </>
        )}
      </div>
    )}
  </>
);
const fileWords = (e: Exhibit, isShown: boolean): string =>
  isShown ? openingWords[openingOf(e, 'never')] : 'File held; not opened, for an address must stay hidden';
