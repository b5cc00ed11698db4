import type { Content } from '../markup.ts';
import { PrintMarking } from './marking.tsx';

/** Name in the title bar and the header. */
export const productName = 'Bailiwick';

/** Title of a page as browsers show it: errors first, so that they are heard first. */
export function pageTitle(title: string, hasErrors: boolean): string {
  return `${hasErrors ? 'Error: ' : ''}${title} – ${productName}`;
}

/** What a page's outermost shell needs, whichever header stands inside it. */
export interface DocumentProps {
  readonly title: string;
  readonly hasErrors: boolean;
  readonly lang?: string | undefined;
  /** Without one, no inline script is written, and components wait for the client script to wake them. */
  readonly cspNonce?: string | undefined;
  /** Changes with each build, so that a cached style sheet is never mixed with a newer page. */
  readonly assetVersion?: string | undefined;
  /** Addresses of further scripts, for the few pages with an island. */
  readonly scripts?: readonly string[] | undefined;
  /** Handling words for the margins of every printed sheet; written only where there is a nonce. */
  readonly marking?: string | undefined;
  readonly bodyClass?: string | undefined;
  readonly children: Content;
}

const wakeScript =
  "document.body.className+=' js-enabled'+('noModule' in HTMLScriptElement.prototype?' govuk-frontend-supported':'');";

/** The document around a page. */
export function Document(props: DocumentProps) {
  const version = props.assetVersion ? `?v=${encodeURIComponent(props.assetVersion)}` : '';
  return (
    <html lang={props.lang ?? 'en-GB'} class="govuk-template govuk-template--rebranded">
      <head>
        <meta charset="utf-8" />
        <title>{pageTitle(props.title, props.hasErrors)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#1d2733" />
        <meta name="robots" content="noindex, nofollow" />
        {/* An empty icon, or every browser would ask for one that is not there. */}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={`/assets/app.css${version}`} />
        {props.marking && props.cspNonce && (
          <PrintMarking marking={props.marking} cspNonce={props.cspNonce} />
        )}
      </head>
      <body class={`govuk-template__body ${props.bodyClass ?? ''}`.trim()}>
        {props.cspNonce && <script nonce={props.cspNonce} dangerouslySetInnerHTML={{ __html: wakeScript }} />}
        {props.children}
        <script type="module" src={`/assets/app.js${version}`} nonce={props.cspNonce} />
        {props.scripts?.map((source) => (
          <script type="module" src={source} nonce={props.cspNonce} />
        ))}
      </body>
    </html>
  );
}
