alter table edition_rendering add column preface text not null default '';
