import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { londonInstant } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { toDocx } from '../platform/documents/docx.ts';
import { toPdf } from '../platform/documents/pdf.ts';
import { idFromName } from '../platform/ids/ids.ts';
import { traderLetter } from '../traders/trader.documents.ts';
import type { Trader } from '../traders/trader.store.ts';

/** The letter that a refused firm has. */
export async function seedLetter(client: ClientBase, file: Trader, keeper: string): Promise<void> {
  if (file.status !== 'refused' || !file.decidedOn || !file.appealUntil) return;
  const appeal = { first: file.decidedOn, last: file.appealUntil, why: file.appealWhy ?? '' };
  const document = traderLetter({
    ...{ kind: 'refusal', file, ground: file.ground ?? undefined, conditions: [], memberUntil: undefined },
    ...{ appeal, asAt: londonInstant(file.decidedOn, '10:00') },
  });
  for (const [format, content] of [
    ['pdf', await toPdf(document)],
    ['docx', await toDocx(document)],
  ] as const)
    await insertRows(client, 'traders.trader_document', [
      {
        ...{
          id: idFromName(`letter ${format} ${file.id}`),
          traderId: file.id,
          agencyId: file.agencyId,
          kind: 'refusal',
          version: 1,
          format,
        },
        ...{
          name: `${file.reference}-refusal-1.${format}`,
          sha256: createHash('sha256').update(content).digest('hex'),
        },
        ...{
          content: `\\x${content.toString('hex')}`,
          showsAddress: false,
          madeBy: keeper,
          madeAt: londonInstant(file.decidedOn, '10:00'),
        },
      },
    ]);
}
