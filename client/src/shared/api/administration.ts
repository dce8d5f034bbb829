import type { Device } from './account';
import { asksOf } from './asks';
import type { Request } from './request';
import type { components } from './schema';

type Wire = components['schemas'];

export type Person = Wire['PersonView'];
export type PersonChange = Wire['ChangePersonRequest'];
export type Invite = Wire['InviteView'];
export type InviteRequest = Wire['CreateInviteRequest'];
export type NewInvite = Wire['NewInviteView'];
export type Storage = Wire['StorageView'];
export type StorageChange = Wire['ChangeStorageRequest'];
export type Rules = Wire['OrganizationSettingsView'];
export type RulesChange = Wire['ChangeOrganizationRequest'];
type Values = Record<string, unknown> | null;
export type AuditEntry = Omit<Wire['AuditView'], 'before' | 'after'> & { before: Values; after: Values };

export interface PeopleFilter {
  q?: string;
  role?: string;
  state?: string;
}

/** What administrators do with people and rules. */
export const administrationRoutes = (request: Request) => {
  const { get, post, put, patch, remove } = asksOf(request);
  const person = (id: string) => `/admin/people/${id}`;
  return {
    everybody: (filter: PeopleFilter, cursor?: string) => request<Person[]>('/admin/people', { query: { ...filter, cursor, limit: 50 } }),
    changePerson: (id: string, change: PersonChange) => patch<null>(person(id), change),
    makeResetLink: (id: string) => post<Wire['ResetLinkView']>(`${person(id)}/reset-link`),
    clearSecondFactor: (id: string) => remove<null>(`${person(id)}/second-factor`),
    devicesOf: (id: string) => get<Device[]>(`${person(id)}/sessions`),
    signOutPerson: (id: string) => remove<null>(`${person(id)}/sessions`),
    signOutDeviceOf: (id: string, deviceId: string) => remove<null>(`${person(id)}/sessions/${encodeURIComponent(deviceId)}`),
    handOver: (userId: string, password: string) => post<null>('/admin/organization/owner', { userId, password }),
    invites: () => get<Invite[]>('/admin/invites'),
    makeInvite: (body: InviteRequest) => post<NewInvite>('/admin/invites', body),
    takeBackInvite: (id: string) => remove<null>(`/admin/invites/${id}`),
    storage: () => get<Storage>('/admin/storage'),
    changeStorage: (limits: StorageChange) => put<Storage>('/admin/storage', limits),
    rules: () => get<Rules>('/admin/organization'),
    changeRules: (change: RulesChange) => patch<Rules>('/admin/organization', change),
    audit: (action: string, cursor?: string) => request<AuditEntry[]>('/admin/audit', { query: { action, cursor, limit: 50 } }),
  };
};
