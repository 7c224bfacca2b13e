-- Why a clipping was taken down, for good, and by what it is known when a source offers it again: never by its text.
create table takedown (
    clipping_id bigint      primary key references clipping,
    reason      text        not null,
    taken_by    text        not null,
    taken_at    timestamptz not null,
    title_md5   text,
    least       bigint[]
);
create index takedown_title on takedown (title_md5);
