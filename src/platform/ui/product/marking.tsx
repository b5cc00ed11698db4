/** Words as a CSS string. Everything but letters, digits and spaces is escaped, so no words can end it or the element. */
export function cssString(words: string): string {
  const escaped = [...words].map((character) => {
    if (/[A-Za-z0-9 ]/.test(character)) return character;
    return `\\${(character.codePointAt(0) ?? 0).toString(16)} `;
  });
  return `"${escaped.join('')}"`;
}

/**
 * Puts handling words in the margins of every printed sheet. Only a rule for the sheet can: what is laid over the page
 * itself is cut off at its margins. The rule carries the page's nonce, so the policy must allow styles with it.
 */
export function PrintMarking({ marking, cspNonce }: { readonly marking: string; readonly cspNonce: string }) {
  const content = `content:${cssString(marking)};font:bold 10pt Arial,Helvetica,sans-serif`;
  const rule = `@page{@top-center{${content}}@bottom-center{${content}}}`;
  return <style nonce={cspNonce} dangerouslySetInnerHTML={{ __html: rule }} />;
}
