-- A line that is shown with each item of a source: whose it is, under which licence.
alter table source add column rights text check (char_length(rights) <= 200);
-- What a removed source allowed: its items stay, and so do its terms.
create table former_source (
    url     text primary key,
    excerpt int,
    rights  text
);
