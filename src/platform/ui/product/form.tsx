import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Attributes, type Content, classNames } from '../markup.ts';

/** A form that is shown again to whoever answered it: which one, and the version of the record that it was answered for. */
export interface AnsweredForm {
  /** Where it was sent, without what follows a question mark. */
  readonly action: string;
  readonly version: string;
}

/** Set round a page that answers a form; see {@link VersionField}. */
export const Answered = createContext<AnsweredForm | undefined>(undefined);
const ActionOfForm = createContext('');

/**
 * The version of the record that a form was made from, by which a second save is told of the first. Where the form is shown again
 * it stays the version that was answered: the newest one would let whoever mends an error write over what a colleague
 * saved meanwhile.
 */
export function VersionField({ version }: { readonly version: string | number }) {
  const answered = useContext(Answered);
  const action = useContext(ActionOfForm);
  const isAnswered = answered !== undefined && answered.action === action;
  return <input type="hidden" name="version" value={String(isAnswered ? answered.version : version)} />;
}

/** Hidden fields of a form, the version of its record among them. */
export const HiddenFields = ({ values }: { readonly values: Readonly<Record<string, string | number>> }) => (
  <>
    {Object.entries(values).map(([name, value]) =>
      name === 'version' ? (
        <VersionField key={name} version={value} />
      ) : (
        <input key={name} type="hidden" name={name} value={value} />
      ),
    )}
  </>
);

/** Hidden field that proves a form came from one of our own pages. */
export function CsrfField({
  token,
  name = '_csrf',
}: {
  readonly token: string;
  readonly name?: string | undefined;
}) {
  return <input type="hidden" name={name} value={token} />;
}

interface FormShape {
  readonly action: string;
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly children?: Content;
}

/** A form that changes something: it cannot be written without its token. */
export interface PostForm extends FormShape {
  readonly method?: 'post' | undefined;
  readonly csrfToken: string;
  /** Sends files. */
  readonly multipart?: boolean | undefined;
}

/** A form that only asks, such as a filter. */
export interface GetForm extends FormShape {
  readonly method: 'get';
}

/** Props of {@link Form}. */
export type FormProps = PostForm | GetForm;

/** A form. The browser's own checks are off: errors are given by the server, in our words, in one place. */
export function Form(props: FormProps) {
  const isPost = props.method !== 'get';
  return (
    <form
      id={props.id}
      action={props.action}
      method={isPost ? 'post' : 'get'}
      class={classNames(props.classes) || undefined}
      enctype={isPost && props.multipart ? 'multipart/form-data' : undefined}
      novalidate
      {...props.attributes}
    >
      {isPost && <CsrfField token={props.csrfToken} />}
      <ActionOfForm.Provider value={props.action.split('?')[0] ?? ''}>{props.children}</ActionOfForm.Provider>
    </form>
  );
}
