-- Where a clipping stands with the newsroom, and what it is found by.
alter table clipping
    add column used          boolean not null default false, -- an edition carries it, be it a draft
    add column taken_down_at timestamptz;
update clipping set used = true where id in (select clipping_id from edition_item);
alter table clipping add column state text not null generated always as (
    case when taken_down_at is not null then 'taken-down'
         when omitted then 'omitted'
         when used then 'used'
         else 'new' end) stored;

-- The desk filters and counts out of this index alone: a clipping itself is wide.
create index clipping_desk on clipping (published_at desc, id desc)
    include (state, kind, country, language, topics);
drop index clipping_newest;
drop index clipping_topics;

create index edition_item_clipping on edition_item (clipping_id);
create index clipping_origin_source on clipping_origin (source_url, clipping_id);

-- Words of title, credits and text, cut by ICU; a table of its own, since they are as long as the text.
create table clipping_words (
    clipping_id bigint   primary key references clipping on delete cascade,
    words       tsvector not null
);
create index clipping_words_found on clipping_words using gin (words);
