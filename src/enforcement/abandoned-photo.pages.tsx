import { mayOpen, openingOf, openingWords, photoAccept } from '../intake/index.ts';
import {
  asked,
  Button,
  Day,
  DayBoxes,
  Details,
  FileUpload,
  Form,
  Input,
  isAgain,
  problemOf,
  SummaryList,
  stateOf,
  VersionField,
} from '../platform/ui/index.ts';
import type { AbandonedPageProps } from './abandoned.pages.tsx';
import { abandonedOpen } from './abandoned.transitions.ts';
import { hiddenPlaceWords } from './abandoned.words.ts';

/** Photographs of the vehicle, and the form for more: for caseworkers of the agency alone. */
export const Photographs = (props: AbandonedPageProps) => {
  const { file, photos, facts } = props;
  const isHidden = facts?.standing?.isHidden !== false;
  const isOpen = props.mayWrite && abandonedOpen.photos.from.includes(file.status);
  return (
    <>
      {photos.length === 0 && (
        <p class="govuk-body">None yet. Photographs show where it stood, its mark, and what was judged.</p>
      )}
      {photos.length > 0 && isHidden && <p class="govuk-body">{hiddenPlaceWords}</p>}
      {photos.length > 0 && (
        <SummaryList
          rows={photos.map((one) => ({
            key: <Day day={one.takenOn} />,
            value: (
              <>
                <p class="govuk-body">
                  {mayOpen(openingOf(one, 'as-kept')) && !isHidden ? (
                    <a class="govuk-link" href={`/abandoned-vehicles/${file.id}/photos/${one.id}`}>
                      {one.words ?? one.name}
                    </a>
                  ) : (
                    (one.words ?? one.name)
                  )}
                </p>
                <p class="govuk-hint">
                  {openingWords[openingOf(one, 'as-kept')]}. Added by {one.officerName ?? 'somebody'}.
                </p>
                <p class="govuk-hint bw-break">SHA-256 {one.sha256}</p>
              </>
            ),
          }))}
        />
      )}
      {isOpen && (
        <Details summary="Add photographs" open={isAgain(props, 'photos')}>
          <PhotoForm {...stateOf(props, 'photos')} file={file} csrf={props.csrf} />
        </Details>
      )}
    </>
  );
};

const PhotoForm = (
  props: ReturnType<typeof stateOf> & { file: AbandonedPageProps['file']; csrf: string },
) => (
  <Form action={`/abandoned-vehicles/${props.file.id}/photos`} csrfToken={props.csrf} multipart>
    <VersionField version={props.file.version} />
    <FileUpload
      name="photos"
      label="Photographs"
      hint="Up to 5, each 10 MB or smaller. What the camera writes into one, such as where it was, is taken out."
      multiple
      attributes={{ accept: photoAccept }}
      errorMessage={problemOf(props, 'photos')}
    />
    <DayBoxes {...props} name="takenOn" legend="Day they were taken" />
    <Input
      {...asked(props, 'words')}
      label="What they show"
      hint="Like: its front with the mark, and the flat tyres"
    />
    <Button classes="govuk-button--secondary">Add them</Button>
  </Form>
);
