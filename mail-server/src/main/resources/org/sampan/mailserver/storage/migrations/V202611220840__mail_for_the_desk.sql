-- Mail for the newsroom's desk, until digest-service has taken it.
create table mailbox_message (
  id          bigint generated always as identity primary key,
  mailbox     text not null,
  sha256      bytea not null,                            -- of the message: the same mail again is kept once
  received_at timestamptz not null,
  from_email  text,
  account     text,                                      -- who had logged in
  subject     text not null,
  bytes       bigint not null,
  message     bytea not null,
  unique (mailbox, sha256)
);
