-- What is still to be done for a held post is kept beside it, so that a crash leaves nothing out.
alter table held_post add notified_at timestamptz;   -- when the moderators' notices were written
alter table held_post add released_at timestamptz;   -- when an approved post was back on the spool
create index held_post_to_release on held_post (decided_at) where decision = 'approved' and released_at is null;
