-- Whether the originals of published stories are still where their links lead. A clipping that gets another link has another row; what was
-- known of the old one stays. state follows from the rest: believed only after several looks that agree.
create table watched_link (
    clipping_id bigint      not null references clipping on delete cascade,
    url         text        not null,
    finding     text        not null default 'fine',
    moved_to    text,
    times       int         not null default 0,
    since       timestamptz,
    unsure      int         not null default 0,
    vouched     boolean     not null default false,
    state       text        not null default 'fine',
    due_at      timestamptz not null,
    primary key (clipping_id, url)
);
create index watched_link_due on watched_link (due_at) where not vouched;
create index watched_link_lost on watched_link (state, since desc, clipping_id desc) where state <> 'fine';
