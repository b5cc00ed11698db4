/** An identifier found in words, in one form however it was typed. */
export interface Mention {
  kind: 'phone' | 'vehicle' | 'email';
  /** Normalised: digits with +44, registration mark without spaces, lower-case address. */
  value: string;
  /** As it was typed. */
  typed: string;
}

/** UK numbers as +44…; undefined when it cannot be one. */
export function tidyPhone(text: string): string | undefined {
  const digits = text.replace(/[^\d+]/g, '').replace(/^(\+44|0044)0?/, '0');
  return /^0[1-9]\d{8,9}$/.test(digits) ? `+44${digits.slice(1)}` : undefined;
}

/** Current-style and prefix-style marks without spaces; undefined when it cannot be one. */
export function tidyMark(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return /^([A-Z]{2}\d{2}[A-Z]{3}|[A-Z]\d{1,3}[A-Z]{3}|[A-Z]{3}\d{1,3}[A-Z])$/.test(plain)
    ? plain
    : undefined;
}

const phonePattern = /(?:\+44|0044|\b0)[\d ()-]{8,14}\d/g;
const markPattern = /\b(?:[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3})\b/g;
// As long as the parts of an address can be (RFC 5321): without an end, a text of dots costs the square of its length.
const emailPattern = /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+\b/g;

/** Telephone numbers, registration marks and e-mail addresses in a text. Marks only in capitals: words would match. */
export function findMentions(text: string): Mention[] {
  const found: Mention[] = [];
  for (const typed of text.match(phonePattern) ?? []) {
    const value = tidyPhone(typed);
    if (value) found.push({ kind: 'phone', value, typed: typed.trim() });
  }
  for (const typed of text.match(markPattern) ?? []) {
    const value = tidyMark(typed);
    if (value) found.push({ kind: 'vehicle', value, typed });
  }
  for (const typed of text.match(emailPattern) ?? [])
    found.push({ kind: 'email', value: typed.toLowerCase(), typed });
  return [...new Map(found.map((mention) => [`${mention.kind} ${mention.value}`, mention])).values()];
}
