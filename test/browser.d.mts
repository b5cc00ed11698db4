/** Path of a Chromium or Chrome; see browser.mjs. Throws a sentence saying what to install. */
export function findBrowser(log?: (line: string) => void): string;
/** Path of the browser for what needs no window, which is quicker. */
export function findWindowless(): string;
/** Installs that one where it can be done; see browser.mjs. */
export function bringWindowless(log: (line: string) => void): void;
