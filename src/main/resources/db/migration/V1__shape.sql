-- The shape of the data. Who may see what of it: docs/database-logins.md. Every table that grows carries the organisation first
-- in its key, and days instead of times. Addresses, words and receipts stand here sealed only.

create schema constituent;
create schema conversation;
create schema intake;
create schema feedback;
create schema responselog;
create schema delivery;
create schema confidential;
create schema leader;
create schema poll;
create schema scheduler;

-- constituent: the vault -------------------------------------------------------------------------------------------

-- Which generations of the organisation's keys live; the keys themselves are in answerable.keys-dir.
create table constituent.epoch (
  organisation text primary key,
  epoch int not null,               -- what is sealed now is sealed under it
  oldest int not null,              -- one less while what was sealed under that is taken over, else the same
  begun date not null,
  begun_at timestamptz not null default clock_timestamp(), -- to the moment; of no message
  known_since timestamptz,          -- when the one before began, whose messages are remembered; null: all ever were
  asked boolean not null default false,   -- the next one is to begin at once
  erase boolean not null default false,   -- and every address is to be forgotten first
  erased int,                       -- how many people that forgot, the last time
  since date not null               -- the organisation's first day here
);

-- Days on which erasing everybody was practised, without doing it.
create table constituent.drill (
  organisation text not null,
  day date not null,
  primary key (organisation, day)
);

-- Whoever seals holds the epoch until their commit; whoever begins or ends one waits for them, and they for it.
create function constituent.hold_epoch(organisation text) returns void language sql
  as $$ select pg_advisory_xact_lock_shared(hashtextextended('epoch/' || organisation, 0)) $$;
create function constituent.change_epoch(organisation text) returns void language sql
  as $$ select pg_advisory_xact_lock(hashtextextended('epoch/' || organisation, 0)) $$;

create table constituent.constituent (
  organisation text not null,
  who uuid not null,                -- random; no epoch changes it
  epoch int not null,               -- the keys that lookup and data_key are under
  lookup bytea not null,            -- HMAC-SHA256(K_lookup[organisation, epoch], channel ‖ address)
  data_key bytea not null,          -- the person's own key, wrapped by the epoch's
  address bytea not null,           -- channel and address, padded, sealed under the data key
  settings bytea not null,          -- language, way of answering, silence; sealed under the data key
  stopped boolean not null,
  muted date,                       -- what they write is set aside until the end of this day
  seen date not null,
  primary key (organisation, who),
  unique (organisation, epoch, lookup)
);

-- Which person a feedback's answer goes to. Delivery alone reads it.
create table constituent.route (
  organisation text not null,
  feedback uuid not null,
  who bytea not null,               -- epoch ‖ sealed
  primary key (organisation, feedback)
);

-- Answers whose words wait until their person asks with READ, for some days. Nothing else leads to the person.
create table constituent.kept_answer (
  organisation text not null,
  answer uuid not null,             -- the response
  tag bytea not null,               -- HMAC(the person's data key, "answers" ‖ receipt)
  day date not null,
  sealed bytea not null,            -- receipt and words, padded, under the data key
  primary key (organisation, answer)
);
create index on constituent.kept_answer (organisation, tag);

-- Whether an answer helped: what was asked of a person last, until they say so, for some days. One row a person: two that
-- shared a tag would show that two feedbacks are one person's.
create table constituent.question (
  organisation text not null,
  tag bytea not null,               -- HMAC(the person's data key, "question")
  day date not null,
  sealed bytea not null,            -- feedback, receipt and moment, under the data key
  primary key (organisation, tag)
);

-- conversation: what a repeat gets, and where each conversation stands -----------------------------------------------

-- A partition an epoch, dropped with its key when the next but one begins.
create table conversation.message (
  organisation text collate "C" not null,
  epoch int not null,
  id bytea not null,                -- HMAC-SHA256(K_messages[organisation, epoch], channel ‖ provider's id)
  reply bytea not null,             -- sealed under the person's own key
  primary key (organisation, epoch, id)
) partition by range (organisation, epoch);

create table conversation.session (
  organisation text not null,
  who uuid not null,
  turn bigint not null,             -- moved by compare-and-set, one for each message
  state bytea not null,             -- sealed under the person's own key
  primary key (organisation, who),
  -- Ends with its person, and is not begun again by a message that was decided before: that one is overtaken.
  foreign key (organisation, who) references constituent.constituent on delete cascade deferrable initially deferred
) with (fillfactor = 80);

-- Replies to messages that no webhook brought, until they are sent.
create table conversation.owed (
  organisation text not null,
  id bytea not null,                -- as in conversation.message
  day date not null,
  primary key (organisation, id)
);

-- Who called and was texted back, so that it is done once a day. Kept over one midnight.
create table conversation.caller (
  organisation text not null,
  caller bytea not null,            -- HMAC of the address, as in the vault
  call bytea not null,              -- HMAC(K_messages[organisation, epoch], channel ‖ provider's id)
  day date not null,
  primary key (organisation, caller)
);

-- intake: before any leader may see it --------------------------------------------------------------------------------

create table intake.given (
  organisation text not null,
  feedback uuid not null,
  reference text not null,
  day date not null,
  topic text not null,
  sensitivity text not null,        -- as high as word lists and named topics had it; only ever rises
  consent boolean not null,
  source text not null,             -- text | in person | paper | missed call
  kind text,                        -- what the word lists took it for; null: the topic says
  aside text,                       -- why it is no feedback: greeting | thanks | number | spam | muted | not feedback
  aside_day date,                   -- on which a reader set it aside; null: it came so
  hold bytea,                       -- the slot at which its hold is over, sealed; null: its questions are through
  shown boolean not null default false,     -- to readers, by a slot
  sorted boolean not null default false,    -- a reader said what it is about
  excluded text[] not null default '{}',    -- roles and accounts that never see it
  round int not null default 0,             -- how many decisions of readers were applied
  primary key (organisation, feedback)
);

-- The text of a feedback and of each addition to it: its commitment stands in the log.
create table intake.part (
  organisation text not null,
  feedback uuid not null,
  part uuid not null,
  ordinal int not null,             -- within the feedback
  day date not null,
  reference text not null,
  commitment bytea not null,
  salt bytea not null,              -- opened with it
  text_hash bytea not null,         -- opened with it
  text_key bytea not null,          -- wrapped for the epoch's key pair
  text bytea not null,              -- padded; the inner salt and the words
  shown boolean not null default false,     -- to readers, by a slot
  noted boolean not null default false,     -- the focal point outside was given what its commitment is
  primary key (organisation, part)
);

-- What the sender said about a feedback afterwards; applied at the next slot.
create table intake.detail (
  organisation text not null,
  detail uuid not null,
  feedback uuid not null,
  ordinal int not null,
  topic text,
  consent boolean,
  sensitivity text,                 -- that it has at least
  through boolean not null,         -- no question is open any more
  primary key (organisation, detail)
);

-- Taken back by their senders. The words of what nobody has seen are gone at once; the next slot does the rest, and
-- removes this.
create table intake.withdrawal (
  organisation text not null,
  feedback uuid not null,
  primary key (organisation, feedback)
);

-- Whether an answer helped, as its sender says; the next slot applies and removes it. The last word before that counts.
create table intake.judgement (
  organisation text not null,
  feedback uuid not null,
  verdict text not null,            -- solved | partly | not solved
  day date not null,
  primary key (organisation, feedback)
);

-- Forms of what leaders entered for others, so that one sent twice is entered once. It leads to nothing that was said.
create table intake.entered (
  organisation text not null,
  form bytea not null,              -- HKDF(root key, the form's id and the leader's)
  attempt int not null,             -- which of the receipts that could be derived was free
  day date not null,
  primary key (organisation, form)
);

-- What a reader decided, in force from the next slot on; kept some days, so that a second reader is told. The key is the
-- lock: of two readers at once, one adds nothing.
create table intake.decision (
  organisation text not null,
  feedback uuid not null,
  round int not null,               -- the given's; 0 for what was released
  reference text not null,
  day date not null,
  what text not null,               -- feedback | not feedback | spam | confidential
  topic text,
  kind text,
  sensitivity text,
  excluded text[] not null,
  applied boolean not null default false,
  primary key (organisation, feedback, round)
);

-- Set aside as no feedback: counted by month, when a slot shows it to readers.
create table intake.set_aside (
  organisation text not null,
  month date not null,
  kind text not null,
  count bigint not null,
  primary key (organisation, month, kind)
);

-- feedback: what leaders handle; rows are only ever added -------------------------------------------------------------

create table feedback.feedback (
  organisation text not null,
  feedback uuid not null,
  reference text not null,
  asked date not null,
  source text not null,             -- text | in person | paper | missed call
  commitment bytea not null,        -- leads the log, and nobody else, to the receipt
  primary key (organisation, feedback),
  unique (organisation, reference)
);
create index on feedback.feedback (organisation, commitment);

create table feedback.part (
  organisation text not null,
  feedback uuid not null,
  part uuid not null,
  ordinal int not null,
  day date not null,
  commitment bytea not null,
  salt bytea not null,              -- of the commitment
  text_key bytea not null,
  text bytea not null,
  primary key (organisation, feedback, part)
);

-- Each change of a feedback, as the whole state after it. The key lets one of two leaders at once be the second.
create table feedback.step (
  organisation text not null,
  feedback uuid not null,
  number int not null,
  day date not null,
  what text not null,               -- released | added | sorted | raised | acknowledged | asked | came back | answered |
                                    -- taken back | overdue | words published | corrected | removed | withdrawn |
                                    -- followed up | confirmed | partly | disputed | promise kept | promise missed |
                                    -- body answered | body silent
  by_role text,                     -- null: the constituent or the clock
  status text not null,
  kind text not null,
  topic text not null,
  sensitivity text not null,        -- the highest so far, whatever becomes of the topic
  excluded text[] not null,         -- roles and accounts that never see it; only ever grows
  role text not null,               -- who was asked first
  with_role text not null,          -- who has it now
  due date,
  consent boolean not null,
  decision text,
  responded date,
  waits_since date,                 -- since when the clock waits for its sender, who was asked; null: it does not
  primary key (organisation, feedback, number)
);

create table feedback.response (
  organisation text not null,
  feedback uuid not null,
  response uuid not null,
  number int not null,              -- of the step that it made
  day date not null,
  by_role text not null,
  decision text not null,           -- asked: it is none, but a question back
  text_key bytea not null,
  text bytea not null,
  primary key (organisation, feedback, response)
);
create index on feedback.response (organisation, day);

-- Answered without an entry in the log, since it is closed to the public: the next slot tells its receipt, and removes this.
create table feedback.quiet_answer (
  organisation text not null,
  feedback uuid not null,
  day date not null,                -- of the first response
  primary key (organisation, feedback)
);

-- What a response promises, or which body outside has it from then on.
create table feedback.commitment (
  organisation text not null,
  feedback uuid not null,
  response uuid not null,
  owner_role text,                  -- null: a body outside, which the text names
  due date not null,
  hash bytea,                       -- of the text as it stands beside the log; null: it is closed to the public
  text_key bytea not null,
  text bytea not null,
  primary key (organisation, response)
);
create index on feedback.commitment (organisation, due);

-- What was done of it, or what the body outside has answered; the key lets one of two leaders at once be the second.
create table feedback.kept (
  organisation text not null,
  response uuid not null,
  day date not null,
  by_role text not null,
  text_key bytea not null,
  text bytea not null,
  primary key (organisation, response)
);

-- Its day passed first. It may still be kept.
create table feedback.missed (
  organisation text not null,
  response uuid not null,
  day date not null,
  primary key (organisation, response)
);

-- What leaders asked of published texts, each once: corrected | removed.
create table feedback.amendment (
  organisation text not null,
  feedback uuid not null,
  content bytea not null,           -- the text's salted hash, as the log has it
  what text not null,
  primary key (organisation, feedback, content, what)
);

create table feedback.note (
  organisation text not null,
  feedback uuid not null,
  note uuid not null,
  day date not null,
  by_role text not null,
  text_key bytea not null,
  text bytea not null,
  primary key (organisation, feedback, note)
);

-- responselog: what is public, and the receipts -------------------------------------------------------------------------

-- Waits for the next slot. Commitments carry no order; entries about one feedback keep theirs.
create sequence responselog.staged_order;
create table responselog.staged (
  organisation text not null,
  entry uuid not null,
  ordinal bigint not null,
  body bytea not null,              -- RFC 8785
  primary key (organisation, entry)
);

create table responselog.entry (
  organisation text not null,
  index bigint not null,
  type text not null,               -- from the body, for searching
  reference text,
  day date not null,
  body bytea not null,              -- RFC 8785: what the tree's leaf is made of
  leaf bytea not null,              -- SHA-256(0x00 ‖ body): RFC 6962 §2.1; 256 of them are a tile of level 0
  primary key (organisation, index)
);
create index on responselog.entry (organisation, reference, index) where reference is not null;
create index on responselog.entry (organisation, index) where type = 'poll announced';
create index on responselog.entry (organisation, index) where type = 'configuration changed';

-- The hashes of the tiles above the leaves: 256 of one level make one of the next. A tile is a range of rows.
create table responselog.node (
  organisation text not null,
  level int not null,               -- 1 to 7
  index bigint not null,
  hash bytea not null,
  primary key (organisation, level, index)
);

-- Each checkpoint that was ever signed, written together with the entries that it is about.
create table responselog.checkpoint (
  organisation text not null,
  size bigint not null,
  head bytea not null,
  note text not null,               -- C2SP signed-note, with the log's own signature
  primary key (organisation, size)
);

-- Who signs: a row for each key, the latest number counts. The origin stays when the server's address changes.
create table responselog.log (
  organisation text not null,
  number int not null,              -- from 1
  origin text not null,
  vkey text not null,
  size bigint not null,             -- entries that were there when it began
  begun date not null,
  primary key (organisation, number)
);

-- What covers are drawn from, as the log has announced it: of a month the latest number counts. Seeds are files.
create table responselog.cover_seed (
  organisation text not null,
  month date not null,              -- its first day
  number int not null,              -- from 1
  hash bytea not null,
  pad int not null,
  primary key (organisation, month, number)
);

-- Which slots had their covers; not how many.
create table responselog.slot (
  organisation text not null,
  slot bigint not null,
  primary key (organisation, slot)
);

-- What may have to be erased; an entry carries its salted hash only.
create table responselog.content (
  organisation text not null,
  hash bytea not null,              -- SHA-256(tag ‖ salt ‖ text), fields length-prefixed
  entry uuid not null,              -- the staged entry that carries the hash
  salt bytea not null,
  text text not null,
  primary key (organisation, hash)
);

-- Texts that stood there and were erased: only their salted hashes are left.
create table responselog.erased (
  organisation text not null,
  hash bytea not null,
  primary key (organisation, hash)
);

-- Until when a focal point outside has said what the commitments are that were not opened.
create table responselog.accounted (
  organisation text not null,
  size bigint not null,             -- of the tree up to which it was said
  until date not null,
  primary key (organisation, size)
);

-- Where each public feedback stands: derived from the entries, made anew from them at any time; all but closed.
create table responselog.feedback (
  organisation text not null,
  reference text not null,
  opened bigint not null,           -- index of its opened entry
  day date not null,
  kind text not null,
  topic text not null,
  role text not null,
  with_role text not null,
  status text not null,
  due date,                         -- of the first answer
  again date,                       -- of the next one: its sender said that the answer did not help
  overdue boolean not null,
  responded date,
  resolved date,                    -- by a response that leaves nothing to do
  decision text,
  words bytea,                      -- hash of the published words
  response bytea,                   -- hash of the last published response
  commitment bytea not null,
  waits_since date,                 -- since when its sender is asked; null: they are not
  closed boolean not null default false, -- to the public, after it was opened: no entry about it comes any more
  primary key (organisation, reference)
);
create index on responselog.feedback (organisation, opened desc);
create index on responselog.feedback (organisation, day);
create index on responselog.feedback (organisation, kind, day);

-- What was promised, and what bodies outside were asked: derived from the entries, too.
create table responselog.promise (
  organisation text not null,
  what bytea not null,              -- hash of the text that says what, or which body
  reference text not null,
  owner_role text,                  -- null: a body outside
  made date not null,
  due date not null,
  kept date,
  words bytea,                      -- hash of what was done, or answered
  missed date,
  primary key (organisation, what)
);
create index on responselog.promise (organisation, reference);

-- What the organisation says of itself: derived from the entries.
create table responselog.statement (
  organisation text not null,
  hash bytea not null,              -- of the text beside the log
  about text not null,              -- governance | funding | closed
  role text not null,
  day date not null,
  from_day date,                    -- of days on which the office is closed
  until_day date,
  primary key (organisation, hash)
);

create table responselog.receipt (
  organisation text not null,
  receipt bytea not null,           -- HMAC-SHA256(K_receipt, digits)
  digits bytea not null,            -- epoch ‖ sealed, for the text that carries the answer
  commitment bytea not null,
  owner_tag bytea not null,         -- HMAC(the person's data key, feedback)
  day date not null,
  due date,
  answered date,
  withdrawn date,                   -- by whoever holds it
  index bigint,                     -- of its commitment in the log, once it is there
  primary key (organisation, receipt),
  unique (organisation, commitment)
);

-- delivery: the outbox ----------------------------------------------------------------------------------------------------

create table delivery.outbox (
  organisation text not null,
  message uuid not null,
  feedback uuid not null,
  number int not null,              -- of the feedback's step: one is sent when those before it are closed
  response uuid not null,
  due timestamptz not null,         -- a random moment of the answer window: it tells of the answer, not of the asking
  attempts int not null,
  receipt boolean not null default true, -- stands in front of the text
  once boolean not null default true, -- its words are sent again only if a person decides so
  question boolean not null default false, -- asks something back
  announced boolean not null default false, -- the person was told that an answer waits for their next text
  round int not null default 1,     -- 2 and more: somebody had it sent again
  aside text,                       -- null: on its way; else why this round waits for somebody to decide: uncertain, or how it failed
  phrase text,                      -- null: the text is what somebody wrote; else which text of ours it is, and the text its values
  text_key bytea not null,
  text bytea not null,
  primary key (organisation, message),
  unique (organisation, response),
  unique nulls not distinct (organisation, feedback, number, phrase)
);

create index on delivery.outbox (organisation, due);
create index on delivery.outbox (organisation) where aside is not null;

create table delivery.lease (
  organisation text not null,
  message uuid not null,
  until timestamptz not null,
  began timestamptz,                -- when it was handed to the provider; what came of it is not yet noted
  primary key (organisation, message)
);

-- Only moves forward: waiting, then one of handed_over | uncertain | failed | opted_out | not_asked | taken_back;
-- after uncertain or failed one round more, if somebody decides so.
create table delivery.outcome (
  organisation text not null,
  response uuid not null,
  round int not null,
  outcome text not null,
  day date not null,
  primary key (organisation, response, round)
);

-- What somebody decided about a round that is set aside. The key lets one of two at once be the second.
create table delivery.decision (
  organisation text not null,
  response uuid not null,
  round int not null,
  again boolean not null,           -- false: it is left as it is
  primary key (organisation, response, round)
);

-- Texts that no try could take: that there were some, and why. Who wrote them, and what, is sealed, and dies with its epoch.
create table delivery.set_aside (
  organisation text not null,
  channel text not null,
  id bytea not null,                -- a hash of the provider's name for it: the same one counts once
  reason text not null,
  day date not null,
  place uuid not null,              -- that the seal is bound to
  key bytea,                        -- null: it could not even be read
  message bytea,
  primary key (organisation, channel, id)
);

-- What waits for somebody to decide.
create view delivery.doubt as
select o.organisation, o.response, o.round, o.feedback, o.aside from delivery.outbox o
where o.aside is not null and not exists (
  select from delivery.decision d
  where d.organisation = o.organisation and d.response = o.response and d.round = o.round);

-- Where each response is that has an outcome: the last round's, and what was decided about it.
create view delivery.fate as
select o.organisation, o.response, o.round,
  case when d.again then 'waiting' when not d.again then 'left' else o.outcome end as outcome
from delivery.outcome o
left join delivery.decision d on d.organisation = o.organisation and d.response = o.response and d.round = o.round
where not exists (
  select from delivery.outcome l
  where l.organisation = o.organisation and l.response = o.response and l.round > o.round);

-- Whose texts are to be set aside; delivery follows the feedback to its sender, notes it there and removes this.
create table delivery.mute (
  organisation text not null,
  feedback uuid not null,
  until date not null,
  primary key (organisation, feedback, until)
);

-- leader: who signs in ------------------------------------------------------------------------------------------------------

create table leader.account (
  organisation text not null,
  account uuid not null,
  name text not null,
  password text not null,           -- Argon2id
  roles text[] not null,
  created date not null,
  primary key (organisation, account)
);
create unique index on leader.account (lower(name));

create table leader.invitation (
  organisation text not null,
  token bytea not null,             -- SHA-256 of what stands in the link
  roles text[] not null,
  expires date not null,
  primary key (organisation, token)
);

create table leader.session (
  primary_id char(36) not null primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index on leader.session (expiry_time);
create index on leader.session (principal_name);
create table leader.session_attributes (
  session_primary_id char(36) not null references leader.session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- confidential: what only a focal point may read. No key of this server opens what is sealed to one ---------------------------------

-- A focal point's pair. The private half was made elsewhere, and stands here under a passphrase that was never here.
create table confidential.key (
  organisation text not null,
  key text not null,                -- 100 bits of SHA-256(public key) in letters: two people compare it by voice
  role text not null,               -- focal-outside | focal-inside
  account uuid not null,
  public_key bytea not null,        -- P-256, uncompressed: 65 bytes
  wrapped bytea not null,           -- rounds ‖ salt ‖ iv ‖ AES-256-GCM of the private key
  day date not null,
  ended date,                       -- nothing is sealed to it any more; its owner made another
  primary key (organisation, key)
);

-- Keys that are sealed to: whoever lost the account or the role gets nothing any more.
create view confidential.living_key as
select k.organisation, k.key, k.role, k.account, k.public_key, k.day
from confidential.key k
join leader.account a on a.organisation = k.organisation and a.account = k.account and k.role = any (a.roles)
where k.ended is null;

-- Texts that an answer reaches by one route. Those of one reference are one person's.
create table confidential.report (
  organisation text not null,
  report uuid not null,
  reference text not null,
  day date not null,
  commitment bytea,                 -- of its first text: leads an answer to the receipt, nothing else does
  primary key (organisation, report)
);
create index on confidential.report (organisation, reference);
create index on confidential.report (organisation, commitment) where commitment is not null;

-- One text, sealed to one key. Inside, padded: the words, kind, topic, the salts, the six hours in which it came.
create table confidential.text (
  organisation text not null,
  text uuid not null,
  key text not null,
  report uuid not null,
  day date not null,
  ordinal int not null,             -- within the report
  step int,                         -- it is the answer of this step; null: the person's own words
  sealed bytea not null,            -- empty: the person took it back
  primary key (organisation, text, key)
);
create index on confidential.text (organisation, report);

-- What a commitment is that may never be opened, for the focal point outside: sealed to one key, all of one size.
create table confidential.account (
  organisation text not null,
  key text not null,
  note uuid not null,
  sealed bytea not null,            -- padded: in confidence or not, salt, hash of the text, reference
  primary key (organisation, key, note)
);

-- What a focal point signs statements with, once the log says so.
create table confidential.statement_key (
  organisation text not null,
  key text not null,
  vkey text not null,
  primary key (organisation, key)
);

-- Where nobody outside has a key yet: sealed for the epoch's key pair, and over to the first key that is made.
create table confidential.waiting (
  organisation text not null,
  text uuid not null,
  report uuid not null,
  day date not null,
  ordinal int not null,
  text_key bytea not null,
  sealed bytea not null,
  primary key (organisation, text)
);

-- What focal points did. The key lets one of two at once be the second.
create table confidential.step (
  organisation text not null,
  reference text not null,
  number int not null,              -- from 1
  day date not null,
  what text not null,               -- contacted | safe | referred | closed | answered | shared | withdrawn
  by_role text,                     -- null: the person
  texts int not null,               -- the person's texts that it knew of: what came later is new
  response uuid,                    -- of what was answered: leads to what became of it
  primary key (organisation, reference, number)
);

-- Answered: the next slot tells the receipt, and removes this.
create table confidential.quiet_answer (
  organisation text not null,
  commitment bytea not null,
  day date not null,                -- of the first answer
  primary key (organisation, commitment)
);

-- How a focal point is told to look; nobody is shown it again.
create table confidential.way (
  organisation text not null,
  account uuid not null,
  sealed bytea not null,            -- epoch ‖ channel, address and language, padded and sealed
  primary key (organisation, account)
);

-- Somebody is to be told to look. Ten texts are one alarm; what was raised since it was sent stays.
create table confidential.alarm (
  organisation text not null,
  account uuid not null,
  mark uuid not null,               -- of the last text that raised it
  primary key (organisation, account)
);

create view confidential.outcome as
select s.organisation, s.reference, s.number, s.response, coalesce(o.round, 1) as round,
  coalesce(o.outcome, 'waiting') as outcome, d.response is not null as undecided
from confidential.step s
left join delivery.fate o on o.organisation = s.organisation and o.response = s.response
left join delivery.doubt d on d.organisation = s.organisation and d.response = s.response
where s.response is not null;

-- Whom an alarm reaches, of the people outside: the first to be told.
create view confidential.outside_way as
select w.organisation, w.account
from confidential.way w
join leader.account a on a.organisation = w.organisation and a.account = w.account and 'focal-outside' = any (a.roles);

-- poll: what is asked, and while it is open the ballots, sealed -------------------------------------------------------------------

create table poll.poll (
  organisation text not null,
  poll text not null,               -- its reference in public
  state text not null,              -- waiting | agreed | open | closed | cancelled; only ever moves on
  terms bytea not null,             -- JSON, as the log will have it
  opens date not null,              -- as in the terms
  closes date not null,
  set_up_by uuid not null,          -- the leader who set it up
  day date not null,
  late boolean not null default false, -- counted, and texts that come late are counted, too
  removed bytea[] not null default '{}', -- salted hashes of its texts that were removed, the log's next slot too
  primary key (organisation, poll)
);
create index on poll.poll (organisation, state);

-- A row as long as votes are taken. Whoever writes one holds it until their commit, and the close takes it away.
create table poll.taking (
  organisation text not null,
  poll text not null,
  primary key (organisation, poll)
);

-- The last vote of each voter. Gone at the close, and with it the key that both columns are under.
create table poll.ballot (
  organisation text not null,
  poll text not null,
  voter bytea not null,             -- HMAC-SHA256(K_poll, constituent)
  choice bytea not null,            -- padded, sealed under K_poll
  primary key (organisation, poll, voter)
);

-- Votes that a later one replaced, and texts that could not be read as one: how many, for each batch of messages that held some.
create table poll.uncounted (
  organisation text not null,
  poll text not null,
  batch uuid not null,              -- random
  counts bytea not null,            -- padded, sealed under K_poll
  primary key (organisation, poll, batch)
);

-- The same of what came after the last day, when no key of the poll is left. Gone when it is told.
create table poll.late (
  organisation text not null,
  poll text not null,
  batch uuid not null,              -- random
  texts int not null,
  primary key (organisation, poll, batch)
);

-- What was chosen, without voters; written at the close in the order of the ids.
create table poll.loose_ballot (
  organisation text not null,
  poll text not null,
  ballot uuid not null,             -- random
  line text not null,               -- options' numbers, the best first: 3 1=2
  primary key (organisation, poll, ballot)
);

-- A vote that was decided before the close and comes after it is decided again. Held row by row: a batch has few polls.
create function poll.hold() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from poll.taking t where t.organisation = new.organisation and t.poll = new.poll for key share;
  if not found then
    raise exception 'the poll is over' using errcode = 'foreign_key_violation';
  end if;
  return new;
end $$;
create trigger hold before insert on poll.ballot for each row execute function poll.hold();
create trigger hold before insert on poll.uncounted for each row execute function poll.hold();

-- What comes late is left out where nobody counts it any more. The poll's own row comes last: who closes it holds that first.
create function poll.heed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from poll.taking t where t.organisation = new.organisation and t.poll = new.poll for key share;
  if found then
    return new;
  end if;
  perform 1 from poll.poll p where p.organisation = new.organisation and p.poll = new.poll and p.late for share;
  return case when found then new end;
end $$;
create trigger heed before insert on poll.late for each row execute function poll.heed();

-- Up to where the log can be accounted for: the latest tree signed before the first day of which a text still waits.
create function confidential.decided(home text) returns bigint language sql stable security definer set search_path = '' as $$
  select coalesce(max(c.size), 0) from responselog.checkpoint c
  where c.organisation = home and c.size <= coalesce((
    select min(e.index) from responselog.entry e
    where e.organisation = home and e.type = 'committed' and e.day >= (
      select min(p.day) from intake.part p
      left join intake.given g on g.organisation = p.organisation and g.feedback = p.feedback
      where p.organisation = home and (g.aside is null or not g.shown))), c.size)
$$;
revoke all on function confidential.decided from public;

-- The fence: nothing is written under keys that died, or may die before its commit ------------------------------------------------

do $$
declare
  sealed text;
  home text;
begin
  foreach sealed in array array['text_key', 'hold', 'who', 'digits', 'sealed'] loop
    execute format($f$
      create function constituent.fence_%1$s() returns trigger language plpgsql security definer set search_path = '' as $t$
      begin
        perform constituent.hold_epoch(f.organisation) from (select distinct organisation from fresh) f;
        if exists (
            select from fresh f join constituent.epoch e on e.organisation = f.organisation
            where f.%1$I < int4send(e.oldest)) then
          raise exception 'sealed under an epoch that ended' using errcode = 'serialization_failure';
        end if;
        return null;
      end $t$ $f$, sealed);
  end loop;
  for home, sealed in values
      ('constituent.route', 'who'), ('intake.given', 'hold'), ('intake.part', 'text_key'),
      ('feedback.part', 'text_key'), ('feedback.response', 'text_key'), ('feedback.commitment', 'text_key'),
      ('feedback.kept', 'text_key'), ('feedback.note', 'text_key'), ('responselog.receipt', 'digits'), ('delivery.outbox', 'text_key'),
      ('confidential.waiting', 'text_key'), ('confidential.way', 'sealed') loop
    execute format('create trigger fence_insert after insert on %s referencing new table as fresh'
      ' for each statement execute function constituent.fence_%s()', home, sealed);
    execute format('create trigger fence_update after update on %s referencing new table as fresh'
      ' for each statement execute function constituent.fence_%s()', home, sealed);
  end loop;
end $$;

-- Until when a feedback holds the way to its sender: null of closed, until it is closed.
create view constituent.matter as
select organisation, feedback, null::date as closed, null::date as promised from intake.given
union all
select f.organisation, f.feedback,
  case when s.status in ('answered', 'confirmed', 'partly', 'withdrawn') then s.day end,
  -- of what its sender took back they hear no more
  case when s.status <> 'withdrawn' then (select max(coalesce(c.due, r.day + 90))
   from feedback.response r
   left join feedback.commitment c on c.organisation = r.organisation and c.response = r.response
   where r.organisation = f.organisation and r.feedback = f.feedback
     and (c.due is not null or r.decision = 'referred-to') and not exists (
       select from delivery.outcome o
       where o.organisation = r.organisation and o.response = r.response and o.outcome = 'taken_back')) end
from feedback.feedback f
cross join lateral (
  select * from feedback.step s
  where s.organisation = f.organisation and s.feedback = f.feedback
  order by s.number desc limit 1) s
union all
select r.organisation, r.report,
  (select case when s.what in ('closed', 'withdrawn') then s.day end from confidential.step s
   where s.organisation = r.organisation and s.reference = r.reference
   order by s.number desc limit 1), null
from confidential.report r;

-- scheduler: db-scheduler's own table; no row of it points at one feedback ----------------------------------------------------

create table scheduler.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index on scheduler.scheduled_tasks (execution_time);
create index on scheduler.scheduled_tasks (last_heartbeat);

-- Takes back a response of which nothing has left, neither to the phone nor into the log. The inbox may do that, and
-- delete nothing else. Whatever it finds is locked first: the slot and the sender see all of it or nothing.
create function delivery.take_back(home text, about uuid, which uuid, published boolean, only_one boolean, moment timestamptz, today date)
  returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from delivery.outbox o
  where o.organisation = home and o.response = which and o.round = 1 and o.aside is null and o.due > moment
    and not exists (select from delivery.lease l where l.organisation = home and l.message = o.message)
  for update;
  if not found then return false; end if;
  perform 1 from responselog.staged s where s.organisation = home and s.entry = which for update;
  if found <> published then return false; end if;
  if only_one and not published then
    delete from feedback.quiet_answer q where q.organisation = home and q.feedback = about;
    if not found then return false; end if;
  end if;
  delete from responselog.content c where c.organisation = home and c.entry = which;
  delete from responselog.staged s where s.organisation = home and s.entry = which;
  delete from delivery.outbox o using delivery.outbox taken
  where taken.organisation = home and taken.response = which
    and o.organisation = home and o.feedback = about and o.number = taken.number;
  insert into delivery.outcome (organisation, response, round, outcome, day) values (home, which, 1, 'taken_back', today);
  return true;
end $$;
revoke all on function delivery.take_back from public;

-- What the inbox may see: released feedback, by view, never a table ------------------------------------------------------------

create schema inbox;

create view inbox.feedback as
select f.organisation, f.feedback, f.reference, f.asked, f.source,
  s.number, s.status, s.kind, s.topic, s.sensitivity, s.excluded, s.role, s.with_role, s.due, s.consent, s.decision,
  s.responded, s.waits_since
from feedback.feedback f
cross join lateral (
  select * from feedback.step s
  where s.organisation = f.organisation and s.feedback = f.feedback
  order by s.number desc limit 1) s
where s.sensitivity <> 'S3';

create view inbox.part as select organisation, feedback, part, ordinal, day, text_key, text from feedback.part;
create view inbox.step as
  select organisation, feedback, number, day, what, by_role, status, kind, topic, with_role, due, decision from feedback.step;
create view inbox.response as
select r.organisation, r.feedback, r.response, r.number, r.day, r.by_role, r.decision, r.text_key, r.text,
  c.owner_role, c.due, c.hash, c.text_key as promise_key, c.text as promise, k.day as kept, k.text_key as kept_key, k.text as kept_text,
  m.day as missed, coalesce(o.round, 1) as round,
  coalesce(o.outcome, 'waiting') as outcome, d.response is not null as undecided
from feedback.response r
left join feedback.commitment c on c.organisation = r.organisation and c.response = r.response
left join feedback.kept k on k.organisation = r.organisation and k.response = r.response
left join feedback.missed m on m.organisation = r.organisation and m.response = r.response
left join delivery.fate o on o.organisation = r.organisation and o.response = r.response
left join delivery.doubt d on d.organisation = r.organisation and d.response = r.response;
-- What somebody has to decide: an answer that did not leave, or of which nobody knows.
create view inbox.doubt as
select f.organisation, f.feedback from delivery.doubt o
join inbox.feedback f on f.organisation = o.organisation and f.feedback = o.feedback;
-- The last time that erasing everybody was practised; before the first, the organisation's first day.
create view inbox.drill as
  select e.organisation, coalesce(max(d.day), e.since) as last
  from constituent.epoch e left join constituent.drill d on d.organisation = e.organisation
  group by e.organisation, e.since;
create view inbox.amendment as select organisation, feedback, content, what from feedback.amendment;
create view inbox.note as select organisation, feedback, note, day, by_role, text_key, text from feedback.note;

-- What the readers' room may see: what a slot has shown, what is not released, what nobody has decided --------------------

create schema reader;

create view reader.undecided as
  select organisation, feedback, reference, day, topic, sensitivity, source, kind, round, sorted, aside is not null as aside
  from intake.given g
  where shown and sensitivity <> 'S3'
    and not exists (
      select from intake.decision d
      where d.organisation = g.organisation and d.feedback = g.feedback and d.round = g.round);
create view reader.part as
  select p.organisation, p.feedback, p.part, p.ordinal, p.day, p.text_key, p.text
  from intake.part p
  join reader.undecided u on u.organisation = p.organisation and u.feedback = p.feedback
  where p.shown;
create view reader.decision as
  select organisation, feedback, round, reference, what, topic, kind, sensitivity, excluded, applied from intake.decision;
-- Without their kinds: those that nobody muted must not be told from the rest.
create view reader.set_aside as
  select organisation, month, sum(count)::bigint as count from intake.set_aside group by organisation, month;

-- What the public pages may see -------------------------------------------------------------------------------------------------

create schema site;

-- What its sender disputed waits again, with a day of its own.
create view site.feedback as
  select organisation, reference, opened, day, kind, topic, role, with_role, status,
    case when status = 'disputed' then again else due end as due, overdue,
    case when status <> 'disputed' then responded end as responded, responded as first_responded,
    resolved, decision, words, response, closed, waits_since
  from responselog.feedback;
-- Of what its sender took back nothing is promised any more; what is closed to the public is followed to its day.
create view site.promise as
  select p.organisation, p.reference, p.what, p.owner_role, p.made, p.due, p.kept, p.words, p.missed, f.closed
  from responselog.promise p
  join responselog.feedback f on f.organisation = p.organisation and f.reference = p.reference and f.status <> 'withdrawn';
create view site.statement as
  select organisation, hash, about, role, day, from_day, until_day from responselog.statement;
create view site.poll as
  select organisation, reference, index from responselog.entry where type = 'poll announced';
create view site.entry as select organisation, index, type, reference, day, body, leaf from responselog.entry;
create view site.node as select organisation, level, index, hash from responselog.node;
create view site.checkpoint as select organisation, size, head, note from responselog.checkpoint;
create view site.log as select organisation, number, origin, vkey, size, begun from responselog.log;
-- Nothing changes in public before its slot, a text neither.
create view site.content as
  select organisation, hash, salt, text from responselog.content c
  where not exists (
    select from responselog.staged s where s.organisation = c.organisation and s.entry = c.entry);
create view site.accounted as select organisation, size, until from responselog.accounted;
create view site.erased as select organisation, hash from responselog.erased;
create view site.receipt as select organisation, receipt, day, due, answered, withdrawn, index from responselog.receipt;
