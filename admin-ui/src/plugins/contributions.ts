import type { PluginRow } from '@stogram/client/shared/api/plugins';
import type { TFunction } from 'i18next';
import type { Fact } from '../ui/Facts';

export function contributions(t: TFunction, { id, contributes }: Pick<PluginRow, 'id' | 'contributes'>): Fact[] {
  const { endpoints, commands, events, handles, interceptors, jobs, provides, messageKinds, clientExtra, settings, web } = contributes;
  return [
    [t('plugin.interceptors'), interceptors?.map(({ name, onFailure }) => t(onFailure === 'reject' ? 'plugin.reject' : 'plugin.allow', { name })) ?? null],
    [t('plugin.endpoints'), endpoints ? `/api/${id}` : null],
    [t('plugin.commands'), commands ?? null],
    [t('plugin.events'), events ?? null],
    [t('plugin.handles'), handles ?? null],
    [t('plugin.jobs'), jobs?.map(({ name, cron }) => (cron ? `${name}, ${cron}` : name)) ?? null],
    [t('plugin.provides'), provides?.map(role => t(role.default ? 'plugin.providesDefault' : 'plugin.providesFirst', { name: role.name })) ?? null],
    [t('plugin.messageKinds'), messageKinds ?? null],
    [t('plugin.clientExtra'), clientExtra ? t('plugin.clientExtraYes') : null],
    [t('plugin.slots'), web?.slots ?? null],
    [t('plugin.transforms'), web?.transforms?.map(way => t(`plugin.${way}`)) ?? null],
    [t('plugin.settings'), settings ? t('plugin.settingsYes') : null],
  ];
}

const known = ['chats.read', 'messages.read', 'messages.write', 'users.read', 'realtime.send'] as const;

/** A permission this page has no words for is shown as it is declared: better that than hidden. */
export const permissionWords = (t: TFunction, permissions: readonly string[]) =>
  permissions.map(permission => {
    const found = known.find(other => other === permission);
    return found ? t(`plugin.${found}`) : permission;
  });
