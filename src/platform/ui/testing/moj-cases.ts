import { type ComponentType, h } from 'preact';
import * as ui from '../index.ts';
import { eachItem, isOptions, type MacroOptions, toProps, unwrap } from './macro-options.ts';

/** How one MOJ component is held against its own macro. */
export interface MojCase {
  readonly component: ComponentType<never>;
  /** Macro's folder, and its name within. */
  readonly macro: readonly [folder: string, name: string];
  readonly examples: readonly MacroOptions[];
  readonly adapt?: (props: MacroOptions, options: MacroOptions) => MacroOptions;
}

const items = [
  { text: 'Nationals', href: '#1', active: true },
  { html: '<em>Movements</em>', href: '#2', attributes: { 'data-go': 'two' } },
];
const buttons = [
  { text: 'Reassign', href: '/reassign' },
  { text: 'Close & file', name: 'do', value: 'close', classes: 'extra' },
];

/** The macro formats its own dates; ours takes an element that already has. */
function timelineItem(item: MacroOptions): MacroOptions {
  const { datetime, ...rest } = item;
  const timestamp = isOptions(datetime) ? String(datetime.timestamp) : '';
  return { ...unwrap(rest, 'label', 'byline'), when: h('time', { datetime: timestamp }, `on ${timestamp}`) };
}

function filter(props: MacroOptions, options: MacroOptions): MacroOptions {
  const changed = unwrap(props, 'heading');
  const { selectedFilters, submit } = changed;
  return {
    ...changed,
    submit: isOptions(submit) ? { ...submit, text: submit.children } : undefined,
    children: (toProps({ html: options.optionsHtml ?? '' }) as MacroOptions).children,
    selectedFilters: isOptions(selectedFilters)
      ? eachItem(unwrap(selectedFilters, 'heading'), 'categories', (each) => unwrap(each, 'heading'))
      : undefined,
  };
}

function buttonWords(props: MacroOptions): MacroOptions {
  const { button } = props;
  return isOptions(button) ? { ...props, button: { ...button, text: button.children } } : props;
}

function uploads(props: MacroOptions, options: MacroOptions): MacroOptions {
  const files = props.uploadedFiles;
  if (!isOptions(files)) return props;
  const list = eachItem(unwrap(files, 'heading'), 'items', (file) => {
    const button = file.deleteButton;
    return { ...unwrap(file, 'message'), deleteButton: { text: isOptions(button) ? button.children : '' } };
  });
  return {
    ...props,
    uploadedFiles: list,
    children: (toProps({ html: options.uploadHtml }) as MacroOptions).children,
  };
}

/** Every MOJ component of the kit that has a macro. */
export const mojCases: Readonly<Record<string, MojCase>> = {
  Alert: {
    component: ui.Alert,
    macro: ['alert', 'mojAlert'],
    examples: [
      { variant: 'information', title: 'New', text: 'A new thing' },
      {
        variant: 'success',
        title: 'Saved',
        showTitleAsHeading: true,
        headingTag: 'h3',
        html: 'It is <b>saved</b>',
      },
      { variant: 'warning', title: 'Take care', dismissible: true, dismissText: 'Hide', classes: 'extra' },
      { variant: 'error', title: 'Failed', text: 'a < b', role: 'alert', attributes: { 'data-x': '1' } },
    ],
    adapt: (props, options) => ({ ...props, title: options.title }),
  },
  Badge: {
    component: ui.Badge,
    macro: ['badge', 'mojBadge'],
    examples: [
      { text: 'Draft' },
      { html: '<b>Live</b>', classes: 'moj-badge--green' },
      { text: 'a & b', attributes: { id: 'x' } },
    ],
  },
  Banner: {
    component: ui.Banner,
    macro: ['banner', 'mojBanner'],
    examples: [
      { type: 'success', text: 'Done' },
      { type: 'warning', html: '<b>Look</b>', iconFallbackText: 'Warning' },
      { text: 'Plain', classes: 'extra' },
    ],
  },
  ButtonMenu: {
    component: ui.ButtonMenu,
    macro: ['button-menu', 'mojButtonMenu'],
    examples: [
      { items: buttons },
      { items: buttons, button: { text: 'Actions', classes: 'govuk-button--secondary' }, alignMenu: 'right' },
      { items: buttons.slice(0, 1), classes: 'extra', attributes: { id: 'menu' } },
    ],
    adapt: buttonWords,
  },
  Filter: {
    component: ui.Filter,
    macro: ['filter', 'mojFilter'],
    examples: [
      { heading: { text: 'Filter' }, optionsHtml: '<p>Fields</p>' },
      {
        heading: { html: '<em>Filter</em>' },
        submit: { text: 'Show', attributes: { id: 'go' } },
        selectedFilters: {
          heading: { text: 'Selected' },
          clearLink: { text: 'Clear', href: '/clear' },
          categories: [
            {
              heading: { text: 'Place' },
              items: [
                { href: '/a', text: 'A & B' },
                { href: '/b', text: 'C' },
              ],
            },
          ],
        },
        optionsHtml: '<p>Fields</p>',
      },
    ],
    adapt: filter,
  },
  IdentityBar: {
    component: ui.IdentityBar,
    macro: ['identity-bar', 'mojIdentityBar'],
    examples: [
      { title: { text: 'Case 7' } },
      { title: { html: '<b>Case</b> 8' }, classes: 'extra', menus: [{ items: buttons }] },
    ],
    adapt: (props) => unwrap(props, 'title'),
  },
  PageHeaderActions: {
    component: ui.PageHeaderActions,
    macro: ['page-header-actions', 'mojPageHeaderActions'],
    examples: [
      { heading: { text: 'Cases' } },
      {
        heading: { html: '<em>Cases</em>', level: 2, classes: 'govuk-heading-l' },
        items: buttons,
        classes: 'extra',
      },
    ],
  },
  MultiFileUpload: {
    component: ui.MultiFileUpload,
    macro: ['multi-file-upload', 'mojMultiFileUpload'],
    examples: [
      { uploadedFiles: { heading: { text: 'Files' }, items: [] }, uploadHtml: '<p>Control</p>' },
      {
        uploadedFiles: {
          heading: { text: 'Files added' },
          items: [
            {
              message: { html: '<b>a.pdf</b> is up' },
              fileName: 'f1',
              originalFileName: 'a & b.pdf',
              deleteButton: { text: 'Delete' },
            },
          ],
        },
        uploadHtml: '<p>Control</p>',
        classes: 'extra',
      },
    ],
    adapt: uploads,
  },
  SideNavigation: {
    component: ui.SideNavigation,
    macro: ['side-navigation', 'mojSideNavigation'],
    examples: [
      { label: 'Side', items },
      { label: 'Side', sections: [{ heading: { text: 'One', headingLevel: 3, classes: 'extra' }, items }] },
      { items, classes: 'extra', attributes: { id: 'side' } },
    ],
  },
  SubNavigation: {
    component: ui.SubNavigation,
    macro: ['sub-navigation', 'mojSubNavigation'],
    examples: [{ items }, { label: 'Parts', items, classes: 'extra', attributes: { id: 'sub' } }],
  },
  PrimaryNavigation: {
    component: ui.PrimaryNavigation,
    macro: ['primary-navigation', 'mojPrimaryNavigation'],
    examples: [
      { label: 'Main', items },
      { label: 'Main', items, searchHtml: '<p>Search</p>', containerClasses: 'outer', classes: 'extra' },
    ],
    adapt: (props, options) => ({
      ...props,
      search: options.searchHtml
        ? (toProps({ html: options.searchHtml }) as MacroOptions).children
        : undefined,
    }),
  },
  MojPagination: {
    component: ui.MojPagination,
    macro: ['pagination', 'mojPagination'],
    examples: [
      {
        items: [{ number: 1, href: '/1', current: true }, { number: 2, href: '/2' }, { ellipsis: true }],
        next: { href: '/2' },
        results: { count: 30, from: 1, to: 10, text: 'cases' },
      },
      { results: { count: 3 } },
      {
        items: [
          { number: 1, href: '/1' },
          { number: 2, href: '/2' },
        ],
        results: { pages: { current: 2, count: 2 } },
      },
    ],
    adapt: (props, options) => {
      const { results } = options;
      return isOptions(results) ? { ...props, results } : props;
    },
  },
  Search: {
    component: ui.Search,
    macro: ['search', 'mojSearch'],
    examples: [
      { action: '/s', label: { text: 'Find' }, input: { id: 'q', name: 'q' }, button: { text: 'Search' } },
      {
        action: '/s',
        method: 'post',
        layout: 'stacked',
        label: { text: 'Find', classes: 'extra' },
        hint: { text: 'By name & date', id: 'h' },
        input: { id: 'q', name: 'q', value: 'a"b' },
        button: { text: 'Go' },
        csrf: { value: 'token' },
      },
      {
        action: '/s',
        iconButton: true,
        label: { text: 'Find' },
        input: { id: 'q', name: 'q' },
        button: { text: 'Search' },
      },
    ],
  },
  Timeline: {
    component: ui.Timeline,
    macro: ['timeline', 'mojTimeline'],
    examples: [
      {
        items: [
          { label: { text: 'Opened' }, text: 'By post', datetime: { timestamp: '2027-01-04', type: 'date' } },
        ],
      },
      {
        headingLevel: 3,
        classes: 'extra',
        items: [
          {
            label: { html: '<em>Closed</em>' },
            byline: { text: 'A & B' },
            html: '<p>Done</p>',
            datetime: { timestamp: '2027-02-04', type: 'datetime' },
            classes: 'one',
          },
        ],
      },
    ],
    adapt: (props) => eachItem(props, 'items', timelineItem),
  },
};
