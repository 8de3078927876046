-- From here on the values of rows are sealed (AES-GCM, bound to their place). What was kept in the
-- clear is forgotten: the next run reads it again from the archive.

truncate table source_row;
truncate table row_problem;
truncate table read_remark;
truncate table read_sheet;
truncate table row_key;
delete from read_file;

-- Names the key with which the rows are sealed.
create table index_seal (
  fingerprint char(32) primary key
);
