-- A send can be stopped, for a while or for good, by a person or by itself; and its pace is known while it goes on.
alter table delivery
  add column cancelled      integer not null default 0,   -- copies that will never go, since the send was cancelled
  add column halted_at      timestamptz,                  -- when it was paused or cancelled
  add column halted_by      text not null default '',     -- who did; '' : too many refusals
  add column resumed        boolean not null default false, -- by a person, who knows about the refusals
  add column owners_told_at timestamptz,                  -- of a pause for refusals
  add column offered_at     timestamptz,                  -- when every copy had been offered once
  -- Two moments at least five seconds apart, and how many were sent by then: what was sent since is the pace.
  add column pace_from_at   timestamptz,
  add column pace_from_sent integer not null default 0,
  add column pace_at        timestamptz,
  add column pace_sent      integer not null default 0;
create index delivery_halted on delivery (halted_at) where state in ('paused', 'cancelled');
drop index delivery_finished;
create index delivery_finished on delivery (finished_at) where state in ('finished', 'cancelled');

alter table delivery_problem
  drop constraint delivery_problem_status_check,
  add check (status in ('deferred', 'retrying', 'sent', 'failed', 'left', 'cancelled'));
comment on column delivery_batch.outcome is
  'one byte a recipient: 0 open, 1 sent, 2 deferred, 3 failed, 4 left, 5 cancelled';
