/** How long a session has, as the server says. */
interface Left {
  secondsLeft: number;
}

const isLeft = (value: unknown): value is Left =>
  typeof value === 'object' &&
  value !== null &&
  'secondsLeft' in value &&
  typeof value.secondsLeft === 'number';

const minutesWords = (seconds: number): string => {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
};

/**
 * Warns in a dialog before the session ends. The server is asked first, since another tab may have kept it going; the
 * page is left only when the session is over, so that nobody reads it over an empty chair.
 */
export function watchTimeout(page: Document): void {
  const box = page.querySelector<HTMLElement>('[data-module="bw-timeout"]');
  const dialog = box?.querySelector<HTMLDialogElement>('dialog');
  if (!box || !dialog || typeof dialog.showModal !== 'function') return;
  box.classList.add('bw-timeout--scripted');
  const warning = Number(box.dataset.warningSeconds);
  const typed = watchTyping(page);
  const leave = () => {
    const form = typed();
    if (form) return keepTyped(form);
    const next = `${location.pathname}${location.search}`;
    location.assign(`${box.dataset.signedOut ?? '/'}&next=${encodeURIComponent(next)}`);
  };

  /** Seconds left by the server's clock; nought when the session is over, undefined when nobody answers. */
  const ask = async (): Promise<number | undefined> => {
    try {
      const answer = await fetch(box.dataset.state ?? '', { headers: { accept: 'application/json' } });
      if (answer.status === 401) return 0;
      const body: unknown = await answer.json();
      return isLeft(body) ? body.secondsLeft : undefined;
    } catch {
      // Away from the network: asked again in a minute.
      return undefined;
    }
  };

  const show = (seconds: number) => {
    const words = minutesWords(seconds);
    const left = box.querySelector('[data-timeout-left]');
    const said = box.querySelector('[data-timeout-said]');
    if (left) left.textContent = words;
    if (said && dialog.open) said.textContent = `You will be signed out in ${words}.`;
    if (!dialog.open) dialog.showModal();
  };

  const look = async () => {
    const seconds = await ask();
    if (seconds === undefined) return wait(60);
    if (seconds <= 0) return leave();
    if (seconds > warning) {
      dialog.close();
      return wait(seconds - warning);
    }
    show(seconds);
    wait(Math.min(60, seconds + 1));
  };
  let timer = 0;
  const wait = (seconds: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), seconds * 1000);
  };

  box.querySelector('[data-timeout-stay]')?.addEventListener('click', async () => {
    try {
      await fetch(box.dataset.stay ?? '');
    } catch {
      // The look below says whether it went on.
    }
    await look();
  });
  // Escape means staying, not hiding the warning.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    box.querySelector<HTMLElement>('[data-timeout-stay]')?.click();
  });
  wait(Math.max(0, Number(box.dataset.secondsLeft) - warning));
}

/** The form that was typed into last, if it would be sent to us. */
function watchTyping(page: Document): () => HTMLFormElement | undefined {
  let last: HTMLFormElement | undefined;
  page.querySelector('main')?.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest('form') : null;
    if (form?.method === 'post') last = form;
  });
  return () => (last?.isConnected ? last : undefined);
}

/** The server seals what was typed and does nothing with it, even where somebody has signed in meanwhile. */
function keepTyped(form: HTMLFormElement): void {
  const keep = document.createElement('input');
  keep.type = 'hidden';
  keep.name = '_keep';
  keep.value = 'yes';
  form.append(keep);
  for (const file of form.querySelectorAll<HTMLInputElement>('input[type="file"]')) file.disabled = true;
  HTMLFormElement.prototype.submit.call(form);
}
