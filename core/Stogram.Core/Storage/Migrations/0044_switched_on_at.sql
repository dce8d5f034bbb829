-- Of several plugins that provide the same role, the one that was switched on last has it.
alter table core.organization_plugins add column enabled_at timestamptz;
update core.organization_plugins set enabled_at = changed_at where enabled;
