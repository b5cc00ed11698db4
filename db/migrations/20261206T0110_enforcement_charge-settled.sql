-- A charge for a removed vehicle may be settled: a part is paid and the rest waived by whoever answers for it; and what was paid may be given back.
alter table enforcement.vehicle_charge_answer add column waived_pence integer;
alter table enforcement.vehicle_charge_answer drop constraint vehicle_charge_answer_action;
alter table enforcement.vehicle_charge_answer add constraint vehicle_charge_answer_action
  check (action in ('record-payment', 'waive', 'settle', 'refund', 'take-back'));
alter table enforcement.vehicle_charge_answer drop constraint vehicle_charge_answer_status;
alter table enforcement.vehicle_charge_answer add constraint vehicle_charge_answer_status
  check (status in ('asked', 'paid', 'waived', 'settled', 'refunded'));
alter table enforcement.vehicle_charge_answer add constraint vehicle_charge_answer_waived
  check ((waived_pence is not null) = (action = 'settle') and waived_pence > 0);
comment on column enforcement.vehicle_charge_answer.pence is 'What was asked on that day: paid whole or waived whole; of a charge that was settled the part that was paid; what was given back; of an answer taken back what it had said.';
comment on column enforcement.vehicle_charge_answer.waived_pence is 'Of a charge that was settled, the rest, which was waived.';
