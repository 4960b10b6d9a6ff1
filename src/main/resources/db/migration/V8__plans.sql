-- Plans: what a rerun would post, as a document to be approved and applied (rules.md 8). The document is a file;
-- what is kept here lets Tieout know it again and tell what has moved since.

create table plan (
    run_no          int         not null primary key references run,
    file            text        not null,
    fingerprint     text        not null,
    made_at         timestamptz not null,
    document_sha256 text        unique,
    entries         bigint,
    entries_sha256  text,
    applied_by      int         references run,
    check ((document_sha256 is null) = (entries is null) and (entries is null) = (entries_sha256 is null))
);
comment on table plan is 'one row a run of kind plan';
comment on column plan.file is 'where its document was written';
comment on column plan.fingerprint is 'what it saw of everything its answers depend on, as JSON';
comment on column plan.document_sha256 is 'of the document''s bytes; null until it is written';
comment on column plan.entries_sha256 is 'of the entries that it would post, in canonical form (files.md, Plans)';
comment on column plan.applied_by is 'the last run that set out to apply it; it has, if that run has posted';

grant select, insert, update on plan to tieout_app;
