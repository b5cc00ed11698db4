-- Why: contracts and orders are papers: the contract to be signed, what the court is asked for, the order as it was made, and the letters that follow.
-- Locks: none on existing tables. Takes: milliseconds.
create table asb.order_document (
  id uuid primary key,
  order_id uuid not null references asb.order_file,
  agency_id uuid not null references directory.agency,
  kind text not null constraint order_document_kind check (kind in ('contract', 'application', 'order', 'review-letter', 'breach-letter', 'end-letter')),
  version smallint not null,
  format text not null constraint order_document_format check (format in ('pdf', 'docx')),
  name text not null,
  sha256 text not null,
  content bytea not null,
  shows_address boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  constraint order_document_version_key unique (order_id, kind, version, format)
);
comment on table asb.order_document is 'Contracts, applications, orders and letters as they were made, with their hashes; they name whoever it is about and nobody who complained. Retention: as the case.';
alter table asb.order_document enable row level security;
alter table asb.order_document force row level security;
create policy order_document_seed on asb.order_document for all to current_user using (true) with check (true);
create policy order_document_own on asb.order_document for all to bailiwick_ops
  using (agency_id = (select platform.viewer_agency()) and exists (select 1 from asb.order_file o where o.id = order_id))
  with check (agency_id = (select platform.viewer_agency()) and exists (select 1 from asb.order_file o where o.id = order_id));
grant select, insert on asb.order_document to bailiwick_ops;
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('asb-case', 0, 'asb.order_document', 'order_id in (select o.id from asb.order_file o where o.asb_id = any ($1))', 'delete', '{}');
