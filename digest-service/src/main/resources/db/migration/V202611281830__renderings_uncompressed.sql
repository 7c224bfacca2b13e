-- Renderings are written once and read a few times: packing the twelve megabytes of a very large edition costs more than its room.
alter table edition_rendering alter column html set storage external, alter column text set storage external;
