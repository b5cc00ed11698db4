import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LinkedLines } from './linked-lines.ts';

const written = (parts: Iterable<Buffer>) => Buffer.concat([...parts]).toString('utf8');

test('numbers are written as the language itself writes them', () => {
  const odd = [0, -0, 1e-5, -1e-5, 11.512925, 0.00005, -0.00015, 40, -4.595119850134589, 1e6, -1e6];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...odd), fc.double({ min: -12, max: 40, noNaN: true })), {
        minLength: 1,
        maxLength: 400,
      }),
      (all) => {
        const weight = Float32Array.from(all);
        const a = new Int32Array(all.length);
        const lines = written(
          new LinkedLines({ idOf: (row) => `r${row}` }, 2).pairs(
            { a, b: a.map(() => 1), weight, length: all.length },
            Number.NEGATIVE_INFINITY,
          ),
        );
        const expected = Array.from(
          weight,
          (one) => `r0,r1,${(1 / (1 + Math.exp(-one))).toPrecision(7)},${(one / Math.LN2).toFixed(4)}`,
        );
        expect(lines).toBe(`id_l,id_r,probability,weight\n${expected.join('\n')}\n`);
      },
    ),
    { numRuns: 300 },
  );
});

test('ids are quoted where they must be, and letters beyond one byte kept; pairs below the least are left out', () => {
  const ids = ['plain', 'a,b', 'say "so"', 'Zoë', '名\n', ''];
  const lines = new LinkedLines({ idOf: (row) => ids[row] ?? '' }, ids.length);
  const quoted = ['plain', '"a,b"', '"say ""so"""', 'Zoë', '"名\n"', ''];
  expect(written(lines.clusters(Int32Array.of(0, 0, 1, 3, 4, 5)))).toBe(
    `id,cluster\n${[0, 0, 1, 3, 4, 5].map((of, row) => `${quoted[row]},${quoted[of]}\n`).join('')}`,
  );
  const pairs = { a: Int32Array.of(1, 2), b: Int32Array.of(2, 3), weight: Float32Array.of(0, -5), length: 2 };
  expect(written(lines.pairs(pairs, -4))).toBe(
    'id_l,id_r,probability,weight\n"a,b","say ""so""",0.5000000,0.0000\n',
  );
});

test('more than is handed on at a time comes whole', () => {
  const rows = 200_000;
  const lines = new LinkedLines({ idOf: (row) => `row-${row}` }, rows);
  const parts = [...lines.clusters(Int32Array.from({ length: rows }, (_, row) => row >> 1))];
  expect(parts.length).toBeGreaterThan(2);
  const all = written(parts).split('\n');
  expect(all).toHaveLength(rows + 2);
  expect(all[rows]).toBe(`row-${rows - 1},row-${(rows - 1) >> 1}`);
});

test('rows that stand in another order than they were read keep their ids', () => {
  const ids = ['first', 'the "second"', 'Zoë'];
  const lines = new LinkedLines({ idOf: (row) => ids[row] ?? '', original: Int32Array.of(2, 0, 1) }, 3);
  expect(written(lines.clusters(Int32Array.of(0, 0, 2)))).toBe(
    'id,cluster\nZoë,Zoë\nfirst,Zoë\n"the ""second""","the ""second"""\n',
  );
});
