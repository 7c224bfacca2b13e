-- Owners look for members by a part of address, name or organisation, and choose by country, organisation, mode and trouble.
alter table person
  add column search text not null generated always as (lower(email || ' ' || name || ' ' || organisation)) stored;
create index person_country on person (country) where country <> '';
create index person_organisation on person (organisation) where organisation <> '';
create index person_scored on person (email) where bounce_score > 0;
create index person_paused on person (email) where paused_until is not null;
create index subscription_mode on subscription (list_id, mode, person_id) where mode <> 'each';
create index subscription_suspended on subscription (list_id, person_id) where state = 'suspended';
create index subscription_moderated on subscription (list_id, person_id) where moderated;
create index list_steward_email on list_steward (email);
