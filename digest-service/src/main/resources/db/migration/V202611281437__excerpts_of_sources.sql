-- How many letters of a text a source lets be printed; null: as many as are wanted.
alter table source add column excerpt int check (excerpt between 40 and 2000);
-- What each source has given lately.
create index clipping_origin_seen on clipping_origin (seen_at, source_url);
