import { createTransport } from 'nodemailer';
import type { Config } from '../config/config.ts';

/** One message as it goes out. */
export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** Why nothing is sent. */
export type NoMail = 'demonstration' | 'not-configured';
/** How messages leave, if they do. */
export type MailTransport =
  | { kind: 'smtp'; send(mail: Mail): Promise<void>; close(): void }
  | { kind: 'none'; why: NoMail };

/** A fault as it may be kept: its kind and the server's number, never its words, which may quote an address. */
export interface MailFault {
  words: string;
  /** The server said no for good (5xx to the message or the address): trying again would annoy and change nothing. */
  isFinal: boolean;
}

/** How messages leave with these settings. A demonstration sends nothing, whatever else is set: somebody may type a real address. */
export function mailTransport(
  config: Pick<Config, 'mode' | 'smtpUrl' | 'mailFrom' | 'publicUrl'>,
): MailTransport {
  if (config.mode === 'demonstration') return { kind: 'none', why: 'demonstration' };
  if (!config.smtpUrl) return { kind: 'none', why: 'not-configured' };
  return smtpTransport(config.smtpUrl, config.mailFrom, new URL(config.publicUrl).hostname);
}

/**
 * Sends by SMTP. `smtps://` is encrypted from the start; `smtp://` as soon as the server offers it, and always before a
 * password is sent to another machine.
 */
export function smtpTransport(url: string, from: string, host: string): MailTransport {
  const address = new URL(url);
  const isSecure = address.protocol === 'smtps:';
  const transport = createTransport({
    host: address.hostname,
    port: Number(address.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    // A password never crosses a network in clear.
    requireTLS: !isSecure && address.username !== '' && !isLoopback(address.hostname),
    ...(address.username
      ? { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } }
      : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A message is words of ours alone: nothing is fetched or read into it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    kind: 'smtp',
    send: async (mail) => {
      await transport.sendMail({
        from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        // The same for every try, so that a mailbox that got it twice can tell.
        messageId: `<${mail.id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host.startsWith('127.');

const textIn = (error: unknown, name: string): string =>
  typeof error === 'object' && error !== null && name in error ? String(Reflect.get(error, name)) : '';

/** What may be kept of a fault, and whether another try can help. */
export function mailFault(error: unknown): MailFault {
  const [code, answer] = [textIn(error, 'code'), Number(textIn(error, 'responseCode'))];
  const words = [/^[A-Z_]+$/.test(code) ? code : 'fault', answer ? String(answer) : '']
    .filter(Boolean)
    .join(' ');
  // A wrong password of ours (EAUTH) is mended by the operator, not by giving messages up.
  return { words, isFinal: answer >= 500 && answer < 600 && code !== 'EAUTH' };
}
