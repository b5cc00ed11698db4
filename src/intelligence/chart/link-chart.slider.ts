import { made } from './link-chart.markup.ts';
import { daysOf, type Timed } from './link-chart.time.ts';

const written = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A slider over the days on which items came in; none where all came on one. It says its day in words. */
export function sliderOf(
  elements: readonly Timed[],
  moved: (until: string) => void,
): HTMLElement | undefined {
  const days = daysOf(elements);
  if (days.length < 2) return undefined;
  const group = made('div', 'govuk-form-group bw-link-chart__time');
  const label = made('label', 'govuk-label');
  const hint = made('div', 'govuk-hint');
  const range = document.createElement('input');
  Object.assign(range, {
    type: 'range',
    id: 'link-chart-time',
    min: '0',
    max: String(days.length - 1),
    value: String(days.length - 1),
  });
  range.className = 'bw-link-chart__range';
  label.setAttribute('for', range.id);
  hint.id = 'link-chart-time-hint';
  hint.textContent = 'The dates under “How far, and by what” do the same for the tables.';
  range.setAttribute('aria-describedby', hint.id);
  const say = (): void => {
    const day = days[Number(range.value)] ?? '';
    const words = written.format(new Date(`${day}T00:00:00Z`));
    label.textContent = `Items received up to ${words}`;
    range.setAttribute('aria-valuetext', words);
  };
  range.addEventListener('input', () => {
    say();
    moved(days[Number(range.value)] ?? '');
  });
  say();
  group.append(label, hint, range);
  return group;
}
