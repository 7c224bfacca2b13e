-- Of this the codes at the end of statements' mails are made. Nobody ever sees it; the program makes it.
create table statement_check_key (
    one boolean primary key default true check (one),
    key bytea   not null
);

-- By list: looking for a text never touches what went only to lists that whoever asks may not know of.
drop table statement_trace;
create table statement_trace (
    list         text   not null,
    trace        bigint not null,
    statement_id bigint not null references statement on delete cascade,
    number       int    not null,
    language     text   not null,
    of           int    not null,  -- how many traces the whole text has
    primary key (list, trace, statement_id, number, language)
);
create table statement_file_trace (
    list         text   not null,
    sha256       text   not null,
    statement_id bigint not null references statement on delete cascade,
    number       int    not null,
    primary key (list, sha256, statement_id, number)
);
drop index statement_version_files;
update statement_version set traced = false;  -- taken anew within half a minute
