-- Who decided what about a held post stays; its text goes after a while.
alter table held_post add column text_deleted_at timestamptz;
create index held_post_decided on held_post (list_id, decided_at desc, id desc) where decision is not null;
create index held_post_text on held_post (list_id, decided_at) where decision is not null and text_deleted_at is null;
