import type { Client } from 'pg';

/** Ten years of a county's unit: 27,000 items a year (domain S1-10), nearly all of them graded and linked. */
export const queueItems = 270_000;
/** Of them this many wait to be graded: some three weeks' worth. */
export const waitingItems = 2_000;
/** A second unit holds as many of its own as one in so many of these. */
const otherShare = 10;

/** Words of an ordinary queue, the common ones first: a word's place is the square of chance. */
export const vocabulary = (
  'the a he said to and in of that was from on with his for at they it she had after not been man van money woman door cash work ' +
  'phone roof house street told paid neighbour called night seen car shop asked number bank back never came took deposit another ' +
  'brother account people drive builder card flat week gate garden visit sold trader name job old day young boxes yard waste ' +
  'tipped rubble lorry lane field sofa tyres fire plate white blue black transit sprinter cigarettes tobacco vapes counter under ' +
  'age children school boy girl knife dealing drugs cannabis smell cuckooing vulnerable tenant landlord rent eviction caravan ' +
  'site fence dog puppies adverts online seller counterfeit trainers perfume market stall parking permit badge blue disabled fraud ' +
  'invoice council tax letter scam lottery parcel courier fee pension investment romance gift vouchers carer relative solicitor will ' +
  'gas boiler unsafe electrical toys recall batch allergen kitchen rats mould takeaway licence alcohol proxy nightclub noise party'
).split(' ');
/** Names are many and each is rare: two of these syllables and one more. */
export const syllables =
  'bel cor dun ash thor wick mar lowe pel quin row sten tam ulm ven wyn yar zel hob gar fen eld cran bri ald nor pim rus sel tro'.split(
    ' ',
  );

/** Forenames that are known to be such, so that a person is read in the words; one in each item. */
const forenames =
  'Gary Susan Peter Joan Mohammed Karen Paul Linda David Aisha John Mary Kevin Priya Mark Julie Alan Wendy Omar Tracey'.split(
    ' ',
  );

const unit = `select o.agency_id, o.id as officer_id from directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'imran.intel'`;
const list = (words: readonly string[]): string => `array[${words.map((word) => `'${word}'`).join(', ')}]`;
const word = `(${list(vocabulary)})[1 + floor(${vocabulary.length} * random() * random())::int]`;
const syllable = `(${list(syllables)})[1 + floor(${syllables.length} * random())::int]`;
/** An id made of words: of the form of version 4, or no address would take it. */
export const idOf = (words: string): string =>
  `overlay(overlay(md5(${words}) placing '4' from 13) placing '8' from 17)::uuid`;
/** One telephone number is in thousands of items, most in one. */
const number = (chance: string): string =>
  `'+447700' || lpad(floor(200000 * ${chance} * ${chance})::text, 6, '0')`;
const all = queueItems + queueItems / otherShare;
/** The last of the unit wait; those before are ready, some graded alone, a few are duplicates of the first. */
const statusOf = `case when n > ${queueItems - waitingItems} and n <= ${queueItems} then 'received' when n % 40 = 7 then 'graded' when n % 60 = 11 then 'duplicate' else 'ready' end`;
const isGraded = `(n <= ${queueItems - waitingItems} or n > ${queueItems})`;

/** Fills the queue of the county's unit, the same each time. */
export async function fillQueue(owner: Client, say: (line: string) => void): Promise<void> {
  const steps: readonly [string, string][] = [
    ['no checks of what is made here to be right', 'set session_replication_role = replica'],
    ['the same chance each time', 'select setseed(0.7)'],
    [
      'names',
      `create temp table made as select n, initcap(${syllable} || ${syllable}) || ' ' || initcap(${syllable} || ${syllable}) as name,
      (${list(forenames)})[1 + floor(${forenames.length} * random())::int] || ' ' || initcap(${syllable} || ${syllable}) as person,
      date '1950-01-01' + floor(18000 * random())::int as born, ${number('random()')} as phone, ${number('random()')} as other from generate_series(1, ${all}) n`,
    ],
    [
      'items',
      `insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, how_known, priority, status, duplicate_of)
       select ${idOf("'queue' || n")}, 'I-QUEUE-' || n, case when n <= ${queueItems} then u.agency_id else other.id end,
         (array['form', 'complaint', 'complaint', 'complaint', 'feed', 'anonymous'])[1 + n / 7 % 6],
         now() - interval '10 years' + (n % ${queueItems}) * interval '10 years' / ${queueItems},
         initcap(${word}) || ' ' || ${word} || ' ' || ${word} || ' ' || ${word} || ' ' || name,
         (select string_agg(${word}, ' ') from generate_series(1, 25) where n > 0) || E'.\\n\\n' || name || ' ' ||
         (select string_agg(${word}, ' ') from generate_series(1, 25) where n > 0) || ' ' || phone || '. ' || person || ' was there.',
         'Told by ' || ${word} || ' ' || ${word}, 1 + (n % 10 > 0)::int + (n % 10 > 2)::int + (n % 10 > 8)::int, ${statusOf},
         case when ${statusOf} = 'duplicate' then ${idOf("'queue' || (n - 1)")} end
       from made, (${unit}) u, (select id from directory.agency where code = 'WEND') other`,
    ],
    [
      'paragraphs with grades',
      `insert into intelligence.paragraph (id, item_id, agency_id, position, body, source_evaluation, assessment, handling, provenance, risk_to_source, sanitised, graded_at, graded_by)
       select ${idOf("'part' || n || ' ' || p")}, i.id, i.agency_id, p, split_part(i.body, E'\\n\\n', p + 1),
         case when ${isGraded} then (array['1', '2', '2', '3'])[1 + n % 4] end, case when ${isGraded} then (array['A', 'B', 'C', 'D', 'E'])[1 + n % 5] end,
         case when ${isGraded} then 'P' end, case when ${isGraded} then 'As it was given' else '' end, case when ${isGraded} then false end,
         case when ${isGraded} then split_part(i.body, E'\\n\\n', p + 1) else '' end, case when ${isGraded} then i.received_at + interval '1 day' end, case when ${isGraded} then u.officer_id end
       from made join intelligence.item i on i.reference = 'I-QUEUE-' || n, (${unit}) u, generate_series(0, 1) p`,
    ],
    [
      'who graded what',
      `insert into intelligence.grading (id, paragraph_id, item_id, agency_id, at, officer_id, after)
       select gen_random_uuid(), p.id, p.item_id, p.agency_id, p.graded_at, p.graded_by, jsonb_build_object('sourceEvaluation', p.source_evaluation, 'assessment', p.assessment, 'handling', p.handling, 'conditions', '',
         'actionCode', null, 'actionUsage', '', 'sanitisationCode', null, 'provenance', p.provenance, 'riskToSource', false, 'riskWords', '', 'sanitised', p.sanitised)
       from intelligence.paragraph p where p.graded_at is not null`,
    ],
    [
      'numbers in their words',
      `insert into intelligence.mention (item_id, agency_id, kind, value, typed, received_at)
       select i.id, i.agency_id, 'phone', made.phone, made.phone, i.received_at from made join intelligence.item i on i.reference = 'I-QUEUE-' || n`,
    ],
    [
      'links',
      `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
       select gen_random_uuid(), i.id, i.agency_id, 'phone', 'mentioned', k.phone, k.phone, 'phone', k.phone, 'confirmed', i.received_at + interval '1 day', u.officer_id
       from made join intelligence.item i on i.reference = 'I-QUEUE-' || n cross join lateral (values (made.phone), (made.other)) k(phone), (${unit}) u
       where i.status <> 'received' on conflict do nothing`,
    ],
    [
      'people',
      `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
       select gen_random_uuid(), i.id, i.agency_id, 'person', 'mentioned', person || ', ' || born, person || ', ' || born, 'name-born', lower(person) || ' ' || born, 'confirmed', i.received_at + interval '1 day', u.officer_id
       from made join intelligence.item i on i.reference = 'I-QUEUE-' || n, (${unit}) u where i.status <> 'received'`,
    ],
    [
      'history',
      `insert into intelligence.item_event (id, item_id, agency_id, at, officer_id, kind, words)
       select gen_random_uuid(), i.id, i.agency_id, i.received_at + e.after, u.officer_id, e.kind, e.words
       from made join intelligence.item i on i.reference = 'I-QUEUE-' || n,
         (values ('received', 'Received', interval '0'), ('grade', 'Every paragraph is graded', interval '1 day'), ('link', 'Linked: telephone', interval '1 day')) e(kind, words, after), (${unit}) u
       where e.kind = 'received' or i.status <> 'received'`,
    ],
    ['checks again', 'set session_replication_role = default'],
    ['statistics', 'vacuum (analyze)'],
  ];
  for (const [words, text] of steps) {
    const startedAt = performance.now();
    await owner.query(text);
    say(`  ${words}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
}
