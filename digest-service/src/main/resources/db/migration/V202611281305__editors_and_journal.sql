create table editor (
    email    text        primary key,
    added_by text        not null,
    added_at timestamptz not null
);

-- Who did what in the newsroom, for good. What can be taken back keeps what was before it.
create table deed (
    id        bigint      generated always as identity primary key,
    at        timestamptz not null,
    actor     text        not null,
    kind      text        not null,            -- of the subject: clipping, edition, statement …
    key       text        not null,            -- which one
    what      text        not null,
    detail    text        not null,
    before    text,
    undone_by bigint      references deed
);
create index deed_subject on deed (kind, key, id desc);
