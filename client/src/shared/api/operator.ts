import { asksOf } from './asks';
import type { Request } from './request';
import type { components } from './schema';

type Wire = components['schemas'];

export type Hosted = Wire['HostedOrganizationView'];
export type HostedChange = Wire['OverseeOrganizationRequest'];
export type NewOrganization = Wire['NewOrganizationView'];
export type Operator = Wire['OperatorView'];
export type OperatorGrant = Wire['GrantOperatorRequest'];

/** What the server's operators do. */
export const operatorRoutes = (request: Request) => {
  const { get, post, patch, remove } = asksOf(request);
  const one = (id: string) => `/operator/organizations/${id}`;
  return {
    organizations: (q: string, cursor?: string) => request<Hosted[]>('/operator/organizations', { query: { q, cursor, limit: 50 } }),
    makeOrganization: (name: string, slug: string) => post<NewOrganization>('/operator/organizations', { name, slug }),
    changeOrganization: (id: string, change: Partial<HostedChange>) => patch<Hosted>(one(id), change),
    setupLink: (id: string) => post<Wire['SetupLinkView']>(`${one(id)}/setup-link`),
    deleteOrganization: (id: string, name: string) => remove<null>(one(id), { name }),
    operators: () => get<Operator[]>('/operator/operators'),
    grantOperator: (grant: OperatorGrant) => post<Operator>('/operator/operators', grant),
    revokeOperator: (id: string) => remove<null>(`/operator/operators/${id}`),
  };
};
