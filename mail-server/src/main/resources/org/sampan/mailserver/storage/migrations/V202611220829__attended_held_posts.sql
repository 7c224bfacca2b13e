-- A held post has a number for links, decisions of two more kinds, and a next step: a reminder, the next moderator, its end.
alter table held_post
  add column number       bigint generated always as identity unique,
  add column steps        integer not null default 0,  -- how often its moderators were asked, the first time included
  add column next_step_at timestamptz,                 -- null: not reckoned yet
  add column told_author_at timestamptz,               -- of a rejection, or that nobody decided
  drop constraint held_post_decision_check,
  add check (decision in ('approved', 'accepted', 'rejected', 'discarded', 'expired'));
create index held_post_next_step on held_post (next_step_at) where decision is null;
create index held_post_untold on held_post (decided_at) where decision in ('rejected', 'expired') and told_author_at is null;
drop index held_post_to_release;
create index held_post_to_release on held_post (decided_at) where decision in ('approved', 'accepted') and released_at is null;
update held_post set told_author_at = decided_at where decision = 'rejected';

create table accepted_sender (                         -- whose posts need no moderator, though not on the list
  list_id     bigint not null references mailing_list on delete cascade,
  email       text not null,
  accepted_at timestamptz not null default now(),
  primary key (list_id, email)
);
