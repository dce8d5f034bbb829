import type { PluginRow } from '@stogram/client/shared/api/plugins';

export const fillsSettings = ({ contributes }: PluginRow) => contributes.web?.slots?.includes('admin.plugin.settings@1') ?? false;

export const hasSettings = (row: PluginRow) => Boolean(row.contributes.settings) || fillsSettings(row);
