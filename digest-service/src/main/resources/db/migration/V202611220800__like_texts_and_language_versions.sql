-- Sketches of texts, by which nearly the same story is found (MinHash bands).
create table clipping_band (
    band        bigint not null,
    clipping_id bigint not null references clipping on delete cascade,
    primary key (band, clipping_id)
);
create index clipping_band_clipping on clipping_band (clipping_id);

-- What each source of a story met more than once said itself, so that a wrong merge can be undone.
create table clipping_wording (
    source_url   text        not null,
    item         text        not null,
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
    primary key (source_url, item),
    foreign key (source_url, item) references clipping_origin on delete cascade
);

-- Clippings that are one document in several languages: those of one document number.
create sequence clipping_document;
create table clipping_version (
    clipping_id bigint primary key references clipping on delete cascade,
    document    bigint not null
);
create index clipping_version_document on clipping_version (document);
