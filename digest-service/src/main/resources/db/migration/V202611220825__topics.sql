alter table clipping add column topics text[] not null default '{}';
alter table clipping_wording add column topics text[] not null default '{}';
create index clipping_topics on clipping using gin (topics);
