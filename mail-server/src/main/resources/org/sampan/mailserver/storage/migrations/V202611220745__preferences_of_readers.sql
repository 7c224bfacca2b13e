-- How posts come: each, gathered daily or weekly (MIME or plain), titles only, or not at all.
alter table subscription drop constraint subscription_mode_check;
update subscription set mode = 'daily' where mode = 'digest';
alter table subscription add constraint subscription_mode_check
  check (mode in ('each', 'daily', 'daily-plain', 'weekly', 'weekly-plain', 'titles', 'none'));
alter table confirmation drop constraint confirmation_mode_check;
update confirmation set mode = 'daily' where mode = 'digest';
alter table confirmation add constraint confirmation_mode_check
  check (mode in ('each', 'daily', 'daily-plain', 'weekly', 'weekly-plain', 'titles', 'none'));

-- What a person chose for all lists.
alter table person
  add column paused_until        timestamptz,                      -- nothing is delivered before
  add column text_only           boolean not null default false,
  add column own_copy            boolean not null default true,
  add column skip_when_addressed boolean not null default false;   -- no copy when already in To or Cc
create index person_text_only on person (id) where text_only;

create table person_address (                             -- where else a person writes from; confirmed, posts go to person.email
  email        text primary key,                          -- lower case
  written_as   text not null,
  person_id    bigint not null references person on delete cascade,
  confirmed_at timestamptz not null default now()
);
create index person_address_of on person_address (person_id);

create table former_person (                              -- leave links of old mails name persons that became one with another
  id        bigint primary key,
  person_id bigint not null references person on delete cascade
);
create index former_person_of on former_person (person_id);

-- A delivery may have each variant once more, as plain text.
alter table delivery_variant
  add column text_only boolean not null default false,
  drop constraint delivery_variant_pkey,
  add primary key (delivery_id, language, text_only);
