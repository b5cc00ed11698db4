export const quote = 34;
export const lineFeed = 10;
const carriageReturn = 13;

/** Where the line that begins at `start` ends, outside quotes; -1 where it does not. */
export function endOfLine(bytes: Buffer, start: number): number {
  let inside = false;
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] === quote) inside = !inside;
    else if (bytes[at] === lineFeed && !inside) return at;
  }
  return -1;
}

/** Where the quote that opened before `start` closes: a quote not doubled, with a delimiter or the line's end behind it. */
export function closingQuote(bytes: Buffer, start: number, delimiter: number): number {
  for (let at = bytes.indexOf(quote, start); at >= 0; at = bytes.indexOf(quote, at + 1)) {
    if (at + 1 >= bytes.length) return -1;
    const after = bytes[at + 1];
    if (after === quote) {
      at += 1;
      continue;
    }
    if (after === delimiter || after === lineFeed || after === carriageReturn) return at;
  }
  return -1;
}

/** The delimiter that cuts the header into most names. */
export function likelyDelimiter(line: string): string {
  const counts = [',', '\t', ';', '|', '%', '^', '~'].map((mark) => ({
    mark,
    parts: cellsOf(line, mark).length,
  }));
  return counts.sort((a, b) => b.parts - a.parts)[0]?.mark ?? ',';
}

/** The cells of a line of names. */
export function cellsOf(line: string, delimiter: string): string[] {
  const out: string[] = [];
  let cell = '';
  let inside = false;
  for (const letter of line.replace(/\r$/, '')) {
    if (letter === '"') inside = !inside;
    else if (letter === delimiter && !inside) {
      out.push(cell);
      cell = '';
    } else cell += letter;
  }
  out.push(cell);
  return out;
}

/** What no column is called and many rows give: an e-mail address, a whole date, a telephone number, a postcode. */
export const isOfARow = (cell: string): boolean =>
  /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(cell) ||
  /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4}))$/.test(cell) ||
  /^(?:\+44|0)[\d\s()-]{9,}$/.test(cell) ||
  /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i.test(cell);
