-- Why: why a link is there stood nowhere; whoever looked at a chart had to read the item for it.
-- Locks: intelligence.link for an instant: the column has a constant. Takes: milliseconds. It goes and is shut with its link.
alter table intelligence.link add column note text not null default '' constraint link_note_length check (length(note) <= 300);
comment on column intelligence.link.note is 'Why the link is there, in a line of whoever confirmed it; empty where they said nothing.';
