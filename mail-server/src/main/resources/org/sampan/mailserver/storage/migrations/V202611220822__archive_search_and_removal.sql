-- What a post is found by: words cut by ICU, positions and weights (A subject, B author, D text); null: not yet read.
alter table post add column search tsvector;
create index post_search on post using gin (search);
create index post_unread on post (received_at desc) where search is null;
create index post_month on post (list_id, received_at);
create index post_author on post (lower(from_email)) where from_email <> '';

create table post_removal (                             -- the trace of what an owner took out of the archive
  id         bigint generated always as identity primary key,
  post_id    text not null references post on delete cascade,
  kind       text not null check (kind in ('redacted', 'removed')),
  removed_by text not null,
  reason     text not null,
  removed_at timestamptz not null
);
create index post_removal_of on post_removal (post_id);

create table feed_token (                               -- a member's own address of a private list's feed
  list_id    bigint not null,
  person_id  bigint not null,
  token_hash bytea not null unique,                     -- SHA-256; the token itself is shown once
  created_at timestamptz not null default now(),
  primary key (list_id, person_id),
  foreign key (list_id, person_id) references subscription on delete cascade
);
