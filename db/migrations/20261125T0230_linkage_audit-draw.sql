-- Why: how good matching is can be told from pairs that chance chose, not from those whose decision is worth most. A decision
-- keeps how its pair came to the desk. And what was decided before there was a model gets a score when the first one sees it.
-- Locks: linkage.judgement and linkage.rule for a moment. Takes: milliseconds.
alter table linkage.judgement add column drawn text constraint judgement_drawn check (drawn in ('worth', 'audit'));
alter table linkage.judgement add column stratum real;
alter table linkage.judgement add column stratum_size integer;
alter table linkage.judgement add constraint judgement_stratum check (drawn is not distinct from 'audit' or (stratum is null and stratum_size is null));
comment on column linkage.judgement.drawn is 'How the pair came to be decided: worth, in the order of the desk or out of any order; audit, drawn by chance to measure quality. Empty for a model''s, and for decisions before there were draws.';
comment on column linkage.judgement.stratum is 'Of a pair drawn by chance: the band of probability that it was drawn from, by its lower edge.';
comment on column linkage.judgement.stratum_size is 'How many scored pairs that band held when it was decided, of what its officer could see. For nobody else''s pages.';
comment on column linkage.judgement.probability is 'The model''s, 0 to 1. A decision carries that of the proposal it decided; one taken before any model saw the pair gets it from the first that does.';
alter table linkage.rule drop constraint rule_name;
alter table linkage.rule add constraint rule_name check (name in ('propose', 'firm-names', 'second-share', 'audit-share'));
grant update (probability, weight, evidence) on linkage.judgement to bailiwick_worker;
