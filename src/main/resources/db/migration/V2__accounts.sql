-- What was confided has its note beside it: it stays when the words go, and no row tells more of it than the text's own.
alter table confidential.text add column note bytea; -- what its commitment is, sealed alike; null: a copy, or an answer

-- Nobody puts a key into the log that stands there under another name.
alter table confidential.statement_key add unique (organisation, vkey);

-- Up to which size of the tree focal points have accounted, in statements that stand in the log or get there at the next slot.
create table confidential.statement (
  organisation text not null,
  size bigint not null,
  primary key (organisation, size)
);

-- Up to where the log can be accounted for: the latest tree signed before the first quarter of which a text still waits, or that
-- is not over.
create or replace function confidential.decided(home text) returns bigint language sql stable security definer
set search_path = '' as $$
  select coalesce(max(c.size), 0) from responselog.checkpoint c
  where c.organisation = home and c.size <= (
    select min(e.index) from responselog.entry e
    where e.organisation = home and e.type = 'committed' and e.day >= date_trunc('quarter', coalesce(
      (select min(p.day) from intake.part p
       left join intake.given g on g.organisation = p.organisation and g.feedback = p.feedback
       where p.organisation = home and (g.aside is null or not g.shown)),
      (select max(l.day) from responselog.entry l where l.organisation = home and l.type = 'committed'))))
$$;

-- The day of the latest commitment below a size of the tree, if the next one is of a later quarter.
create function confidential.quarter_end(home text, upto bigint) returns date language sql stable security definer
set search_path = '' as $$
  select last.day from
    (select e.day from responselog.entry e where e.organisation = home and e.type = 'committed' and e.index < upto
     order by e.index desc limit 1) last,
    (select e.day from responselog.entry e where e.organisation = home and e.type = 'committed' and e.index >= upto
     order by e.index limit 1) next
  where date_trunc('quarter', next.day) > last.day
$$;
revoke all on function confidential.quarter_end from public;

alter table responselog.accounted add column letters text not null default ''; -- of the key that signed it, compared by voice
create or replace view site.accounted as select organisation, size, until, letters from responselog.accounted;

-- Since when it is closed to the public, after it was opened: null, it is not. Only a quarter later it shows.
drop view site.promise, site.feedback;
alter table responselog.feedback alter column closed drop default, alter column closed drop not null,
  alter column closed type date using case when closed then current_date end;
create view site.feedback as
  select organisation, reference, opened, day, kind, topic, role, with_role, status,
    case when status = 'disputed' then again else due end as due, overdue,
    case when status <> 'disputed' then responded end as responded, responded as first_responded,
    resolved, decision, words, response, closed, waits_since
  from responselog.feedback;
create view site.promise as
  select p.organisation, p.reference, p.what, p.owner_role, p.made, p.due, p.kept, p.words, p.missed, f.closed
  from responselog.promise p
  join responselog.feedback f on f.organisation = p.organisation and f.reference = p.reference and f.status <> 'withdrawn';
