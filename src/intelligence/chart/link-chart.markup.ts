/** What an element is called by. */
export interface Called {
  kind: string;
  label: string;
  item: { reference: string } | null;
}

/** Colours that can be told apart by those who see fewer; the words of each element say its kind as well. */
export const looks: Readonly<Record<string, { colour: string; words: string }>> = {
  item: { colour: '#6f777b', words: 'Item' },
  person: { colour: '#1d70b8', words: 'Person' },
  organisation: { colour: '#4c2c92', words: 'Firm' },
  vehicle: { colour: '#c2410c', words: 'Vehicle' },
  phone: { colour: '#00703c', words: 'Telephone' },
  email: { colour: '#0b7285', words: 'E-mail' },
  place: { colour: '#942514', words: 'Address' },
  account: { colour: '#594d00', words: 'Account' },
  handle: { colour: '#b0125b', words: 'Network name' },
};
/** An element of the page with its classes. */
export function made(name: string, classes: string): HTMLElement {
  const element = document.createElement(name);
  element.className = classes;
  return element;
}

/** A link as the kit writes it. */
export function link(href: string, words: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.className = 'govuk-link govuk-link--no-visited-state';
  anchor.href = href;
  anchor.textContent = words;
  return anchor;
}

/** What an element is and what it is called: colour never says it alone. */
export function nameOf({ kind, label, item }: Called): string {
  return `${looks[kind]?.words ?? ''} ${item ? `${item.reference} ${label}` : label}`;
}

/** Which keys do what. */
export function keysOf(): HTMLElement {
  const words = made('p', 'govuk-hint bw-link-chart__keys');
  words.id = 'link-chart-keys';
  words.textContent =
    'Down arrow goes outward, up arrow back, left and right to what is beside. Enter goes to what is linked, Home to the start. H hides, P pins or unpins, Shift with an arrow moves what is pinned, W begins a way and ends it. Plus and minus zoom, 0 shows all. The tables below hold the same.';
  return words;
}

/** How many of each kind, with its colour. */
export function legendOf(elements: readonly { kind: string }[]): HTMLElement {
  const list = made('ul', 'govuk-list bw-link-chart__legend');
  for (const [kind, { words }] of Object.entries(looks)) {
    const count = elements.filter((one) => one.kind === kind).length;
    if (count === 0) continue;
    const entry = document.createElement('li');
    const mark = made('span', `bw-link-chart__mark bw-link-chart__mark--${kind}`);
    mark.setAttribute('aria-hidden', 'true');
    entry.append(mark, `${words}: ${count.toLocaleString('en-GB')}`);
    list.append(entry);
  }
  return list;
}
