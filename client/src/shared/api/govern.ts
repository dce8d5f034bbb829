import { asksOf } from './asks';
import type { Request } from './request';
import type { components } from './schema';
import type { Chat, ListedTopic, Member, Topic, TopicChange } from './types';

type Wire = components['schemas'];

export type ChatRight = Wire['ChatRight'];
export type Mute = NonNullable<Wire['Mute']>;
export type ChatChange = Wire['ChangeChatRequest'];
export type MemberChange = Wire['ChangeMemberRequest'];
export type ChatLink = Wire['LinkView'];
export type NewChatLink = Wire['NewLinkView'];
export type LinkRequest = Wire['CreateLinkRequest'];
export type LinkPreview = Wire['LinkPreview'];
export type Joined = Wire['JoinedView'];
export type Asking = Wire['JoinRequestView'];
export type Banned = Wire['BanView'];
export type Listed = Wire['DirectoryView'];

export type Reported = Wire['ReportView'];
export type ReportReason = NonNullable<Wire['ReportReason']>;
export type Decision = Wire['DecideReportRequest'];

/** How a chat is governed, and how people come into it. */
export const governRoutes = (request: Request) => {
  const { post, put, patch, remove, get } = asksOf(request);
  const chat = (id: string) => `/chats/${id}`;
  return {
    changeChat: (id: string, change: ChatChange) => patch<Chat>(chat(id), change),
    deleteChat: (id: string) => remove<null>(chat(id)),
    transferChat: (id: string, userId: string, password: string) => post<null>(`${chat(id)}/owner`, { userId, password }),
    members: (id: string, query: { q?: string; role?: string; cursor?: string; limit?: number }) =>
      request<Member[]>(`${chat(id)}/members`, { query }),
    changeMember: (id: string, userId: string, change: MemberChange) => patch<Member>(`${chat(id)}/members/${userId}`, change),
    restrict: (id: string, userId: string, until: string | null) => put<Member>(`${chat(id)}/members/${userId}/restriction`, { until }),
    unrestrict: (id: string, userId: string) => remove<Member>(`${chat(id)}/members/${userId}/restriction`),
    bans: (id: string, cursor?: string) => request<Banned[]>(`${chat(id)}/bans`, { query: { cursor } }),
    ban: (id: string, userId: string, until: string | null) => put<null>(`${chat(id)}/bans/${userId}`, { until }),
    unban: (id: string, userId: string) => remove<null>(`${chat(id)}/bans/${userId}`),
    topics: (id: string) => get<ListedTopic[]>(`${chat(id)}/topics`),
    switchTopics: (id: string, on: boolean) => put<Chat>(`${chat(id)}/topics`, { on }),
    createTopic: (id: string, body: { name: string; icon: string | null }) => post<Topic>(`${chat(id)}/topics`, body),
    deleteTopic: (id: string, seq: number) => remove<null>(`${chat(id)}/topics/${seq}`),
    muteTopic: (id: string, seq: number, mute: Mute) => patch<Wire['ThreadMark']>(`${chat(id)}/topics/${seq}/mine`, { mute }),
    changeTopic: (id: string, seq: number, change: TopicChange) => patch<Topic>(`${chat(id)}/topics/${seq}`, change),
    discussion: (id: string) => get<LinkPreview>(`${chat(id)}/discussion`),
    linkDiscussion: (id: string, groupId: string) => put<Chat>(`${chat(id)}/discussion`, { groupId }),
    endDiscussion: (id: string) => remove<Chat>(`${chat(id)}/discussion`),
    joinDiscussion: (id: string) => post<Joined>(`${chat(id)}/discussion/join`),
    links: (id: string) => get<ChatLink[]>(`${chat(id)}/links`),
    makeLink: (id: string, body: LinkRequest) => post<NewChatLink>(`${chat(id)}/links`, body),
    revokeLink: (id: string, linkId: string) => remove<null>(`${chat(id)}/links/${linkId}`),
    joinRequests: (id: string, cursor?: string) => request<Asking[]>(`${chat(id)}/requests`, { query: { cursor } }),
    letIn: (id: string, userId: string) => post<null>(`${chat(id)}/requests/${userId}`),
    turnAway: (id: string, userId: string) => remove<null>(`${chat(id)}/requests/${userId}`),
    previewLink: (code: string) => post<LinkPreview>('/join/preview', { code }),
    joinByLink: (code: string) => post<Joined>('/join', { code }),
    directory: (q: string, cursor?: string) => request<Listed[]>('/directory', { query: { q, cursor } }),
    report: (body: Wire['MakeReportRequest']) => post<null>('/reports', body),
    reports: (state: string, cursor?: string) => request<Reported[]>('/admin/reports', { query: { state, cursor } }),
    decideReport: (id: string, decision: Decision) => post<null>(`/admin/reports/${id}`, decision),
    joinListed: (chatId: string) => post<Joined>(`/directory/${chatId}`),
  };
};
