import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole page as it is sent. */
export function renderPage(page: VNode): string {
  return `<!DOCTYPE html>${renderToString(page)}`;
}

/** A piece of a page, for islands that fetch one and for tests. */
export function renderFragment(fragment: VNode): string {
  return renderToString(fragment);
}
