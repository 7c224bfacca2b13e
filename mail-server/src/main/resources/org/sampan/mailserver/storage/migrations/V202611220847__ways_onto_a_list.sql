-- What waits for its reader: also invitations, further addresses, and changes of address that both addresses confirm.
alter table confirmation
  drop constraint confirmation_kind_check,
  add constraint confirmation_kind_check check (kind in ('join', 'return', 'invitation', 'address', 'move-old', 'move-new')),
  add column other        text not null default '',       -- the address it is about beside the one it was mailed to
  add column visitor      text not null default '',       -- where the wish came from, where the operator keeps that
  add column words        text not null default '',       -- version of the text that was agreed to
  add column confirmed_at timestamptz;                    -- one half of a change of address

create table waiting_join (                               -- who wants to be let in by a moderator
  id         bigint generated always as identity primary key,
  list_id    bigint not null references mailing_list on delete cascade,
  email      text not null,
  written_as text not null,
  name       text not null default '',
  language   text not null default '',
  consent    text not null,
  visitor    text not null default '',
  words      text not null default '',
  asked_at   timestamptz not null,
  unique (list_id, email)
);

create table join_attempt (                               -- what strangers ask in others' names must not become a flood
  id       bigint generated always as identity primary key,
  list_id  bigint not null references mailing_list on delete cascade,
  email    text not null,
  network  text not null default '',                      -- forgotten after a day
  mailed   boolean not null default false,                -- a confirmation went out that was not answered yet
  asked_at timestamptz not null
);
create index join_attempt_network on join_attempt (network, asked_at) where network <> '';
create index join_attempt_email on join_attempt (email) where mailed;
create index join_attempt_asked on join_attempt (asked_at);

create table consent (                                    -- when, how and from where somebody agreed, and to which words
  list_id   bigint not null,
  person_id bigint not null,
  how       text not null,
  agreed_at timestamptz not null,
  visitor   text not null default '',
  words     text not null default '',
  primary key (list_id, person_id),
  foreign key (list_id, person_id) references subscription on delete cascade on update cascade
);

create table consent_words (                              -- what stood in the mail or on the page
  version  text primary key,                              -- kind, language, first digits of SHA-256
  words    text not null,
  first_at timestamptz not null default now()
);

create table departure (                                  -- that somebody left, not who
  id      bigint generated always as identity primary key,
  list_id bigint not null references mailing_list on delete cascade,
  left_at timestamptz not null,
  reason  text not null default ''
);
create index departure_of_list on departure (list_id, left_at);
