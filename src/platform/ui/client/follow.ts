/**
 * A part of a page that tells how far something has come, `data-follow="5"`: asked for again every so many seconds while
 * the page is looked at, and the whole page is loaded anew once the part is gone. Without script a link does the same.
 */
export function followProgress(page: Document): void {
  const part = page.querySelector<HTMLElement>('[data-follow]');
  if (!part) return;
  const seconds = Number(part.dataset.follow) || 5;
  const again = async (): Promise<void> => {
    if (page.visibilityState === 'visible') {
      const reply = await fetch(page.location.href).catch(() => undefined);
      const text = reply?.ok ? await reply.text() : undefined;
      const fresh = text === undefined ? part : parsed(text).querySelector<HTMLElement>('[data-follow]');
      if (!fresh) {
        page.location.reload();
        return;
      }
      if (fresh.textContent !== part.textContent) part.textContent = fresh.textContent;
    }
    setTimeout(again, seconds * 1000);
  };
  setTimeout(again, seconds * 1000);
}

const parsed = (text: string): Document => new DOMParser().parseFromString(text, 'text/html');
