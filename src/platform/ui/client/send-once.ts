/** Milliseconds in which a second press is a slip of the finger and not a second wish. */
const slip = 2000;

/** A form that changes something is sent once, however often its button is pressed in a hurry. */
export function sendOnce(page: Document): void {
  const sent = new WeakMap<HTMLFormElement, number>();
  page.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post') return;
    const before = sent.get(form);
    if (before !== undefined && event.timeStamp - before < slip) event.preventDefault();
    else sent.set(form, event.timeStamp);
  });
}
