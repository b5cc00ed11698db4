import { expect, test } from 'vitest';
import { expectPaper } from '../../test/support/paper.ts';
import { type OrderPaperParts, orderPaperOf, orderPapers } from './order.documents.ts';
import { orderLines } from './order.transitions.ts';

const order: OrderPaperParts['order'] = {
  ...{ id: 'o', reference: 'AO-1', asbId: 'c', asbReference: 'AC-1', agencyId: 'a', agencyName: 'Wendmere' },
  ...{ subjectName: 'Sam Tester', kind: 'abc', status: 'signed', age: 15, terms: ['No fires'], court: '' },
  ...{
    convictedOn: null,
    youthTeamOn: null,
    madeOn: '2026-06-02',
    endsOn: '2026-12-01',
    reviewOn: '2026-09-02',
  },
  version: 2,
};
const paper = (kind: OrderPaperParts['kind'], rest: Partial<OrderPaperParts['order']> = {}) =>
  orderPaperOf({
    kind,
    order: { ...order, ...rest },
    officer: 'An Officer',
    asAt: new Date('2026-06-02T09:00:00Z'),
  });
const shown = (...given: Parameters<typeof paper>) => JSON.stringify(paper(...given));

test('each paper names whom it is about and its file; a contract says that it is voluntary, and to break it is no offence', () => {
  for (const kind of orderPapers) expect(shown(kind)).toMatch(/Sam Tester.*AO-1/s);
  expect(shown('contract')).toContain('This contract is voluntary');
  expect(shown('contract')).toContain('Parent or guardian');
  expect(shown('contract', { age: 18 })).not.toContain('Parent or guardian');
  expect(shown('breach-letter')).toContain('To break a contract is no offence');
  expect(shown('breach-letter', { kind: 'cbo' })).toContain('is an offence');
  expect(shown('application', { kind: 'cbo' })).toContain('an order is made on conviction alone');
  expect(shown('order', { kind: 'cbo', endsOn: null })).toContain('further order of the court');
});
test('each comes out as PDF and Word, of a contract and of an order', async () => {
  for (const kind of orderPapers) await expectPaper(paper(kind), ['Sam Tester', 'AO-1']);
  for (const kind of orderPapers)
    await expectPaper(
      paper(kind, { kind: 'cbo', age: 34, endsOn: null, convictedOn: '2026-05-20', court: 'Moors' }),
      ['AO-1'],
    );
});
test('what is signed, made, reviewed and over has its paper; what was refused has none', () => {
  const papers = [...orderLines.abc, ...orderLines.cbo].map(({ action, paper }) => [action, paper]);
  expect(Object.fromEntries(papers)).toMatchObject({
    sign: 'contract',
    make: 'order',
    'yearly-review': 'review-letter',
  });
  expect(papers.filter(([, paper]) => paper === undefined).map(([action]) => action)).toEqual([
    'refuse',
    'not-made',
  ]);
});
