-- Why: evidence that an officer took on a telephone was taken before it came here, and people sign on the telephone.
-- Locks: access exclusive on enforcement.penalty_evidence, for milliseconds: the column has no default, and the check is looked at once. Takes: milliseconds.
alter table enforcement.penalty_evidence add column taken_at timestamptz;
comment on column enforcement.penalty_evidence.taken_at is 'When it was taken, where that is known and not the moment in which it was added.';
alter table enforcement.penalty_evidence drop constraint penalty_evidence_kind;
alter table enforcement.penalty_evidence add constraint penalty_evidence_kind
  check (kind in ('photo', 'statement', 'cctv', 'document', 'admission', 'signature'));
