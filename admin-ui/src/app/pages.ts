import type { Me } from '@stogram/client/shared/api/types';
import { Flag, HardDrive, History, ListChecks, type LucideIcon, MailPlus, Package, Puzzle, Server, ShieldCheck, Users } from 'lucide-react';
import type { ComponentType } from 'react';
import { AuditPage } from '../audit/AuditPage';
import { JobsPage } from '../jobs/JobsPage';
import { InvitesPage } from '../invites/InvitesPage';
import { ServerPage } from '../organizations/ServerPage';
import { PackagesPage } from '../packages/PackagesPage';
import { PeoplePage } from '../people/PeoplePage';
import { PluginsPage } from '../plugins/PluginsPage';
import { ReportsPage } from '../reports/ReportsPage';
import { SecurityPage } from '../security/SecurityPage';
import { StoragePage } from '../storage/StoragePage';

export interface PageEntry {
  path: string;
  icon: LucideIcon;
  title: 'admin.people' | 'admin.invites' | 'admin.plugins' | 'admin.jobs' | 'admin.security' | 'admin.reports' | 'admin.storage' | 'admin.audit' | 'admin.server' | 'admin.packages';
  Content: ComponentType<{ me: Me }>;
}

const ofAdministrators: readonly PageEntry[] = [
  { path: '/people', icon: Users, title: 'admin.people', Content: PeoplePage },
  { path: '/invites', icon: MailPlus, title: 'admin.invites', Content: InvitesPage },
  { path: '/', icon: Puzzle, title: 'admin.plugins', Content: PluginsPage },
  { path: '/jobs', icon: ListChecks, title: 'admin.jobs', Content: JobsPage },
  { path: '/security', icon: ShieldCheck, title: 'admin.security', Content: SecurityPage },
  { path: '/reports', icon: Flag, title: 'admin.reports', Content: ReportsPage },
  { path: '/storage', icon: HardDrive, title: 'admin.storage', Content: StoragePage },
  { path: '/audit', icon: History, title: 'admin.audit', Content: AuditPage },
];

const ofOperators: readonly PageEntry[] = [
  { path: '/server', icon: Server, title: 'admin.server', Content: ServerPage },
  { path: '/packages', icon: Package, title: 'admin.packages', Content: PackagesPage },
];

export const isAdministrator = (me: Me) => me.role === 'OWNER' || me.role === 'ADMIN';

/** An operator need not be an administrator, nor the other way round. */
export const pagesOf = (me: Me) => [...(isAdministrator(me) ? ofAdministrators : []), ...(me.isOperator ? ofOperators : [])];
