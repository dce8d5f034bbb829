-- What plugins have to do, and how it went. These rows are what is to be done; the tables of the scheduler only hold when
-- it looks at them next. turn: grows whenever a row is put back, so that an old trigger of it does nothing.
-- run: whose it is while it runs; who finds another there has lost it.
create table core.plugin_jobs (
  plugin_id text not null references core.plugins,
  organization_id uuid not null references core.organizations,
  id uuid not null,
  name text not null,
  cron text,
  payload jsonb not null default '{}',
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  turn int not null default 0,
  due_at timestamptz not null,
  attempt int not null default 0,
  run uuid,
  node text,
  share real,
  note text,
  error text,
  cancelled boolean not null default false,
  created_at timestamptz not null,
  started_at timestamptz,
  seen_at timestamptz,
  finished_at timestamptz,
  primary key (plugin_id, organization_id, id)
);
create unique index plugin_jobs_recurring on core.plugin_jobs (plugin_id, organization_id, name) where cron is not null;
create index plugin_jobs_due on core.plugin_jobs (plugin_id, state, due_at) where state in ('WAITING', 'RUNNING');
create index plugin_jobs_open on core.plugin_jobs (organization_id, state, due_at);
create index plugin_jobs_finished on core.plugin_jobs (finished_at) where state in ('DONE', 'FAILED', 'CANCELLED');

-- The scheduler's own (Quartz 4.7), as it wants them, without its history.
create table core.qrtz_job_details (
  sched_name text not null,
  job_name text not null,
  job_group text not null,
  description text,
  job_class_name text not null,
  is_durable bool not null,
  is_nonconcurrent bool not null,
  is_update_data bool not null,
  requests_recovery bool not null,
  job_data bytea,
  primary key (sched_name, job_name, job_group)
);

create table core.qrtz_triggers (
  sched_name text not null,
  trigger_name text not null,
  trigger_group text not null,
  job_name text not null,
  job_group text not null,
  description text,
  next_fire_time bigint,
  prev_fire_time bigint,
  priority integer,
  trigger_state text not null,
  trigger_type text not null,
  start_time bigint not null,
  end_time bigint,
  calendar_name text,
  misfire_instr smallint,
  misfire_orig_fire_time bigint,
  execution_group varchar(200),
  preferred_node varchar(200),
  preferred_node_auto bool not null default false,
  retry_policy varchar(250),
  retry_attempt integer,
  continues_trigger_name text,
  continues_trigger_group text,
  continuation_condition integer,
  overlap_policy integer,
  pause_reason varchar(250),
  paused_by varchar(200),
  paused_at bigint,
  misfire_threshold bigint,
  fixed_delay bool,
  job_data bytea,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, job_name, job_group) references core.qrtz_job_details (sched_name, job_name, job_group)
);

create table core.qrtz_simple_triggers (
  sched_name text not null,
  trigger_name text not null,
  trigger_group text not null,
  repeat_count bigint not null,
  repeat_interval bigint not null,
  times_triggered bigint not null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references core.qrtz_triggers (sched_name, trigger_name, trigger_group) on delete cascade
);

create table core.qrtz_cron_triggers (
  sched_name text not null,
  trigger_name text not null,
  trigger_group text not null,
  cron_expression text not null,
  time_zone_id text,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references core.qrtz_triggers (sched_name, trigger_name, trigger_group) on delete cascade
);

create table core.qrtz_simprop_triggers (
  sched_name text not null,
  trigger_name text not null,
  trigger_group text not null,
  str_prop_1 text,
  str_prop_2 text,
  str_prop_3 text,
  int_prop_1 integer,
  int_prop_2 integer,
  long_prop_1 bigint,
  long_prop_2 bigint,
  dec_prop_1 numeric,
  dec_prop_2 numeric,
  bool_prop_1 bool,
  bool_prop_2 bool,
  time_zone_id text,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references core.qrtz_triggers (sched_name, trigger_name, trigger_group) on delete cascade
);

create table core.qrtz_blob_triggers (
  sched_name text not null,
  trigger_name text not null,
  trigger_group text not null,
  blob_data bytea,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references core.qrtz_triggers (sched_name, trigger_name, trigger_group) on delete cascade
);

create table core.qrtz_calendars (
  sched_name text not null,
  calendar_name text not null,
  calendar bytea not null,
  primary key (sched_name, calendar_name)
);

create table core.qrtz_paused_trigger_grps (
  sched_name text not null,
  trigger_group text not null,
  pause_reason varchar(250),
  paused_by varchar(200),
  paused_at bigint,
  primary key (sched_name, trigger_group)
);

create table core.qrtz_paused_job_grps (
  sched_name text not null,
  job_group text not null,
  pause_reason varchar(250),
  paused_by varchar(200),
  paused_at bigint,
  primary key (sched_name, job_group)
);

create table core.qrtz_fired_triggers (
  sched_name text not null,
  entry_id text not null,
  trigger_name text not null,
  trigger_group text not null,
  instance_name text not null,
  fired_time bigint not null,
  sched_time bigint not null,
  priority integer not null,
  state text not null,
  job_name text,
  job_group text,
  is_nonconcurrent bool not null,
  requests_recovery bool,
  execution_group varchar(200),
  progress integer,
  progress_message varchar(250),
  interrupt_requested_time bigint,
  primary key (sched_name, entry_id)
);

create table core.qrtz_scheduler_state (
  sched_name text not null,
  instance_name text not null,
  last_checkin_time bigint not null,
  checkin_interval bigint not null,
  quartz_version varchar(20),
  primary key (sched_name, instance_name)
);

create table core.qrtz_locks (
  sched_name text not null,
  lock_name text not null,
  primary key (sched_name, lock_name)
);

create table core.qrtz_job_status (
  sched_name text not null,
  job_group text not null,
  job_name text not null,
  first_fired_time bigint not null,
  last_fired_time bigint not null,
  last_result integer not null,
  last_run_time bigint not null,
  last_instance_name text not null,
  last_entry_id text,
  last_summary text,
  last_success_time bigint,
  last_failure_time bigint,
  last_failure_message text,
  consecutive_failures integer not null default 0,
  run_count bigint not null default 0,
  failure_count bigint not null default 0,
  primary key (sched_name, job_group, job_name)
);

create index idx_qrtz_j_g_n on core.qrtz_job_details (sched_name, job_group, job_name);
create index idx_qrtz_t_j on core.qrtz_triggers (sched_name, job_name, job_group);
create index idx_qrtz_t_g_n on core.qrtz_triggers (sched_name, trigger_group, trigger_name);
create index idx_qrtz_t_c on core.qrtz_triggers (sched_name, calendar_name);
create index idx_qrtz_t_nft_st on core.qrtz_triggers (sched_name, trigger_state, next_fire_time asc, priority desc, misfire_instr);
create index idx_qrtz_ft_inst_job_req_rcvry on core.qrtz_fired_triggers (sched_name, instance_name, requests_recovery);
create index idx_qrtz_ft_j_g on core.qrtz_fired_triggers (sched_name, job_name, job_group);
create index idx_qrtz_ft_t_g on core.qrtz_fired_triggers (sched_name, trigger_name, trigger_group);
