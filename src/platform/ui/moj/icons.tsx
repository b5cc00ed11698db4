/** What an alert or a banner is about. */
export type AlertVariant = 'information' | 'success' | 'warning' | 'error';

const shapes = {
  information: 'M15 2.5a12.5 12.5 0 1 1 0 25 12.5 12.5 0 0 1 0-25zm-1.5 10.5v9.5h3V13zm0-5v3h3V8z',
  success: 'M2 15.4l2.6-2.6 6.7 6.6L25.4 5.3 28 8 11.3 24.7z',
  warning: 'M15 2.4l13.8 23.8H1.3zm-1.5 7.1.3 8.3h2.4l.3-8.3zm0 10.6v3h3v-3z',
  error:
    'M9.8 2.5h10.4l7.3 7.3v10.4l-7.3 7.3H9.8l-7.3-7.3V9.8zm1.1 6.4-2 2L13 15l-4.1 4.1 2 2L15 17l4.1 4.1 2-2L17 15l4.1-4.1-2-2L15 13z',
} as const;

interface AlertIconProps {
  readonly variant: AlertVariant;
  readonly class: string;
  readonly size: number;
}

/** The sign before an alert. Its meaning is also in words, so it is hidden from screen readers' reading. */
export function AlertIcon({ variant, class: className, size }: AlertIconProps) {
  return (
    <svg
      class={className}
      role="presentation"
      focusable="false"
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 30 30"
      height={size}
      width={size}
    >
      <path fill="currentColor" fill-rule="evenodd" d={shapes[variant]} />
    </svg>
  );
}
