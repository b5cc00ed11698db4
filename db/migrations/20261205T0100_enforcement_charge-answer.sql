-- Why: a removed vehicle had a charge, and nothing said whether it was paid or waived. Each answer is a row; an answer entered by mistake is
-- taken back by another, so that both stand. The receipt is a paper of the file.
-- Locks: nothing that holds rows. Takes: milliseconds.
create table enforcement.vehicle_charge_answer (
  id uuid primary key,
  abandoned_id uuid not null references enforcement.abandoned (id),
  agency_id uuid not null references directory.agency (id),
  position smallint not null,
  action text not null constraint vehicle_charge_answer_action check (action in ('record-payment', 'waive', 'take-back')),
  status text not null constraint vehicle_charge_answer_status check (status in ('asked', 'paid', 'waived')),
  answered_on date not null,
  pence integer not null constraint vehicle_charge_answer_pence check (pence > 0),
  words text not null,
  receipt text,
  reason text,
  officer_id uuid references directory.officer (id),
  recorded_at timestamptz not null,
  constraint vehicle_charge_answer_once unique (abandoned_id, position),
  constraint vehicle_charge_answer_of_agency_fkey foreign key (abandoned_id, agency_id) references enforcement.abandoned (id, agency_id)
);
comment on table enforcement.vehicle_charge_answer is 'What became of the charge for a removed vehicle: paid, waived, or an answer taken back. The last position stands. For the agency that opened the file alone. Retention: amounts and days as the file; the words, receipt and reason go with its words.';
comment on column enforcement.vehicle_charge_answer.pence is 'What was asked on that day: paid whole or waived whole; of an answer taken back what it had said.';
comment on column enforcement.vehicle_charge_answer.words is 'How it was counted.';
comment on column enforcement.vehicle_charge_answer.receipt is 'The reference of the payment in the council''s own books.';

do $$
declare
  mine constant text := 'agency_id = (select platform.viewer_agency())';
  roles constant text := 'string_to_array((select platform.viewer_text(''roles'')), '','')';
begin
  alter table enforcement.vehicle_charge_answer enable row level security;
  alter table enforcement.vehicle_charge_answer force row level security;
  create policy vehicle_charge_answer_seed on enforcement.vehicle_charge_answer for all to current_user using (true) with check (true);
  execute format('create policy vehicle_charge_answer_read on enforcement.vehicle_charge_answer for select to bailiwick_ops using (%s and %s && %s)', mine, roles,
    '''{service-officer,trading-standards-investigator,environmental-health-officer,jet-officer,jet-supervisor,community-safety-coordinator,police-partner,partner}''');
  -- Money is taken by whoever acts on the file; waived, and an answer taken back, by whoever answers for it.
  execute format('create policy vehicle_charge_answer_written on enforcement.vehicle_charge_answer for insert to bailiwick_ops with check (%1$s and case action
      when ''record-payment'' then %2$s && %3$s else %2$s && %4$s end)', mine, roles,
    '''{jet-officer,jet-supervisor,community-safety-coordinator,environmental-health-officer}''', '''{jet-supervisor,community-safety-coordinator}''');
end $$;
grant select, insert on enforcement.vehicle_charge_answer to bailiwick_ops;

alter table enforcement.abandoned_document drop constraint abandoned_document_kind;
alter table enforcement.abandoned_document add constraint abandoned_document_kind check (kind in ('vehicle-notice', 'occupier-notice', 'charge-receipt'));

insert into governance.part (kind, position, relation, rows, action, columns)
  select 'abandoned', max(position) + 1, 'enforcement.vehicle_charge_answer', 'abandoned_id = any ($1)', 'empty', '{words,receipt,reason}'
  from governance.part where kind = 'abandoned';
