-- Why: a penalty's papers are kept as Word files beside the PDFs, as those of every other procedure are, so that a council can put one on
-- its own paper. What was kept before stays what it is, a PDF.
-- Locks: penalty_document, for as long as its rows take to be indexed anew. Takes: seconds on a million rows.
alter table enforcement.penalty_document add column format text not null default 'pdf'
  constraint penalty_document_format check (format in ('pdf', 'docx'));
alter table enforcement.penalty_document drop constraint penalty_document_version_key;
alter table enforcement.penalty_document add constraint penalty_document_version_key unique (penalty_id, kind, version, format);
comment on column enforcement.penalty_document.format is 'What kind of file the bytes are.';
