-- Answers that came back corrected: which list each corrects, and which row of it each row is.

alter table read_file add column base char(64);
alter table read_file add column base_receipt bigint;

create table row_key (
  file_no    integer not null,
  sheet_no   integer not null,
  row_no     integer not null,
  base_sheet text    not null,
  base_row   integer not null,
  primary key (file_no, sheet_no, row_no)
);
