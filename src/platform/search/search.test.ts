import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceIn } from './found.ts';
import { excerpt, highlighted, lettersApart } from './highlight.ts';

const hits = (text: string, words: string) =>
  highlighted(text, words)
    .filter((part) => part.isHit)
    .map((part) => part.text);

describe('highlighting', () => {
  it('loses and adds no letter, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, words) => {
        expect(
          highlighted(text, words)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
  it('marks words, their beginnings, other endings and slips of the pen', () => {
    expect(hits('Two mattresses by the gate', 'mattress')).toEqual(['mattresses']);
    expect(hits('Two mattresses by the gate', 'matress')).toEqual([]);
    expect(hits('A mattress by the gate', 'matress')).toEqual(['mattress']);
    expect(hits('Burning tyres', 'burn tyre')).toEqual(['Burning', 'tyres']);
    expect(hits('José rang', 'jose')).toEqual(['José']);
    expect(hits('The cat sat', 'cut')).toEqual([]);
  });
  it('counts a swap as one slip', () => {
    expect(lettersApart('needle', 'nedele', 2)).toBe(1);
    expect(lettersApart('abc', 'abcdef', 2)).toBe(3);
  });
});

describe('an excerpt', () => {
  it('is no longer than asked, holds only what the text holds, and the first hit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('gate', 'lane', 'bags', 'mattress', 'van', 'neighbour'), {
          maxLength: 80,
        }),
        (words) => {
          const text = words.join(' ');
          const piece = excerpt(text, 'mattress', 60);
          expect(piece.length).toBeLessThanOrEqual(64);
          expect(text).toContain(piece.replace(/^… | …$/g, ''));
          if (words.includes('mattress')) expect(piece).toContain('mattress');
        },
      ),
    );
  });
});

describe('a reference', () => {
  it('is known however it is typed', () => {
    for (const typed of ['R-7K3M-2XQ', 'r 7k3m 2xq', 'R7K3M2XQ', ' r-7k3m2xq '])
      expect(referenceIn(typed)).toBe('R-7K3M-2XQ');
    expect(referenceIn('fpn-7k3m-2xq')).toBe('FPN-7K3M-2XQ');
    expect(referenceIn('FPN-29FD-EB07')).toBe('FPN-29FD-EB07');
    for (const typed of ['mattress by', 'AB12 CDE 4', '07700 900555', ''])
      expect(referenceIn(typed)).toBeUndefined();
  });
});
