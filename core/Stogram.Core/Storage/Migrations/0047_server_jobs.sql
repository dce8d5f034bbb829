-- Jobs that are done for the whole server bear the organization 0: there is none of that id.
alter table core.plugin_jobs drop constraint plugin_jobs_organization_id_fkey;
