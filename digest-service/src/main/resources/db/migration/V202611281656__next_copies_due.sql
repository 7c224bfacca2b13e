-- When the next copies go of those that wait for an hour of their readers' day.
alter table edition_delivery add column next_due_at timestamptz;
