/** True while keys are being typed into something, when they are letters and not commands. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

function step(links: readonly HTMLAnchorElement[], by: 1 | -1): void {
  const focused = links.indexOf(document.activeElement as HTMLAnchorElement);
  const current = links.findIndex((link) => link.getAttribute('aria-current') === 'true');
  const from = focused >= 0 ? focused : current;
  // From nowhere, forwards starts at the first and backwards at the last.
  const to = from < 0 ? (by === 1 ? 0 : links.length - 1) : from + by;
  links[Math.min(Math.max(to, 0), links.length - 1)]?.focus();
}

/** Opens a part that is folded away, and puts the cursor where something is written in it. */
function unfold(part: Element): void {
  if (!(part instanceof HTMLDetailsElement)) return;
  part.open = true;
  const first =
    part.querySelector<HTMLElement>('textarea, input:not([type="hidden"]), select') ??
    part.querySelector('summary');
  first?.focus();
}

/**
 * Lets j and k move through a queue; digits, u and ? press the choices marked with `data-key`, or open the parts marked with
 * `data-key-open`.
 */
export function listenForQueueKeys(page: Document): void {
  const queue = page.querySelector('[data-module="bw-queue"]');
  if (!queue) return;
  page.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const links = [...queue.querySelectorAll<HTMLAnchorElement>('.bw-queue__link')];
    if (event.key === 'j') step(links, 1);
    else if (event.key === 'k') step(links, -1);
    else if (/^[0-9u?]$/.test(event.key)) {
      queue.querySelector<HTMLElement>(`[data-key="${event.key}"]`)?.click();
      const folded = queue.querySelector(`[data-key-open="${event.key}"]`);
      if (folded) {
        // The letter itself is not typed into what was opened.
        event.preventDefault();
        unfold(folded);
      }
    }
  });
}
