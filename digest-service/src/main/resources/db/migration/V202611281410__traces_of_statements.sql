-- By what a text of ours is known again inside another; for whoever wants to check a mail.
create table statement_trace (
    trace        bigint not null,
    statement_id bigint not null references statement on delete cascade,
    number       int    not null,
    language     text   not null,
    of           int    not null,  -- how many traces the whole text has
    primary key (trace, statement_id, number, language)
);
alter table statement_version add column traced boolean not null default false;
create index statement_version_untraced on statement_version (statement_id, number) where not traced and begun_at is not null;
create index statement_version_files on statement_version using gin ((content -> 'files') jsonb_path_ops);
