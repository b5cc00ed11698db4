import { commonWords } from './common-passwords.words.ts';

/** Fewest and most characters of a password (NCSC and NIST SP 800-63B: length over rules of composition). */
export const passwordLength = { shortest: 12, longest: 200 } as const;

const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Small letters only, with what people write in place of letters read as the letter. */
const plain = (text: string): string =>
  [...text.toLowerCase()]
    .map((letter) => lookalikes[letter] ?? letter)
    .join('')
    .replace(/[^a-z]/g, '');
/** The same with figures and signs at the ends taken off first: `Summer2026!` is `summer`. */
const core = (text: string): string => plain(text.replace(/^[^A-Za-z]+|[^A-Za-z]+$/g, ''));

/** A shorter text said again and again, figures or letters: `123123123123`. */
function isRepeated(text: string): boolean {
  for (let size = 1; size <= text.length / 2; size += 1)
    if (
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length)
    )
      return true;
  return false;
}

const runs = ['abcdefghijklmnopqrstuvwxyz', '012345678901234567890123456789', 'qwertyuiopasdfghjklzxcvbnm'];

/** A run of the alphabet, of figures or of the keyboard, either way. */
function isRun(text: string): boolean {
  const small = text.toLowerCase();
  const backwards = [...small].reverse().join('');
  return runs.some((run) => run.includes(small) || run.includes(backwards));
}

/** What is wrong with a password, in words that say what to change; undefined when it can be taken. */
export function passwordProblem(
  password: string,
  about: { username: string; name: string },
): string | undefined {
  const length = [...password].length;
  if (length < passwordLength.shortest)
    return `Use ${passwordLength.shortest} characters or more: three words that do not belong together are easy to keep`;
  if (length > passwordLength.longest) return `Use ${passwordLength.longest} characters or fewer`;
  const own = [about.username, ...about.username.split(/[._-]/), ...about.name.split(/\s+/)]
    .map(plain)
    .filter((word) => word.length >= 3);
  const letters = plain(password);
  // What is left without the person's own name must be long enough by itself.
  const without = own.reduce((text, word) => text.replaceAll(word, ''), letters);
  if (without.length < letters.length && password.length - (letters.length - without.length) < 8)
    return 'Leave your own name out of it';
  if (new Set(password.toLowerCase()).size < 5 || isRepeated(password.toLowerCase()) || isRun(password))
    return 'Use something less regular: this is among the first that are tried';
  if (commonWords.has(letters) || commonWords.has(core(password)))
    return 'Choose another: this is on the list of common passwords, which are the first that are tried';
  return undefined;
}
