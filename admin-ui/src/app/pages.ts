import type { Me } from '@stogram/client/shared/api/types';
import { History, type LucideIcon, MailPlus, Puzzle, ShieldCheck, Users } from 'lucide-react';
import type { ComponentType } from 'react';
import { AuditPage } from '../audit/AuditPage';
import { InvitesPage } from '../invites/InvitesPage';
import { PeoplePage } from '../people/PeoplePage';
import { PluginsPage } from '../plugins/PluginsPage';
import { SecurityPage } from '../security/SecurityPage';

export interface PageEntry {
  path: string;
  icon: LucideIcon;
  title: 'admin.people' | 'admin.invites' | 'admin.plugins' | 'admin.security' | 'admin.audit';
  Content: ComponentType<{ me: Me }>;
}

export const pages: readonly PageEntry[] = [
  { path: '/people', icon: Users, title: 'admin.people', Content: PeoplePage },
  { path: '/invites', icon: MailPlus, title: 'admin.invites', Content: InvitesPage },
  { path: '/', icon: Puzzle, title: 'admin.plugins', Content: PluginsPage },
  { path: '/security', icon: ShieldCheck, title: 'admin.security', Content: SecurityPage },
  { path: '/audit', icon: History, title: 'admin.audit', Content: AuditPage },
];
