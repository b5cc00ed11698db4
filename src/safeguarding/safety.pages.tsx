import { type Content, Day, SafetyStrip, type SafetyStripProps } from '../platform/ui/index.ts';
import type { SafeContact } from './contact.store.ts';
import type { Precaution } from './precautions.ts';

/** What must be known before anything is done: how to reach a person safely, and what whoever goes must do. */
export function safetyOf(
  contact: SafeContact | undefined,
  precautions: readonly Precaution[],
): SafetyStripProps {
  const instructions: Content[] = [];
  for (const { words, expiresOn } of precautions)
    instructions.push(expiresOn ? [words, ' (until ', <Day day={expiresOn} />, ')'] : words);
  if (contact?.method) instructions.push(`Reach them: ${contact.method}.`);
  // One press on a telephone: nobody copies a number at a door.
  if (contact?.phone)
    instructions.push([
      'Ring ',
      <a class="govuk-link" href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
        {contact.phone}
      </a>,
      '.',
    ]);
  if (contact?.times) instructions.push(`Only at these times: ${contact.times}.`);
  if (contact?.noMessage) instructions.push('Do not leave a message.');
  if (contact?.mustNotKnow) instructions.push(`Must not know: ${contact.mustNotKnow}.`);
  if (contact?.hidesAddress)
    instructions.push('The address is hidden. Do not write it down, say it or put it in a letter.');
  return { title: 'How to reach them safely', instructions };
}

export const Safety = (props: SafetyStripProps) => <SafetyStrip {...props} />;
