-- The life of a feedback in public: who else it happened to, and what is told of confidence in numbers.

-- "This happened to me too", until the entry takes no more. No day and no order.
create table intake.echo (
  organisation text not null,
  reference text not null,
  tag bytea not null,               -- HMAC-SHA256(K_entry, constituent)
  counted boolean not null default false,   -- by a slot
  primary key (organisation, reference, tag)
);
create index on intake.echo (organisation) where not counted;

-- What the log was given of that: whole steps, which only grow.
create table intake.echo_told (
  organisation text not null,
  reference text not null,
  count int not null,
  primary key (organisation, reference)
);
alter table responselog.feedback add column echoes int not null default 0;
create or replace view site.feedback as
  select organisation, reference, opened, day, kind, topic, role, with_role, status,
    case when status = 'disputed' then again else due end as due, overdue,
    case when status <> 'disputed' then responded end as responded, responded as first_responded,
    resolved, decision, words, response, closed, waits_since, echoes
  from responselog.feedback;

-- Which statement another one amends.
alter table responselog.statement add column amends bytea;
create or replace view site.statement as
  select organisation, hash, about, role, day, from_day, until_day, amends from responselog.statement;

-- Quarters whose numbers were given to the log; and those numbers, in whole steps.
create table intake.quarter (
  organisation text not null,
  quarter date not null,            -- its first day
  primary key (organisation, quarter)
);
create table responselog.in_confidence (
  organisation text not null,
  quarter date not null,
  received int not null,
  answered int not null,
  late int not null,
  set_aside int not null,
  primary key (organisation, quarter)
);
create view site.in_confidence as
  select organisation, quarter, received, answered, late, set_aside from responselog.in_confidence;

-- Words without what could show who wrote, as their sender is shown them before they are public.
create table feedback.shown (
  organisation text not null,
  feedback uuid not null,
  shown uuid not null,
  day date not null,
  text_key bytea not null,
  text bytea not null,
  primary key (organisation, feedback)
);
create trigger fence_insert after insert on feedback.shown referencing new table as fresh
  for each statement execute function constituent.fence_text_key();
create trigger fence_update after update on feedback.shown referencing new table as fresh
  for each statement execute function constituent.fence_text_key();

-- What they say of that, until the next slot.
create table intake.allowed (
  organisation text not null,
  feedback uuid not null,
  shown uuid not null,
  allowed boolean not null,
  day date not null,
  primary key (organisation, feedback)
);
