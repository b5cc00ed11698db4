-- Why: who went along on a visit to premises, and which officer-safety screen was made of them last, go when the visit or the premises are let go.
-- Locks: none. Takes: milliseconds.
insert into governance.part (kind, position, relation, rows, action, columns) values
  ('inspection-visit', 3, 'inspection.visit_company', 'visit_id = any ($1)', 'delete', '{}'),
  ('premises', 18, 'inspection.visit_company', 'visit_id in (select v.id from inspection.visit v where v.premises_id = any ($1))', 'delete', '{}'),
  ('premises', 19, 'inspection.premises_screen', 'premises_id = any ($1)', 'delete', '{}');
