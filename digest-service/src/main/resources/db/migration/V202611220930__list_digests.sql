-- Digests of list traffic: what was gathered for whom, decided on once and then sent.
create table list_digest (
    list       text        not null,
    number     bigint      not null,        -- of the list's digests; the Message-ID is made of it
    mode       text        not null,
    weekly     boolean     not null,
    zones      text[]      not null,        -- of the readers, as they gave them; '' for who gave none
    since      timestamptz not null,        -- not including it
    until      timestamptz not null,
    occasion   text        not null,        -- what all digests of one issue share
    volume     int         not null,
    issue      int         not null,
    planned_at timestamptz not null,
    sent_at    timestamptz,
    refusal    text,
    primary key (list, number)
);
create index list_digest_unsent on list_digest (planned_at) where sent_at is null and refusal is null;
create index list_digest_occasion on list_digest (list, weekly, occasion);

create table list_digest_cover (            -- up to when readers have had everything
    list          text        not null,
    mode          text        not null,
    zone          text        not null,
    covered_until timestamptz not null,
    primary key (list, mode, zone)
);
