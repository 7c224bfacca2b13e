-- A batch that would only wait in a long line, or for another day, is not claimed before its time.
alter table delivery_batch add column not_before timestamptz;

create table sending_day (                              -- how much a new sender sent, who may send only so much a day
  day   date primary key,                               -- UTC
  taken bigint not null default 0
);
