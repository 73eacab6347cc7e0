-- Which days are worked: the State Council's list of each year, and which open days a newer list moved.

create table rest_day_lists (
  id uuid primary key,
  year integer not null check (year between 2000 and 2199),
  version integer not null check (version > 0),
  source text not null check (length(trim(source)) between 1 and 300),
  published_on date,
  entered_by uuid references accounts,
  entered_at timestamptz not null,
  unique (year, version),
  -- A day names its list and its year together, so that it lies in the year of its list.
  unique (id, year),
  constraint rest_day_lists_published check (published_on is not null or entered_by is null)
);
comment on table rest_day_lists is 'Announced rest days of a year; the newest version of a year counts. Nothing is ever changed or taken away.';
comment on column rest_day_lists.source is 'The document that announces them, or the package that carries them.';
comment on column rest_day_lists.published_on is 'When it was announced; null where the package does not say.';
comment on column rest_day_lists.entered_by is 'Null for the lists that a new database begins with.';
select keep_forever('rest_day_lists');
grant select, insert on rest_day_lists to yuanqitong_app;

create table rest_days (
  list_id uuid not null,
  year integer not null,
  day date not null,
  kind text not null check (kind in ('rest', 'worked')),
  name text not null check (length(name) <= 40),
  primary key (list_id, day),
  foreign key (list_id, year) references rest_day_lists (id, year),
  constraint rest_days_in_year check (extract(year from day) = year),
  constraint rest_days_worked_on_weekends check (kind = 'rest' or extract(isodow from day) > 5)
);
comment on table rest_days is 'The days of a list that are not as the weekday says.';
comment on column rest_days.kind is 'rest: nobody works; worked: a Saturday or Sunday worked in exchange.';
select keep_forever('rest_days');
grant select, insert on rest_days to yuanqitong_app;

create table calendar_moves (
  id uuid primary key,
  list_id uuid not null references rest_day_lists,
  batch_id uuid not null references batches,
  unit_id uuid not null references units,
  kind text not null check (kind in (
    'notice', 'liaison-list', 'plan', 'disbursement-plan', 'target-table', 'half-year-summary', 'major-matter',
    'mid-term-evaluation', 'final-evaluation')),
  period text not null default '',
  what text not null check (what in ('due', 'reminder', 'handing-on', 'display')),
  about uuid references filings,
  from_on date not null,
  to_on date not null,
  moved_at timestamptz not null,
  scope text collate "C" not null,
  unique nulls not distinct (list_id, batch_id, unit_id, kind, period, what, about),
  constraint calendar_moves_moved check (from_on <> to_on),
  constraint calendar_moves_handing_on check ((about is not null) = (what = 'handing-on')),
  constraint calendar_moves_display check ((kind = 'notice') = (what = 'display'))
);
comment on table calendar_moves is 'Which open days of which unit a newer list moved, for those whom it concerns.';
comment on column calendar_moves.period is 'The period of the duty, or the number of the tranche that a notice announces.';
comment on column calendar_moves.what is 'due: the day itself; reminder: the last one before it; handing-on: until when a county hands it on; display: the last day of a public notice.';
comment on column calendar_moves.about is 'What the county hands on: it may have several of a kind.';
create index calendar_moves_scope on calendar_moves (scope, moved_at desc);
select keep_forever('calendar_moves');
select keep_in_scope('calendar_moves', 'select, insert');
