-- Who came on a list and went, a row an event, so that nobody waits for anybody; summed up by day afterwards.
create table roster_change (
  id      bigint generated always as identity primary key,
  list_id bigint not null references mailing_list on delete cascade,
  day     date not null,                                -- UTC
  joined  bigint not null default 0,
  gone    bigint not null default 0
);
create index roster_change_of_list on roster_change (list_id, day);

-- A trigger, because people come and go in a dozen ways, and each of them has to count.
create function note_roster_change() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'INSERT' then
    insert into roster_change (list_id, day, joined)
    select c.list_id, (now() at time zone 'UTC')::date, count(*) from changed c group by c.list_id;
  else
    insert into roster_change (list_id, day, gone)
    select c.list_id, (now() at time zone 'UTC')::date, count(*) from changed c
    where exists (select from mailing_list l where l.id = c.list_id)    -- else the list itself goes
    group by c.list_id;
  end if;
  return null;
end $$;
create trigger roster_grows after insert on subscription referencing new table as changed
  for each statement execute function note_roster_change();
create trigger roster_shrinks after delete on subscription referencing old table as changed
  for each statement execute function note_roster_change();

-- What was sent on a day and what came back: counted anew while it can change, and kept when the ledger is forgotten.
create table list_day (
  list_id  bigint not null references mailing_list on delete cascade,
  day      date not null,                               -- UTC; of a copy: the day its post was sent out
  sent     bigint not null,
  deferred bigint not null,                             -- still to be tried again
  failed   bigint not null,
  bounced  bigint not null,
  primary key (list_id, day)
);
create index delivery_day on delivery (list_id, created_at) where post_id is not null;
create index bounce_of_list on bounce (list_id, at);

-- What can be known of the time before.
insert into roster_change (list_id, day, joined)
select list_id, (joined_at at time zone 'UTC')::date, count(*) from subscription group by 1, 2;

insert into roster_change (list_id, day, gone)
select list_id, (at at time zone 'UTC')::date, count(*)
from (select list_id, left_at as at from departure
  union all select list_id, at from bounce_event where what in ('removed', 'complained')) gone
group by 1, 2;

insert into list_day (list_id, day, sent, deferred, failed, bounced)
select list_id, day, sum(sent), sum(deferred), sum(failed), sum(bounced)
from (select list_id, (created_at at time zone 'UTC')::date as day, sent, deferred, failed, 0 as bounced
    from delivery where post_id is not null and list_id is not null
  union all select list_id, (at at time zone 'UTC')::date, 0, 0, 0, 1 from bounce) what
group by 1, 2;
