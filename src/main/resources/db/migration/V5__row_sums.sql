-- What the kept rows of each file add up to, by bucket: a row that was damaged, lost or doubled since is
-- noticed whenever rows are read. Two more letters: p for problems, h for what is known of the file itself.

create table row_sum (
  file_no   integer not null,
  bucket    char(1) not null,
  rows_kept bigint  not null,
  total     bigint  not null,
  primary key (file_no, bucket)
);

-- Files that were read before have no sums. The archive has the files: they are read again.
delete from row_problem;
delete from row_key;
delete from source_row;
delete from read_sheet;
delete from read_remark;
delete from read_file;
