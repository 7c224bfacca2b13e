-- A digest only repeats posts: it is sent like one, but neither listed nor counted.
alter table post add column listed boolean not null default true;
