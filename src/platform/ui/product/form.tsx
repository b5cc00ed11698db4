import { type Attributes, type Content, classNames } from '../markup.ts';

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
      {props.children}
    </form>
  );
}
