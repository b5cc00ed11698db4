import { type Attributes, classNames, type Messages, messageAttributes, readPart } from '../markup.ts';
import { type FieldProps, FieldShell } from './field.tsx';

/** Props of {@link FileUpload}. */
export interface FileUploadProps extends FieldProps {
  readonly disabled?: boolean | undefined;
  readonly multiple?: boolean | undefined;
  /** Asks the client script for the drop zone; without script the plain control stays. */
  readonly javascript?: boolean | undefined;
  readonly wrapperClasses?: string | undefined;
  readonly wrapperAttributes?: Attributes | undefined;
  readonly chooseFilesButtonText?: string | undefined;
  readonly noFileChosenText?: string | undefined;
  readonly multipleFilesChosenText?: Messages | undefined;
  readonly dropInstructionText?: string | undefined;
  readonly enteredDropZoneText?: string | undefined;
  readonly leftDropZoneText?: string | undefined;
}

function wordsForScript(props: FileUploadProps): Attributes {
  return messageAttributes({
    'choose-files-button': props.chooseFilesButtonText,
    'no-file-chosen': props.noFileChosenText,
    'multiple-files-chosen': props.multipleFilesChosenText,
    'drop-instruction': props.dropInstructionText,
    'entered-drop-zone': props.enteredDropZoneText,
    'left-drop-zone': props.leftDropZoneText,
  });
}

/** GOV.UK file upload. */
export function FileUpload(props: FileUploadProps) {
  return (
    <FieldShell
      field={props}
      control={(id, describedBy) => {
        const control = (
          <input
            class={classNames(
              'govuk-file-upload',
              props.classes,
              readPart(props.errorMessage) && 'govuk-file-upload--error',
            )}
            id={id}
            name={props.name}
            type="file"
            disabled={props.disabled}
            multiple={props.multiple}
            aria-describedby={describedBy}
            {...props.attributes}
          />
        );
        return (
          <>
            {props.formGroup?.beforeInput}
            {props.javascript ? (
              <div
                class={classNames('govuk-file-upload-wrapper', props.wrapperClasses)}
                data-module="govuk-file-upload"
                {...wordsForScript(props)}
                {...props.wrapperAttributes}
              >
                {control}
              </div>
            ) : (
              control
            )}
            {props.formGroup?.afterInput}
          </>
        );
      }}
    />
  );
}
