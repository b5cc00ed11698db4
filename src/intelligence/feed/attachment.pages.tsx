import { DataTable, Tag } from '../../platform/ui/index.ts';
import { fileKinds } from './attachment.rules.ts';
import type { Attachment } from './attachment.store.ts';

const stateWords = {
  kept: { words: 'Kept', colour: 'green' },
  marked: { words: 'Kept with a mark', colour: 'yellow' },
  refused: { words: 'Not kept', colour: 'red' },
} as const;
const scanWords = {
  held: { words: 'Not passed by a virus scanner', colour: 'yellow' },
  clean: { words: 'Passed by the virus scanner', colour: 'green' },
  infected: { words: 'Dangerous', colour: 'red' },
} as const;
const sizeOf = (bytes: number): string =>
  bytes < 10_000
    ? `${bytes.toLocaleString('en-GB')} bytes`
    : `${Math.round(bytes / 1000).toLocaleString('en-GB')} kB`;

/** What came with an e-mail: nothing of it was opened. Of an item, what is kept can be taken out. */
export const AttachmentsPart = ({ rows, itemId }: { rows: readonly Attachment[]; itemId?: string }) =>
  rows.length === 0 ? null : (
    <>
      <DataTable
        caption="Attached to the e-mail"
        rows={rows}
        columns={[
          {
            heading: 'File',
            cell: ({ id, name, state, scan }) =>
              itemId && state !== 'refused' && scan !== 'infected' ? (
                <a class="govuk-link" href={`/intelligence/items/${itemId}/attachments/${id}`}>
                  {name}
                </a>
              ) : (
                name
              ),
          },
          {
            heading: 'Is',
            cell: ({ foundType }) => fileKinds.find(({ code }) => code === foundType)?.words ?? foundType,
          },
          { heading: 'Size', cell: ({ bytes }) => sizeOf(bytes) },
          {
            heading: 'Now',
            cell: ({ state, why, scan }) => (
              <div>
                <Tag classes={`govuk-tag--${stateWords[state].colour}`}>{stateWords[state].words}</Tag> {why}
                {state !== 'refused' && (
                  <>
                    {' '}
                    <Tag classes={`govuk-tag--${scanWords[scan].colour}`}>{scanWords[scan].words}</Tag>
                  </>
                )}
              </div>
            ),
          },
          { heading: 'SHA-256', cell: ({ sha256 }) => <code class="bw-hash">{sha256}</code> },
        ]}
        empty={{ title: 'Nothing', children: 'Nothing was attached.' }}
      />
      <p class="govuk-hint">
        Nothing of it was opened here. A virus scanner does not know every danger, and what it has not passed
        may be dangerous: open either on a machine that is set apart for that.
      </p>
    </>
  );
