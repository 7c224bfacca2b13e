-- A post may be for those an earlier one was sent to, wherever they are now, and may go at an hour of each reader's own day.
alter table delivery
  add column follows bigint,                              -- the delivery whose readers get this one too, on the list or not
  add column timed   boolean not null default false;      -- some of its batches have a due time
comment on column delivery_batch.outcome is
  'one byte a recipient: 0 open, 1 sent, 2 deferred, 3 failed, 4 left, 5 cancelled, 6 gets it through another list';

-- Waiting batches stand in an index of their own, so that those who look for work never read over them.
alter table delivery_batch
  add column due_at timestamptz,                          -- not before; null: at once
  drop constraint delivery_batch_state_check,
  add check (state in ('waiting', 'ready', 'leased', 'done'));
drop index delivery_batch_claimable;
create index delivery_batch_claimable on delivery_batch (turn, id) where state in ('ready', 'leased');
create index delivery_batch_due on delivery_batch (due_at) where state = 'waiting';
