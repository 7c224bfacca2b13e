-- The tables of spring-session-jdbc, by its own names: sessions are shared by all web nodes.
create table spring_session (
    primary_id            char(36)     not null primary key,
    session_id            char(36)     not null unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(320)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

create table sign_in_link (
    token_hash bytea       not null primary key,
    email      text        not null,
    next_path  text        not null,
    expires_at timestamptz not null
);
create index sign_in_link_expiry on sign_in_link (expires_at);
