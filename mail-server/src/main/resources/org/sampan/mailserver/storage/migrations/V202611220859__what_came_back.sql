create table bounce (                                   -- what came back from whose address
  id          bigint generated always as identity primary key,
  person_id   bigint not null references person on delete cascade,
  list_id     bigint not null references mailing_list on delete cascade,
  delivery_id bigint not null,                          -- the ledger forgets sooner than this table
  kind        text not null check (kind in ('hard', 'soft', 'full', 'policy', 'spam', 'content')),
  status      text not null,
  reply       text not null,                            -- the other server's own words
  provider    text not null,                            -- whose server refused: an organisation's domain
  weight      real not null default 0,                  -- what it added to the score
  excused     boolean not null default false,           -- one of a storm: counts nothing
  at          timestamptz not null,
  unique (delivery_id, person_id)                       -- one copy comes back once
);
create index bounce_of_person on bounce (person_id, at desc);
create index bounce_of_storm on bounce (delivery_id, provider, kind);
create index bounce_old on bounce (at);

create table bounce_storm (                             -- one provider refused one post to many: that says nothing of the readers
  provider    text not null,
  delivery_id bigint not null,
  kind        text not null,
  at          timestamptz not null,
  primary key (provider, delivery_id, kind)
);

create table bounce_case (                              -- a subscription whose address is in trouble
  list_id   bigint not null,
  person_id bigint not null,
  stage     text not null check (stage in ('warned', 'probed', 'suspended')),
  since     timestamptz not null,
  probe     bigint not null default 0,                  -- the probe's delivery
  reply     text not null,
  due       timestamptz not null,                       -- when it is looked at again
  primary key (list_id, person_id),
  foreign key (list_id, person_id) references subscription on delete cascade
);
create index bounce_case_due on bounce_case (due);
create index bounce_case_probe on bounce_case (probe) where stage = 'probed';

create table bounce_event (                             -- what was done, for the owners' weekly mail
  id        bigint generated always as identity primary key,
  list_id   bigint not null references mailing_list on delete cascade,
  person_id bigint not null references person on delete cascade,
  what      text not null check (what in ('suspended', 'resumed', 'removed', 'complained')),
  reply     text not null,
  at        timestamptz not null
);
create index bounce_event_of_list on bounce_event (list_id, at);

create table bounce_summary (                           -- when a list's owners were last written to
  list_id bigint primary key references mailing_list on delete cascade,
  sent_at timestamptz not null
);
