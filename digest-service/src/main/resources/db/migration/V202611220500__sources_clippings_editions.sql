create table source (
    id                bigint generated always as identity primary key,
    url               text        not null unique,
    name              text        not null,
    kind              text,
    categories        jsonb       not null default '{}',
    state             text        not null default 'new' check (state in ('new', 'ok', 'ailing')),
    added_at          timestamptz not null default now(),
    last_collected_at timestamptz,
    last_problem      text,
    etag              text,
    last_modified     text
);

-- What was declared in a file and made at first start: made once, so that what was removed stays removed.
create table declared (
    what    text primary key,
    made_at timestamptz not null default now()
);

create table clipping (
    id           bigint generated always as identity primary key,
    title        text        not null,
    title_key    text        not null,
    kind         text        not null,
    published_at timestamptz not null,
    byline       text,
    outlet       text,
    language     text        not null,
    country      text,
    link         text,
    html         text        not null,
    summary      text        not null,
    collected_at timestamptz not null,
    omitted      boolean     not null default false,
    edited       boolean     not null default false
);
create index clipping_newest on clipping (published_at desc, id desc);
create index clipping_title on clipping (title_key);
create index clipping_link on clipping (link);

-- Where a clipping was met: one row for each item of each source. Provenance outlives the source.
create table clipping_origin (
    source_url  text        not null,
    item        text        not null,
    clipping_id bigint      not null references clipping on delete cascade,
    link        text,
    guid        text,
    fingerprint text        not null,
    seen_at     timestamptz not null,
    primary key (source_url, item)
);
create index clipping_origin_clipping on clipping_origin (clipping_id);
create index clipping_origin_link on clipping_origin (link);
create index clipping_origin_guid on clipping_origin (guid);

create table edition (
    series       text        not null,
    number       int         not null check (number > 0),
    title        text        not null,
    since        timestamptz not null,
    until        timestamptz not null,
    introduction text,
    state        text        not null check (state in ('compiled', 'rendered', 'sent', 'published')),
    dated_at     timestamptz not null,
    sent_at      timestamptz,
    published_at timestamptz,
    primary key (series, number),
    unique (series, since, until)
);

create table edition_item (
    series      text   not null,
    number      int    not null,
    kind        text   not null,
    position    int    not null,
    clipping_id bigint not null references clipping,
    primary key (series, number, kind, position),
    foreign key (series, number) references edition on delete cascade,
    -- A clipping appears in one edition of a series only.
    unique (series, clipping_id)
);

create table edition_rendering (
    series   text not null,
    number   int  not null,
    language text not null,
    position int  not null,
    subject  text not null,
    html     text not null,
    text     text not null,
    primary key (series, number, language),
    foreign key (series, number) references edition on delete cascade
);
