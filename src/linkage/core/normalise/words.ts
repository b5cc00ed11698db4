import { saysNothing } from './contact.ts';

/** Small letters and figures, words apart by one blank; '' for a text that says nothing. */
export const normalWords = (raw: string) =>
  saysNothing(raw)
    ? ''
    : raw
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[\u0300-\u036f']/g, '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
