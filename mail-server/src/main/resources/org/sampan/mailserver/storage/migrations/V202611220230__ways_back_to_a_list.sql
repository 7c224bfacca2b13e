-- Who left gets a link that takes it back, with what the subscription was.
alter table confirmation
  add column kind text not null default 'join' check (kind in ('join', 'return')),
  add column mode text not null default 'each' check (mode in ('each', 'digest', 'none')),
  add column moderated boolean not null default false,
  drop constraint confirmation_list_id_email_key,
  add unique (list_id, email, kind);
create index confirmation_expiring on confirmation (expires_at);

create table automatic_answer (                         -- whom the system wrote to by itself, so that it does not do so too often
  list_id bigint not null references mailing_list on delete cascade,
  email   text not null,
  kind    text not null,
  sent_at timestamptz not null,
  primary key (list_id, email, kind)
);
create index automatic_answer_of_person on automatic_answer (email, kind);
create index automatic_answer_sent on automatic_answer (sent_at);
