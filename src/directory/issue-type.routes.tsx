import { z } from 'zod';
import { demand, notFound, ok } from '../platform/failures/failures.ts';
import type { Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { editRoutes } from './change/edit.routes.tsx';
import type { EditField } from './change/edit-form.pages.tsx';
import { addRule, endRule, findRule, planEndOfRule, planRule } from './directory.commands.ts';
import { editDirectory } from './directory.permissions.ts';
import { findIssueType, listAreas, listServices } from './directory.store.ts';
import { addIssueType, changeIssueType, planIssueType, planNewIssueType } from './issue-type.commands.ts';
import {
  changeIssueForm,
  codeParams,
  endRuleExample,
  endRuleForm,
  issueExample,
  issueFlags,
  issueForm,
  issueInput,
  ruleExample,
  ruleForm,
  ruleParams,
} from './issue-type.forms.ts';
import { previewOfIssueType, previewOfRule } from './issue-type.preview.ts';
import { appliesWords, landWords } from './issue-type.words.ts';

const hrefOf = (code: string) => `/directory/issues/${code}`;
const opened = async (work: Work, code: string) => (await findIssueType(work.db, code)) ?? demand(notFound);

const flagWords: Record<(typeof issueFlags)[number], string> = {
  asksLandOwner: 'Ask whose land it is',
  isSensitive: 'Sensitive: its existence is for the owning service alone',
  isActive: 'Reports of it are taken',
};
const issueFields: readonly EditField[] = [
  { type: 'text', name: 'name', label: 'Name' },
  { type: 'text', name: 'groupName', label: 'Group' },
  { type: 'lines', name: 'words', label: 'Words people use for it', hint: 'One on each line' },
  { type: 'text', name: 'hint', label: 'Hint for the reporter (optional)' },
  { type: 'text', name: 'targetWorkingDays', label: 'Working days to answer' },
  {
    ...{ type: 'ticks', name: 'flags', label: 'What else' },
    items: issueFlags.map((value) => ({ value, text: flagWords[value] })),
  },
];
const look = { go: 'preview' };

/** Lines of the A to Z: looked at before they are saved. */
export const issueTypeEdits: readonly Route[] = [
  ...editRoutes({
    path: '/directory/issues/add',
    words: 'Add an issue type',
    permission: editDirectory,
    audit: 'directory.issue-type-added',
    params: z.object({}),
    body: issueForm,
    example: { body: { ...issueExample, ...look } },
    save: 'Add issue type',
    subject: async () => ({
      heading: 'Add an issue type',
      back: { href: '/directory', text: 'Directory' },
      typed: { flags: ['isActive'], targetWorkingDays: '5' },
      fields: issueFields,
    }),
    preview: async (work, input) => {
      const plan = await planNewIssueType(work, issueInput(input));
      return plan.ok ? ok(await previewOfIssueType(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const done = await addIssueType(work, issueInput(input));
      return done.ok
        ? ok({ to: hrefOf(done.value.code), flash: 'Issue type added. Now say who answers.' })
        : done;
    },
  }),
  ...editRoutes({
    path: '/directory/issues/:issueType/change',
    words: 'Change an issue type',
    permission: editDirectory,
    audit: 'directory.issue-type-changed',
    params: codeParams,
    body: changeIssueForm,
    example: { body: { ...issueExample, version: 1, ...look } },
    save: 'Save change',
    subject: async (work, { issueType }) => {
      const type = await opened(work, issueType);
      return {
        heading: `Change ${type.name}`,
        back: { href: hrefOf(type.code), text: type.name },
        typed: { ...type, flags: issueFlags.filter((flag) => type[flag]) },
        version: type.version,
        fields: issueFields,
      };
    },
    preview: async (work, input) => {
      const { issueType, version } = input;
      const plan = await planIssueType(work, issueType, { ...issueInput(input), version });
      return plan.ok ? ok(await previewOfIssueType(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const { issueType, version } = input;
      const done = await changeIssueType(work, issueType, { ...issueInput(input), version });
      return done.ok ? ok({ to: hrefOf(issueType), flash: 'Changed' }) : done;
    },
  }),
];

/** Rules of the A to Z: the preview says where reports would go, place by place. */
export const ruleEdits: readonly Route[] = [
  ...editRoutes({
    path: '/directory/issues/:issueType/rules/add',
    words: 'Add a routing rule',
    permission: editDirectory,
    audit: 'directory.rule-added',
    params: codeParams,
    body: ruleForm,
    example: { body: { ...ruleExample, ...look } },
    save: 'Add rule',
    subject: async (work, { issueType }) => {
      const type = await opened(work, issueType);
      const today = work.clock.today();
      const services = await listServices(work.db, today);
      const areas = (
        await Promise.all(['district', 'ward'].map((kind) => listAreas(work.db, kind, today)))
      ).flat();
      return {
        heading: 'Add a rule',
        caption: type.name,
        about: 'The most particular rule that fits decides: hours before land, land before place.',
        back: { href: hrefOf(type.code), text: type.name },
        typed: { landOwner: 'any', applies: 'always', startsOn: today },
        fields: [
          {
            ...{ type: 'select', name: 'serviceId', label: 'Service that answers' },
            items: services.map((s) => ({ value: s.id, text: `${s.agencyName}: ${s.name}` })),
          },
          {
            ...{ type: 'select', name: 'areaCode', label: 'Where (optional)', none: 'Everywhere' },
            items: areas.map((a) => ({ value: a.code, text: `${a.name} (${a.kind})` })),
          },
          {
            ...{ type: 'select', name: 'landOwner', label: 'Land' },
            items: Object.entries(landWords).map(([value, text]) => ({ value, text })),
          },
          {
            ...{ type: 'select', name: 'applies', label: 'When' },
            items: Object.entries(appliesWords).map(([value, text]) => ({ value, text })),
          },
          { type: 'day', name: 'startsOn', label: 'From' },
        ],
      };
    },
    preview: async (work, input) => {
      const plan = await planRule(work, input);
      return plan.ok ? ok(await previewOfRule(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const { go: _go, ...rule } = input;
      const done = await addRule(work, rule);
      return done.ok
        ? ok({ to: hrefOf(input.issueType), flash: 'Rule added. Open gaps of this kind are settled.' })
        : done;
    },
  }),
  ...editRoutes({
    path: '/directory/rules/:ruleId/end',
    words: 'End a routing rule',
    permission: editDirectory,
    audit: 'directory.rule-ended',
    params: ruleParams,
    body: endRuleForm,
    example: { body: { ...endRuleExample, ...look } },
    save: 'End rule',
    subject: async (work, { ruleId }) => {
      const rule = (await findRule(work, ruleId)) ?? demand(notFound);
      const type = await opened(work, rule.issueType);
      return {
        heading: 'End a rule',
        caption: type.name,
        back: { href: hrefOf(type.code), text: type.name },
        typed: { endsOn: work.clock.today() },
        fields: [{ type: 'day', name: 'endsOn', label: 'First day without it' }],
      };
    },
    preview: async (work, input) => {
      const plan = await planEndOfRule(work, input);
      return plan.ok ? ok(await previewOfRule(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const done = await endRule(work, input);
      return done.ok
        ? ok({
            to: hrefOf(done.value.issueType),
            flash: 'The rule ends. What it sent stays where it went.',
          })
        : done;
    },
  }),
];
