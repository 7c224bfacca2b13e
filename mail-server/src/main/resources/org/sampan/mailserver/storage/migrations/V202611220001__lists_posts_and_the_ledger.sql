-- Lists and who is on them ------------------------------------------------------------------

create table mailing_list (
  id          bigint generated always as identity primary key,
  address     text not null unique,                     -- lower case: members@lists.example
  name        text not null,
  description text not null default '',
  visibility  text not null check (visibility in ('public', 'private')),
  joining     text not null check (joining in ('open', 'confirm', 'closed')),
  posting     text not null check (posting in ('members', 'secretariat')),
  subject_tag text not null default '',
  language    text not null default 'en',
  max_bytes   bigint not null,
  created_at  timestamptz not null default now()
);

create table list_steward (                             -- who is asked and told; need not be a member
  list_id bigint not null references mailing_list on delete cascade,
  email   text not null,
  role    text not null check (role in ('owner', 'moderator')),
  primary key (list_id, email, role)
);

create table banned_sender (
  list_id bigint not null references mailing_list on delete cascade,
  email   text not null,
  primary key (list_id, email)
);

create table person (
  id             bigint generated always as identity primary key,
  email          text not null unique,                  -- lower case; the address as the person wrote it is in written_as
  written_as     text not null,
  domain         text not null generated always as (split_part(email, '@', 2)) stored,
  name           text not null default '',
  organisation   text not null default '',
  country        text not null default '',
  language       text not null default '',              -- '' : the list's
  timezone       text not null default '',
  bounce_score   real not null default 0,
  last_bounce_at timestamptz,
  created_at     timestamptz not null default now()
);

create table subscription (
  list_id   bigint not null references mailing_list on delete cascade,
  person_id bigint not null references person on delete cascade,
  mode      text not null default 'each' check (mode in ('each', 'digest', 'none')),
  state     text not null default 'active' check (state in ('active', 'suspended')),
  moderated boolean not null default false,
  consent   text not null,                              -- how: mail, web, import, owner
  joined_at timestamptz not null default now(),
  primary key (list_id, person_id)
);
create index subscription_of_person on subscription (person_id);

create table confirmation (                             -- a join that waits for its link
  token_hash bytea primary key,                         -- SHA-256; the token itself is only in the mail
  list_id    bigint not null references mailing_list on delete cascade,
  email      text not null,
  name       text not null default '',
  language   text not null default '',
  consent    text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  unique (list_id, email)                               -- one pending confirmation an address
);

create table secret (                                   -- keys of VERP addresses and leave links
  name  text primary key,
  value bytea not null
);

create table account (                                  -- SMTP AUTH
  address    text primary key,
  password   text not null,                             -- a salted, slow hash
  created_at timestamptz not null default now()
);

-- Posts -------------------------------------------------------------------------------------

create table post (
  id          text primary key,                         -- PostId: from list and Message-ID, so known before it is stored
  list_id     bigint not null references mailing_list on delete cascade,
  message_id  text not null,
  in_reply_to text,
  thread_id   text not null,                            -- id of the first post of the thread
  from_email  text not null,
  from_name   text not null,
  subject     text not null,
  bytes       bigint not null,
  received_at timestamptz not null,
  expires_at  timestamptz,
  received    bytea not null,                           -- as received
  fanned_out_at timestamptz,
  unique (list_id, message_id)
);
create index post_newest on post (list_id, received_at desc, id desc);
create index post_thread on post (thread_id, received_at);

create table post_variant (                             -- as sent, one a language; '' when there is but one
  post_id  text not null references post on delete cascade,
  language text not null,
  message  bytea not null,
  primary key (post_id, language)
);

create table held_post (
  id               text primary key,                    -- the PostId it will have
  list_id          bigint not null references mailing_list on delete cascade,
  message_id       text not null,
  envelope_sender  text not null,                       -- '' for the null sender
  authenticated_as text,
  from_email       text not null,
  subject          text not null,
  reason           text not null,
  bytes            bigint not null,
  message          bytea not null,
  held_at          timestamptz not null default now(),
  decision         text check (decision in ('approved', 'rejected', 'discarded')),
  decided_by       text,
  decided_at       timestamptz,
  decision_reason  text,
  unique (list_id, message_id)
);
create index held_post_open on held_post (list_id, held_at) where decision is null;

-- The delivery ledger -----------------------------------------------------------------------

create table delivery (                                 -- one message on its way to 1..n recipients
  id              bigint generated always as identity primary key,
  post_id         text unique references post on delete cascade,   -- null: a notice
  list_id         bigint references mailing_list on delete cascade,
  recipient       text,                                 -- a notice's one address; null: batches name persons
  envelope_sender text not null,                        -- may hold the marker; '' : the null sender
  marker          text not null,                        -- what the variable pieces of the variants begin with; '' : none
  fallback        text not null default '',             -- language of the variant for readers of none of them
  recipients      integer not null,
  sent            integer not null default 0,
  deferred        integer not null default 0,           -- now waiting to be tried again
  failed          integer not null default 0,
  left_before     integer not null default 0,           -- left the list before their copy went
  state           text not null default 'active' check (state in ('active', 'paused', 'cancelled', 'finished')),
  created_at      timestamptz not null default now(),
  started_at      timestamptz,
  finished_at     timestamptz,
  expires_at      timestamptz not null
) with (fillfactor = 50);                               -- the counters change many times in place
create index delivery_unfinished on delivery (id) where state <> 'finished';
create index delivery_finished on delivery (finished_at) where state = 'finished';

create table delivery_variant (                         -- what goes on the wire, one a language; gone when finished
  delivery_id bigint not null references delivery on delete cascade,
  language    text not null,
  message     bytea not null,                           -- CRLF, with markers; neither dot-stuffed nor ended
  primary key (delivery_id, language)
);

create table delivery_batch (
  id          bigint generated always as identity primary key,
  delivery_id bigint not null references delivery on delete cascade,
  turn        integer not null,                         -- 0, 1, 2 … within the delivery: low turns of all deliveries go first
  recipients  bigint[] not null,                        -- persons by domain; {0}: the delivery's own recipient
  outcome     bytea not null,                           -- one byte a recipient: 0 open, 1 sent, 2 deferred, 3 failed, 4 left
  state       text not null default 'ready' check (state in ('ready', 'leased', 'done')),
  leased_by   text,
  lease_until timestamptz
) with (fillfactor = 50);
-- Out of line, so that writing an outcome copies some hundred bytes and not the recipients.
alter table delivery_batch alter column recipients set storage external;
create index delivery_batch_claimable on delivery_batch (turn, id) where state <> 'done';
create index delivery_batch_of on delivery_batch (delivery_id);

create table delivery_problem (                         -- only for what did not go at once
  delivery_id     bigint not null references delivery on delete cascade,
  person_id       bigint not null,                      -- 0: the delivery's own recipient
  domain          text not null,
  status          text not null check (status in ('deferred', 'retrying', 'sent', 'failed', 'left')),
  attempts        integer not null,
  first_at        timestamptz not null default now(),
  next_attempt_at timestamptz,
  leased_by       text,
  lease_until     timestamptz,
  last_reply      text not null,                        -- the other server's own words
  primary key (delivery_id, person_id)
);
create index delivery_problem_due on delivery_problem (next_attempt_at) where status in ('deferred', 'retrying');
