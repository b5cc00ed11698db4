import { idFromName } from '../../src/platform/ids/ids.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

/** What another unit agreed to work on first, later and with more priorities, in the words of what the viewer may know. */
export async function hiddenStrategy(world: World, agencyId: string): Promise<Samples> {
  const strategyId = idFromName(`hidden strategy ${agencyId}`);
  await world.sql(
    `insert into intelligence.strategy (id, reference, agency_id, number, agreed_on, agreed_by, starts_on, ends_on, look_again_on, words, made_at, made_by)
     select $1, $2, $3, 7, agreed_on, 'Hidden words', starts_on, ends_on, look_again_on, 'Hidden words', made_at, made_by from intelligence.strategy
     where reference = 'CS-SAMP-001'`,
    [strategyId, `CS-${strategyId.slice(0, 8).toUpperCase()}`, agencyId],
  );
  for (const position of [1, 2])
    await world.sql(
      `insert into intelligence.priority (id, strategy_id, agency_id, position, title, kinds, prevention, intelligence, enforcement)
       select $1, $2, $3, $4, 'Hidden words', '{waste,rogue-trading}', prevention, intelligence, enforcement from intelligence.priority
       where id::text like '5a3b1e00%'`,
      [idFromName(`hidden priority ${position} ${agencyId}`), strategyId, agencyId, position],
    );
  return { strategyId };
}
