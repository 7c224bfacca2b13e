create table statement (
    id          bigint generated always as identity primary key,
    subject     text        not null,
    language    text        not null,
    body        text        not null,
    fingerprint text        not null unique,
    created_at  timestamptz not null
);

create table statement_attachment (
    statement_id bigint not null references statement on delete cascade,
    position     int    not null,
    name         text   not null,
    type         text   not null,
    bytes        bytea  not null,
    primary key (statement_id, position)
);

create table statement_list (
    statement_id bigint not null references statement on delete cascade,
    list         text   not null,
    position     int    not null,
    sent_at      timestamptz,
    refusal      text,
    primary key (statement_id, list)
);
create index statement_list_unsent on statement_list (statement_id) where sent_at is null and refusal is null;
