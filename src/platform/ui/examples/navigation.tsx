import * as ui from '../index.ts';
import type { Example } from './example.ts';

const parts = [
  { href: '#one', children: 'Summary', active: true },
  { href: '#two', children: 'Documents' },
  { href: '#three', children: 'History' },
];

/** Components one moves by. */
export const navigationExamples: readonly Example[] = [
  { name: 'BackLink', shown: <ui.BackLink href="#" /> },
  {
    name: 'Breadcrumbs',
    shown: (
      <ui.Breadcrumbs
        labelText="Example trail"
        items={[{ href: '#', children: 'Home' }, { children: 'Here' }]}
      />
    ),
  },
  {
    name: 'Pagination',
    shown: (
      <>
        <ui.Pagination
          landmarkLabel="Numbered pages"
          previous={{ href: '#' }}
          next={{ href: '#' }}
          items={[
            { number: 1, href: '#' },
            { number: 2, href: '#', current: true },
            { ellipsis: true },
            { number: 9, href: '#' },
          ]}
        />
        <ui.Pagination
          landmarkLabel="Next and previous"
          previous={{ href: '#', labelText: 'Before you start' }}
          next={{ href: '#', labelText: 'What happens next' }}
        />
      </>
    ),
  },
  {
    name: 'MojPagination',
    shown: (
      <ui.MojPagination
        landmarkLabel="Pages of results"
        items={[
          { number: 1, href: '#', current: true },
          { number: 2, href: '#' },
        ]}
        next={{ href: '#' }}
        results={{ count: 17, from: 1, to: 10, text: 'visits' }}
      />
    ),
  },
  {
    name: 'Paging',
    shown: <ui.Paging label="Cursor pages" showing="Newest 50" previousHref="#" nextHref="#" />,
  },
  { name: 'PhaseBanner', shown: <ui.PhaseBanner tag="Trial">This is being tried out.</ui.PhaseBanner> },
  {
    name: 'ServiceNavigation',
    shown: (
      <ui.ServiceNavigation
        navigationId="example-service-navigation"
        navigationLabel="Example menu"
        ariaLabel="Example service"
        serviceName="Report it"
        serviceUrl="#"
        navigation={[
          { href: '#', children: 'Start', active: true },
          { href: '#', children: 'Help' },
        ]}
      />
    ),
  },
  { name: 'PrimaryNavigation', shown: <ui.PrimaryNavigation label="Example primary" items={parts} /> },
  { name: 'SubNavigation', shown: <ui.SubNavigation label="Example parts" items={parts} /> },
  {
    name: 'SideNavigation',
    shown: (
      <ui.SideNavigation
        label="Example side"
        sections={[{ heading: { children: 'Records', headingLevel: 3 }, items: parts }]}
      />
    ),
  },
  {
    name: 'IdentityBar',
    shown: (
      <ui.IdentityBar
        title="Record 7 – Ada Example"
        menus={[
          {
            items: [
              { children: 'Print', href: '#' },
              { children: 'Share', href: '#' },
            ],
            button: { text: 'Actions' },
          },
        ]}
      />
    ),
  },
  {
    name: 'ButtonMenu',
    shown: (
      <ui.ButtonMenu
        items={[
          { children: 'Accept', href: '#' },
          { children: 'Return', href: '#' },
        ]}
      />
    ),
  },
  {
    name: 'PageHeaderActions',
    shown: (
      <ui.PageHeaderActions
        heading={{ children: 'Visits', level: 3, classes: 'govuk-heading-l' }}
        items={[{ children: 'Add a visit', href: '#' }]}
      />
    ),
  },
];
