-- How far the reading of a file is, for those who wait for it. Reading ahead makes it a little more than what is
-- in the tables.
alter table input_file add column bytes_read bigint not null default 0;
