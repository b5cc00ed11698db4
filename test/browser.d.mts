/** Path of a Chromium or Chrome; see browser.mjs. Throws a sentence saying what to install. */
export function findBrowser(log?: (line: string) => void): string;
