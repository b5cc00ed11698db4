/** True while letters belong to what is written: everywhere but on a radio. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="radio"]), textarea, select, [contenteditable]') !== null;

/**
 * One key chooses one radio of a form marked with `data-module="bw-choice-keys"`: of the questions in their order, the first without an
 * answer that has it. Where all are answered the last that has it is changed.
 */
export function listenForChoiceKeys(page: Document): void {
  const form = page.querySelector<HTMLElement>('[data-module="bw-choice-keys"]');
  if (!form) return;
  const names = (form.dataset.questions ?? '').split(' ');
  page.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    const having = names.flatMap((name) => {
      const radios = [...form.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${name}"]`)];
      const meant = radios.find(({ value }) => value === event.key.toUpperCase());
      return meant ? [{ meant, isOpen: radios.every(({ checked }) => !checked) }] : [];
    });
    const chosen = having.find(({ isOpen }) => isOpen) ?? having.at(-1);
    if (!chosen) return;
    event.preventDefault();
    chosen.meant.click();
    chosen.meant.focus();
  });
}
