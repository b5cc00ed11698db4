/** A bank account or a name in a social network that stands in words. */
export interface Account {
  kind: 'account' | 'handle';
  /** Fourteen figures, sort code first; or `@name`, with the network before it where that is said. */
  value: string;
  typed: string;
}

/** A UK account as sort code and number, from figures however they are parted or from an IBAN; undefined when it is none. */
export function tidyAccount(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const iban = /^GB\d{2}[A-Z]{4}(\d{14})$/.exec(plain);
  return iban?.[1] ?? (/^\d{14}$/.test(plain) ? plain : undefined);
}

const networks = 'facebook|instagram|tiktok|snapchat|telegram|x|twitter|threads|ebay|vinted|depop|gumtree';
const address = new RegExp(
  `^(?:https?://)?(?:www\\.|m\\.)?(?:(${networks})\\.(?:com|co\\.uk|net)|(t)\\.me)/(?:user/|usr/|add/)?@?([\\w.-]{2,40})/?(?:[?#].*)?$`,
  'i',
);
/** Parts of addresses that are pages of the network and nobody's. */
const pages = new Set(
  'groups pages marketplace watch reel reels p share story stories explore hashtag search itm sch'.split(' '),
);

/** A name in a social network: `@name`, or `instagram:@name` from the address of its page; undefined when it is none. */
export function tidyHandle(text: string): string | undefined {
  const typed = text.trim().replace(/[.,;:!?)]+$/, '');
  const bare = /^@([\w.]{3,40})$/.exec(typed);
  if (bare?.[1]) return `@${bare[1].toLowerCase().replace(/\.$/, '')}`;
  const [, network, t, name = ''] = address.exec(typed) ?? [];
  if (!(network || t) || name.length < 3 || pages.has(name.toLowerCase())) return undefined;
  const of = t ? 'telegram' : (network ?? '').toLowerCase();
  return `${of === 'twitter' ? 'x' : of}:@${name.toLowerCase()}`;
}

const iban = /\bGB\d{2} ?[A-Z]{4}(?: ?\d){14}\b/gi;
// Figures like a day and a reference are no account: the two stand together, and something says what they are.
const sorted = /\b(\d{2}[- ]\d{2}[- ]\d{2}|\d{6})\b([^\d\n]{1,40}?)\b(\d{8})\b/g;
const isSaid =
  /\b(?:sort|account|a\/c|acc(?:ount)?|acct|bank|paid (?:in)?to|pay (?:in)?to|transfer(?:red)?|barclays|lloyds|hsbc|natwest|monzo|starling|santander|nationwide)\b/i;
const handle = /(?<![\w@./])@[A-Za-z][\w.]{2,39}(?!@)/g;
const pageOf = new RegExp(
  `(?<![\\w@])(?:https?://)?(?:www\\.|m\\.)?(?:(?:${networks})\\.(?:com|co\\.uk|net)|t\\.me)/\\S{3,80}`,
  'gi',
);

/** Bank accounts and names in social networks that a text holds, each once. */
export function accountsIn(text: string): Account[] {
  const found: Account[] = [];
  const add = (kind: Account['kind'], value: string | undefined, typed: string) => {
    if (value) found.push({ kind, value, typed: typed.trim() });
  };
  for (const [typed] of text.matchAll(iban)) add('account', tidyAccount(typed), typed);
  for (const match of text.matchAll(sorted)) {
    const [typed, code = '', , number = ''] = match;
    if (isSaid.test(text.slice(Math.max(0, match.index - 60), match.index + typed.length + 30)))
      add('account', tidyAccount(code + number), `${code} ${number}`);
  }
  for (const [typed] of text.matchAll(pageOf))
    add('handle', tidyHandle(typed), typed.replace(/[.,;:!?)]+$/, ''));
  for (const [typed] of text.matchAll(handle)) add('handle', tidyHandle(typed), typed.replace(/\.$/, ''));
  return [...new Map(found.map((one) => [`${one.kind} ${one.value}`, one])).values()];
}
