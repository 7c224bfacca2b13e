-- When an edition that carries it was first published: from then on everybody may read it.
alter table clipping add column shown_at timestamptz;
update clipping c set shown_at = first.at from (
    select i.clipping_id, min(e.published_at) as at from edition_item i join edition e using (series, number)
    where e.state = 'published' group by i.clipping_id) first
where first.clipping_id = c.id;

-- Pages and feeds by kind, topic, country and language choose and order by this index alone.
create index clipping_shown on clipping (shown_at desc, published_at desc, id desc)
    include (state, kind, country, language, topics) where shown_at is not null;
