import type { ComponentType } from 'preact';
import * as ui from '../index.ts';
import { eachItem, isOptions, type MacroOptions, toProps, unwrap } from './macro-options.ts';

/** How one GOV.UK component is held against its published examples. */
export interface GovukCase {
  readonly component: ComponentType<never>;
  /** Least number of examples that must pass: the count on the day it was written. */
  readonly floor: number;
  /** Fits macro options to props beyond what all components share. */
  readonly adapt?: (props: MacroOptions, options: MacroOptions) => MacroOptions;
  /** Examples not supported, each with why. */
  readonly unsupported?: Readonly<Record<string, string>>;
}

function inFormGroup(props: MacroOptions): MacroOptions {
  const { formGroup } = props;
  if (!isOptions(formGroup)) return props;
  return {
    ...props,
    formGroup: unwrap(formGroup, 'beforeInput', 'afterInput', 'beforeInputs', 'afterInputs'),
  };
}

function choices(props: MacroOptions): MacroOptions {
  return inFormGroup(eachItem(props, 'items', (item) => unwrap(item, 'conditional')));
}

/** Options of select items are words, not content: a browser shows no mark-up in them. */
function selectItems(props: MacroOptions): MacroOptions {
  return inFormGroup(
    eachItem(props, 'items', ({ children, ...item }) =>
      children === undefined ? item : { ...item, text: children },
    ),
  );
}

function navigationSlots(props: MacroOptions, options: MacroOptions): MacroOptions {
  if (!isOptions(options.slots)) return props;
  const slots = options.slots;
  const end = slots.end;
  const slotContent = (html: unknown) =>
    html === undefined ? undefined : (toProps({ html }) as MacroOptions).children;
  return {
    ...props,
    slots: {
      start: slotContent(slots.start),
      end: slotContent(isOptions(end) ? end.html : end),
      isEndInline: isOptions(end) && end.align === 'inline',
      navigationStart: slotContent(slots.navigationStart),
      navigationEnd: slotContent(slots.navigationEnd),
    },
  };
}

/** Every GOV.UK component of the kit, by the folder of its examples. */
export const govukCases: Readonly<Record<string, GovukCase>> = {
  accordion: { component: ui.Accordion, floor: 13 },
  'back-link': { component: ui.BackLink, floor: 7 },
  breadcrumbs: { component: ui.Breadcrumbs, floor: 12 },
  button: { component: ui.Button, floor: 38 },
  'character-count': { component: ui.CharacterCount, floor: 34, adapt: inFormGroup },
  checkboxes: { component: ui.Checkboxes, floor: 42, adapt: choices },
  'date-input': { component: ui.DateInput, floor: 50, adapt: inFormGroup },
  details: { component: ui.Details, floor: 10 },
  'error-message': { component: ui.ErrorMessage, floor: 9 },
  'error-summary': { component: ui.ErrorSummary, floor: 19 },
  fieldset: { component: ui.Fieldset, floor: 18 },
  'file-upload': { component: ui.FileUpload, floor: 22, adapt: inFormGroup },
  hint: { component: ui.Hint, floor: 6 },
  input: { component: ui.Input, floor: 45, adapt: inFormGroup },
  'inset-text': { component: ui.InsetText, floor: 6 },
  label: { component: ui.Label, floor: 17 },
  'notification-banner': { component: ui.NotificationBanner, floor: 21 },
  pagination: { component: ui.Pagination, floor: 15 },
  panel: { component: ui.Panel, floor: 19 },
  'password-input': { component: ui.PasswordInput, floor: 12, adapt: inFormGroup },
  'phase-banner': { component: ui.PhaseBanner, floor: 7 },
  radios: { component: ui.Radios, floor: 43, adapt: choices },
  select: { component: ui.Select, floor: 19, adapt: selectItems },
  'service-navigation': { component: ui.ServiceNavigation, floor: 33, adapt: navigationSlots },
  'skip-link': { component: ui.SkipLink, floor: 9 },
  'summary-list': { component: ui.SummaryList, floor: 30 },
  table: { component: ui.Table, floor: 21 },
  tabs: { component: ui.Tabs, floor: 14 },
  tag: { component: ui.Tag, floor: 12 },
  'task-list': { component: ui.TaskList, floor: 11 },
  textarea: { component: ui.Textarea, floor: 18, adapt: inFormGroup },
  'warning-text': { component: ui.WarningText, floor: 8 },
};

/** GOV.UK components that have examples and are not in the kit, each with why. */
export const notBuilt: Readonly<Record<string, string>> = {
  'cookie-banner': 'The only cookie is the one that keeps a person signed in, which needs no consent.',
  'exit-this-page': 'Not asked for yet; a page for the public that needs it will bring it.',
  feedback: 'Feedback is asked for in words, by a link.',
  footer: 'Carries the crest; the kit has a neutral one of its own.',
  'generic-header': 'The kit has a slim header of its own, which always says agency and side.',
  header: 'Carries the crown; this is not a service on GOV.UK.',
  'language-navigation': 'One language so far.',
};
