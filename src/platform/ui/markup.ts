import { isValidElement, type VNode } from 'preact';

/**
 * What may stand between two tags. Narrower than preact's own type, which admits any object and so would let a
 * record or a date through to the page as "[object Object]".
 */
export type Content = VNode | string | number | bigint | boolean | null | undefined | readonly Content[];

/** Extra attributes for an element. `true` gives the bare attribute, `undefined` and `false` leave it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Either plain content, or content with the macro's further options beside it. */
export type Part<Options = Styled> = Content | (Options & { readonly children?: Content });

/** The two options almost every part of every component takes. */
export interface Styled {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Levels a heading may have. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** Tag name for a heading of this level. */
export function headingTag(level: HeadingLevel): `h${HeadingLevel}` {
  return `h${level}`;
}

/** Joins class names, leaving out those that are empty. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false && name !== '').join(' ');
}

/** Joins ids for `aria-describedby`; nothing when there are none, so that the attribute is left out. */
export function ids(...names: readonly (string | false | undefined)[]): string | undefined {
  return classNames(...names) || undefined;
}

/** True when there is something to show. Zero is something. */
export function hasContent(content: Content): boolean {
  if (Array.isArray(content)) return content.some(hasContent);
  return content !== undefined && content !== null && content !== '' && typeof content !== 'boolean';
}

/** Reads a part into its options form, or nothing when the caller left it out. */
export function readPart<Options extends object>(
  part: Part<Options>,
): (Partial<Options> & { readonly children?: Content }) | undefined {
  if (part === undefined || part === null || part === false || part === '') return undefined;
  if (typeof part !== 'object' || Array.isArray(part) || isValidElement(part)) {
    // Everything of these shapes is Content: the only other member of the union is a plain object.
    return { children: part as Content } as Partial<Options> & { readonly children?: Content };
  }
  // What is left of the union after strings, arrays and nodes is the options object.
  return part as Partial<Options> & { readonly children?: Content };
}

/** Words for the client script, one for all numbers or one for each plural rule (`one`, `other`). */
export type Messages = string | Readonly<Record<string, string>>;

/** The data attributes by which GOV.UK components take words that replace their English ones. */
export function messageAttributes(messages: Readonly<Record<string, Messages | undefined>>): Attributes {
  const attributes: Record<string, string> = {};
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message === 'string') {
      if (message !== '') attributes[`data-i18n.${key}`] = message;
    } else if (message) {
      for (const [rule, text] of Object.entries(message)) attributes[`data-i18n.${key}.${rule}`] = text;
    }
  }
  return attributes;
}
