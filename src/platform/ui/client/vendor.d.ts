// Neither package ships types for its scripts; these are the only parts we call.
declare module 'govuk-frontend' {
  /** Wakes every GOV.UK component on the page. */
  export function initAll(): void;
}

declare module '@ministryofjustice/frontend' {
  /** Wakes every MOJ component on the page. */
  export function initAll(): void;
}
