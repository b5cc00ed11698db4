import { type Content, classNames, type Styled } from '../markup.ts';

/** A file already sent. */
export interface UploadedFile {
  readonly message: Content;
  /** Sent as `delete` when its button is pressed. */
  readonly fileName: string;
  readonly originalFileName: string;
  readonly deleteButton: { readonly text: string };
}

/** Props of {@link MultiFileUpload}. Its children are the file control and its button. */
export interface MultiFileUploadProps extends Styled {
  readonly uploadedFiles: { readonly heading: Content; readonly items: readonly UploadedFile[] };
  readonly children?: Content;
}

/** MOJ multi file upload in its plain form: each file is sent, listed and removed by an ordinary form. */
export function MultiFileUpload({ uploadedFiles, classes, attributes, children }: MultiFileUploadProps) {
  return (
    <div
      class={classNames('moj-multi-file-upload', classes)}
      data-module="moj-multi-file-upload"
      {...attributes}
    >
      <div
        class={classNames('moj-multi-file__uploaded-files', uploadedFiles.items.length === 0 && 'moj-hidden')}
      >
        <h2 class="govuk-heading-m">{uploadedFiles.heading}</h2>
        <div class="govuk-summary-list moj-multi-file-upload__list">
          {uploadedFiles.items.map((file) => (
            <div class="govuk-summary-list__row moj-multi-file-upload__row">
              <div class="govuk-summary-list__value moj-multi-file-upload__message">{file.message}</div>
              <div class="govuk-summary-list__actions moj-multi-file-upload__actions">
                <button
                  type="submit"
                  name="delete"
                  class="moj-multi-file-upload__delete govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
                  value={file.fileName}
                >
                  {file.deleteButton.text} <span class="govuk-visually-hidden">{file.originalFileName}</span>
                </button>
              </div>
            </div>
          ))}
        </div>
      </div>
      <div class="moj-multi-file-upload__upload">{children}</div>
    </div>
  );
}
