-- Who let somebody in or did not, and when.
create table admission (
  id         bigint generated always as identity primary key,
  list_id    bigint not null references mailing_list on delete cascade,
  email      text not null,
  written_as text not null,
  name       text not null default '',
  asked_at   timestamptz not null,
  decision   text not null check (decision in ('admitted', 'refused')),
  decided_by text not null,
  decided_at timestamptz not null,
  reason     text not null default ''                     -- what a refused one was told
);
create index admission_of_list on admission (list_id, decided_at desc, id desc);
create index admission_of_person on admission (email);
