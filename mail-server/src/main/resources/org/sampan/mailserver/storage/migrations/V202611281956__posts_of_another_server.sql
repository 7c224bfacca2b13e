-- Posts that another list server sent long ago; they have no copies of their own.
alter table post add column imported_at timestamptz;
-- Answers that came before what they answer.
create index post_answer on post (list_id, in_reply_to) where in_reply_to is not null;
