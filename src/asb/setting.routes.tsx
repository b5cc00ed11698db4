import { z } from 'zod';
import { defaultAsbSettings, settingSources } from '../../reference/asb.ts';
import { editRoutes } from '../directory/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { ok } from '../platform/failures/failures.ts';
import { type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import { officerOf } from '../platform/http/work.ts';
import { Day, InsetText, SummaryList } from '../platform/ui/index.ts';
import { keepAsb, runReviews } from './asb.permissions.ts';
import { isAsbChair } from './asb.policy.ts';
import { AsbNav } from './asb-nav.pages.tsx';
import { changeSettings, previewSettings } from './setting.commands.ts';
import { asForm, settingFieldWords, settingForm } from './setting.forms.ts';
import { listSettings, settingsOf } from './setting.store.ts';

const units = [
  { value: 'working', text: 'Working days' },
  { value: 'calendar', text: 'All days' },
];
const listed: readonly string[] = ['items', 'releaseActions'];
const chosen: readonly string[] = ['acknowledgeUnit', 'restUnit'];
const fields = Object.entries(settingFieldWords).map(([name, label]) => {
  if (listed.includes(name))
    return { type: 'lines', name, label, hint: 'One a line, as code: words' } as const;
  if (chosen.includes(name)) return { type: 'select', name, label, items: units } as const;
  return { type: 'text', name, label } as const;
});
const markings = {
  verified: 'verified',
  'general-knowledge': 'general knowledge, not verified',
  proposal: 'a proposal',
} as const;

/** The agency's own matrix, targets, threshold and timetable. */
export const asbSettingRoutes: readonly Route[] = [
  show({
    path: '/asb/settings',
    words: 'Your agency’s risk matrix, targets, threshold and timetable, with every version',
    permission: keepAsb,
    audit: 'asb-setting.read',
    handle: async (work) => {
      const versions = await listSettings(work, officerOf(work).agencyId);
      const { content } = await settingsOf(work, officerOf(work).agencyId);
      const now = asForm(content);
      const body = (
        <>
          <AsbNav here="/asb/settings" isChair={isAsbChair(work.viewer)} />
          <h1 class="govuk-heading-l">Matrix and timetable</h1>
          {mayUse(work.viewer, runReviews) && (
            <p class="govuk-body">
              <a class="govuk-link" href="/asb/settings/edit">
                Change them
              </a>
            </p>
          )}
          <SummaryList
            rows={Object.entries(settingFieldWords).map(([field, key]) => ({
              key,
              value: (now[field] ?? '').split('\n').map((line) => (
                <>
                  {units.find(({ value }) => value === line)?.text ?? line}
                  <br />
                </>
              )),
            }))}
          />
          <h2 class="govuk-heading-m">Where the product’s own come from</h2>
          <ul class="govuk-list govuk-list--bullet">
            {settingSources.map(({ part, marking, source }) => (
              <li>
                {part}: {markings[marking]}, {source}
              </li>
            ))}
          </ul>
          <h2 class="govuk-heading-m">Versions</h2>
          {versions.length === 1 && <InsetText>As the product comes: nobody has changed them yet.</InsetText>}
          <ul class="govuk-list">
            {versions.map((one) => (
              <li>
                Version {one.version}
                {one.validFrom && (
                  <>
                    , from <Day day={one.validFrom} />
                  </>
                )}
                : {one.reason}
                {one.madeByName && ` (${one.madeByName})`}
              </li>
            ))}
          </ul>
        </>
      );
      return page('Matrix and timetable', body);
    },
  }),
  ...editRoutes({
    path: '/asb/settings/edit',
    words: 'Change the risk matrix, targets, threshold and timetable',
    permission: runReviews,
    audit: 'asb-setting.changed',
    params: z.object({}),
    body: settingForm,
    example: {
      body: { ...asForm(defaultAsbSettings), highFrom: '20', version: 0, reason: 'As agreed by the group' },
    },
    save: 'Save the version',
    subject: async (work) => {
      const { version, content } = await settingsOf(work, officerOf(work).agencyId);
      return {
        heading: 'Change matrix and timetable',
        about: 'The items are scored 0 to 3. What was assessed before stays as it was.',
        back: { href: '/asb/settings', text: 'Matrix and timetable' },
        typed: asForm(content),
        version,
        fields,
      };
    },
    preview: (work, input) => previewSettings(work, input),
    change: async (work, input) => {
      const done = await changeSettings(work, input);
      return done.ok ? ok({ to: '/asb/settings', flash: `Saved as version ${done.value.version}` }) : done;
    },
  }),
];
