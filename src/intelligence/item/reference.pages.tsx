/** An item by its reference, as a link to its page: wherever the unit names one. */
export const ItemReference = ({ id, reference }: { id: string; reference: string }) => (
  <a class="govuk-link bw-reference" href={`/intelligence/items/${id}`}>
    {reference}
  </a>
);
