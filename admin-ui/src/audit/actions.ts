import type { AuditEntry } from '@stogram/client/shared/api/administration';
import type { TFunction } from 'i18next';

const known = [
  'person.role', 'person.deactivated', 'person.reactivated', 'person.signed-out', 'profile.changed', 'account.deleted',
  'session.revoked', 'password.changed', 'password.reset', 'password.link-made', 'two-factor.enabled',
  'two-factor.disabled', 'two-factor.reset', 'invite.created', 'invite.revoked', 'organization.changed', 'organization.handed-over', 'storage.changed',
  'operator.organization-created', 'operator.organization-changed', 'operator.organization-deleted', 'operator.granted', 'operator.revoked',
  'operator.plugin-uploaded', 'operator.plugin-installed', 'operator.plugin-removed', 'operator.plugin-purged',
  'account.recovered', 'passkey.added', 'passkey.renamed', 'passkey.removed',
  'plugin.switched-on', 'plugin.switched-off', 'plugin.released', 'plugin.settings-changed', 'plugin.chat-settings-changed',
  'plugin.job-run', 'plugin.job-retried', 'plugin.job-cancelled', 'plugin.job-stopped',
  'report.hidden', 'report.warned', 'report.removed', 'report.dismissed',
] as const;

/** An action this page has no words for is shown as it is written: better that than hidden. */
export function actionWords(t: TFunction, { action, before, after }: Pick<AuditEntry, 'action' | 'before' | 'after'>, pluginName: (id: string) => string): string {
  const found = known.find(other => other === action);
  const { plugin, job } = { ...before, ...after };
  return found ? t(`audit.${found}`, { plugin: pluginName(String(plugin)), job }) : action;
}

/** What the log can be narrowed to, by how an action begins. */
export const groups = [
  ['', 'audit.all'], ['person.', 'audit.groupPerson'], ['session.', 'audit.groupSession'], ['password.', 'audit.groupPassword'],
  ['two-factor.', 'audit.groupTwoFactor'], ['passkey.', 'audit.groupPasskey'], ['invite.', 'audit.groupInvite'],
  ['organization.', 'audit.groupOrganization'], ['storage.', 'audit.groupStorage'], ['plugin.', 'audit.groupPlugin'],
  ['profile.', 'audit.groupProfile'], ['account.', 'audit.groupAccount'], ['report.', 'audit.groupReport'],
  ['operator.', 'audit.groupOperator'],
] as const;
