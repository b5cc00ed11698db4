import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import * as ui from './index.ts';
import { roundedTop } from './product/charts.tsx';
import { cssString } from './product/marking.tsx';

const hostile = `'"><script>alert(1)</script></style>`;

function page(node: Parameters<typeof ui.renderPage>[0]) {
  const html = ui.renderPage(node);
  return { html, root: parse(html) };
}

describe('Layout', () => {
  it('names the page, the agency and the side', () => {
    const { html, root } = page(
      <ui.Layout
        title="Home"
        agencyName="Sampleshire"
        side={{ name: 'Closed side', bandClass: 'bw-band--closed' }}
      />,
    );
    expect(html.startsWith('<!DOCTYPE html><html')).toBe(true);
    expect(root.querySelector('title')?.text).toBe('Home – Bailiwick');
    expect(root.querySelector('header')?.text).toContain('Sampleshire');
    expect(root.querySelector('.bw-band--closed .bw-header__side')?.text).toBe('Closed side');
  });

  it('folds the places of one kind of work behind the one that is open', () => {
    const items = [
      { text: 'Penalties', href: '/penalties' },
      { text: 'Closures', href: '/closures', active: true },
    ];
    const { root } = page(<ui.Layout title="Closures" within={{ label: 'Enforcement', items }} />);
    expect(root.querySelector('.bw-within summary')?.text).toBe('Enforcement: Closures');
    expect(root.querySelectorAll('.bw-within nav a').map((link) => link.text.trim())).toEqual([
      'Penalties',
      'Closures',
    ]);
  });

  it('says in its title that there are errors, and links to them', () => {
    const { root } = page(
      <ui.PublicLayout serviceName="Report" title="Where" errors={[{ children: 'Enter it', href: '#a' }]} />,
    );
    expect(root.querySelector('title')?.text).toBe('Error: Where – Bailiwick');
    expect(root.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#a');
  });

  it('shows one banner at most', () => {
    const { root } = page(
      <ui.Layout
        title="x"
        flash={{ title: 'Saved' }}
        banner={<ui.NotificationBanner>News</ui.NotificationBanner>}
      />,
    );
    expect(root.querySelectorAll('.govuk-notification-banner')).toHaveLength(0);
    expect(root.querySelectorAll('.moj-alert')).toHaveLength(1);
  });

  it('signs out by a post that carries the token', () => {
    const { root } = page(
      <ui.Layout title="x" person={{ name: 'Ada', signOutAction: '/out' }} csrfToken="t1" />,
    );
    const form = root.querySelector('form[action="/out"]');
    expect(form?.getAttribute('method')).toBe('post');
    expect(form?.querySelector('input[name=_csrf]')?.getAttribute('value')).toBe('t1');
  });

  it('writes no inline script or style without a nonce', () => {
    const { root } = page(<ui.Layout title="x" marking="Marked" />);
    expect(root.querySelectorAll('style')).toHaveLength(0);
    expect(root.querySelectorAll('script').every((script) => script.getAttribute('src'))).toBe(true);
  });

  it('escapes hostile words everywhere', () => {
    const { root } = page(
      <ui.Layout
        title={hostile}
        cspNonce="n"
        agencyName={hostile}
        side={{ name: hostile, bandClass: hostile }}
        person={{ name: hostile, signOutAction: hostile }}
        csrfToken={hostile}
        search={{ action: hostile, value: hostile, label: hostile }}
        navigation={[{ href: hostile, text: hostile, count: 1 }]}
        flash={{ title: hostile }}
        errors={[{ children: hostile, href: hostile }]}
        marking={hostile}
        footer={{ links: [{ href: hostile, children: hostile }] }}
      >
        <ui.RecordPage
          kind={hostile}
          name={hostile}
          facts={[{ label: hostile, value: hostile }]}
          safety={{ title: hostile, instructions: [hostile] }}
          sections={[{ id: hostile, title: hostile, children: hostile }]}
        />
        <ui.DataTable
          caption={hostile}
          columns={[{ heading: hostile, sortKey: hostile, cell: (row: string) => row }]}
          rows={[hostile]}
          sort={{ href: () => hostile }}
          empty={{ title: hostile }}
          exports={{ csvHref: hostile }}
        />
        <ui.Bars
          id={hostile}
          caption={hostile}
          labelHeading={hostile}
          valueHeading={hostile}
          points={[{ label: hostile, value: 1 }]}
        />
        <ui.QueuePage
          title={hostile}
          listHref={hostile}
          items={[{ href: hostile, title: hostile }]}
          empty={hostile}
        />
        <ui.CheckAnswers
          sections={[
            { title: hostile, answers: [{ question: hostile, answer: hostile, changeHref: hostile }] },
          ]}
        />
      </ui.Layout>,
    );
    const own = root.querySelectorAll('script').filter((script) => script.getAttribute('nonce') === 'n');
    expect(own).toHaveLength(2);
    expect(root.querySelectorAll('script')).toHaveLength(2);
  });
});

describe('cssString', () => {
  it('lets nothing end the string or the element', () => {
    expect(cssString('A "B" </style>')).toBe('"A \\22 B\\22  \\3c \\2f style\\3e "');
  });
});

describe('DataTable', () => {
  const columns = [{ heading: 'Name', sortKey: 'name', cell: (row: string) => row }];

  it('says where it may not be whole', () => {
    const shown = (cappedAt: number) =>
      ui.renderFragment(
        <ui.DataTable
          caption="Names"
          columns={columns}
          rows={['a', 'b']}
          empty={{ title: 'None' }}
          cappedAt={cappedAt}
        />,
      );
    expect(shown(2)).toContain('Only the first 2 are listed.');
    expect(shown(3)).not.toContain('Only the first');
  });

  it('says which way it is sorted and offers the other', () => {
    const root = parse(
      ui.renderFragment(
        <ui.DataTable
          caption="Names"
          columns={columns}
          rows={['a']}
          empty={{ title: 'None' }}
          sort={{
            key: 'name',
            direction: 'ascending',
            href: (key, direction) => `?sort=${key}.${direction}`,
          }}
        />,
      ),
    );
    expect(root.querySelector('th')?.getAttribute('aria-sort')).toBe('ascending');
    expect(root.querySelector('th a')?.getAttribute('href')).toBe('?sort=name.descending');
  });

  it('says what would be here when there is nothing', () => {
    const html = ui.renderFragment(
      <ui.DataTable
        caption="Names"
        columns={columns}
        rows={[]}
        empty={{ title: 'No names yet' }}
        exports={{ csvHref: '/c' }}
      />,
    );
    expect(html).toContain('No names yet');
    expect(html).not.toContain('<table');
    expect(html).not.toContain('Download');
  });
});

describe('words for values', () => {
  it.each([
    ['2027-03-04', 'due today'],
    ['2027-03-05', 'due tomorrow'],
    ['2027-03-07', 'due in 3 days'],
    ['2027-03-03', '1 day late'],
    ['2027-02-26', '6 days late'],
    ['2027-03-29', 'due in 25 days'],
  ])('a deadline of %s on 4 March is %s', (due, words) => {
    expect(ui.deadlineWords(due, '2027-03-04')).toBe(words);
  });

  it.each([
    ['2027-01-04T15:05:00Z', '4 January 2027 at 3:05pm'],
    ['2027-06-30T23:30:00Z', '1 July 2027 at 12:30am'],
    ['2027-01-04T00:00:00Z', '4 January 2027 at midnight'],
    ['2027-07-04T11:00:00Z', '4 July 2027 at midday'],
  ])('%s reads by the clock in London', (at, words) => {
    expect(ui.instantWords(new Date(at))).toBe(words);
  });

  it.each([
    [7000, '£70'],
    [12_345_678, '£123,456.78'],
    [-5, '-£0.05'],
    [0, '£0'],
  ])('%i pence', (pence, words) => {
    expect(ui.moneyWords(pence)).toBe(words);
  });

  it.each([
    [0, 1],
    [52, 60],
    [132, 150],
    [1, 1],
    [9, 10],
    [0.3, 0.3],
  ])('an axis up to %d ends at %d', (greatest, top) => {
    expect(roundedTop([greatest])).toBeCloseTo(top);
  });
});
