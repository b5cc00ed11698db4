-- Why: a published quarter stands as it was published; corrections come as further editions.
-- Locks: nothing that exists. Takes: milliseconds.
create schema performance;
grant usage on schema performance to bailiwick_ops, bailiwick_gov;

create table performance.published_quarter (
  quarter text not null constraint published_quarter_name check (quarter ~ '^\d{4}-\d{2}-Q[1-4]$'),
  edition smallint not null,
  agency_id uuid not null references directory.agency,
  published_at timestamptz not null,
  published_by uuid not null references directory.officer,
  published_by_name text not null,
  counted_over text not null,
  summary text not null,
  reason text,
  primary key (quarter, edition),
  constraint published_quarter_reason check (edition = 1 or reason is not null)
);
comment on table performance.published_quarter is 'A quarter frozen on the day it was published; a correction is a further edition with its reason. No personal data. Retention: kept.';

create table performance.frozen_figure (
  quarter text not null,
  edition smallint not null,
  code text not null,
  area_code text not null,
  part text not null,
  kind text not null constraint frozen_figure_kind check (kind in ('value', 'not-measured', 'not-applicable')),
  value double precision,
  numerator integer,
  denominator integer,
  record_count integer not null,
  record_hash text not null,
  primary key (quarter, edition, code, area_code, part),
  foreign key (quarter, edition) references performance.published_quarter
);
comment on table performance.frozen_figure is 'The exact figures of an edition, with a hash of the records behind each. No personal data. Retention: kept.';
comment on column performance.frozen_figure.area_code is 'A district, or all.';
comment on column performance.frozen_figure.part is 'An offence, channel or theme where the figure is split, else all.';
comment on column performance.frozen_figure.record_hash is 'sha256 of the ids of the records behind it, in order.';

create table performance.published_figure (
  quarter text not null,
  edition smallint not null,
  code text not null,
  area_code text not null,
  part text not null,
  shown text not null,
  last_year text,
  primary key (quarter, edition, code, area_code, part),
  foreign key (quarter, edition) references performance.published_quarter
);
comment on table performance.published_figure is 'What an edition says outside the partnership: words, small numbers already left out. No personal data. Retention: kept.';

grant select, insert on performance.published_quarter, performance.frozen_figure, performance.published_figure to bailiwick_ops;
grant select on performance.published_quarter, performance.published_figure to bailiwick_gov;
