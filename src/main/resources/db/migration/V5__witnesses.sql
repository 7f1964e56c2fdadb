-- What outside witnesses have signed of a log's checkpoints.
create table responselog.cosignature (
  organisation text not null,
  witness text not null,            -- a vkey: C2SP signed-note
  size bigint not null,             -- of the checkpoint
  line text not null,               -- that follows the checkpoint's own signature, with its newline: C2SP tlog-cosignature
  primary key (organisation, witness, size)
);
create index on responselog.cosignature (organisation, size);

-- Who is asked, as the log's entries say it: a row for each time that it changed, the latest number counts.
create table responselog.witnesses (
  organisation text not null,
  number int not null,              -- from 1
  keys text[] not null,
  primary key (organisation, number)
);

create view site.cosignature as select organisation, witness, size, line from responselog.cosignature;
