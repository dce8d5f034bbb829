import { Session } from './auth/session';
import { offline } from './api/error';
import type { ChoicesChange, Failure, Folders, Me, Message, SavedDraft, Scheduled, User } from './api/types';
import { Keeper } from './db/Keeper';
import { Engine } from './sync/engine';
import { announce } from './announce';
import { noticeOf } from './notify/decide';
import { ring } from './notify/sound';
import { keepStatus, type OwnStatus, useOwnStatus } from './presence/ownStatus';
import { forgetAsides, hearAside } from './presence/aside';
import { Lookout } from './presence/people';
import { hearTyping } from './presence/typing';
import type { Link } from './realtime/connection';
import { type Draft, noDraft, taken, touched, unsaid } from './sync/draft';
import { ExpiryWatch, withoutExpired } from './sync/expiry';
import type { Ask } from './sync/pages';
import { DraftSaver } from './sync/saveDrafts';
import { wish } from './sync/reactions';
import { nothing, type Part, type Synced } from './sync/chatState';
import { isGone, withPerson } from './sync/withPerson';
import { refusalOf, tell } from './outcomes';
import { leave, leaveAgain } from './sync/leaving';
import { type Pending, requestOf } from './sync/outbox';
import { blank, useStore } from './sync/store';
import { serverNow } from './time/serverTime';

/** Where a message is. */
type Place = Pick<Message, 'chatId' | 'id'>;

/** The running app: one session, one store, one engine, and the copy of it all on this device. */
class App {
  readonly session = new Session();
  readonly #keeper = new Keeper();
  #engine: Engine | null = null;
  readonly #expiry = new ExpiryWatch(serverNow, () => this.#expire());
  readonly #drafts = new DraftSaver({
    draft: chatId => (useStore.getState().synced.chats[chatId]?.chat.isSecret === false ? draftOf(chatId) : null),
    unsaved: () => Object.entries(useStore.getState().drafts).flatMap(([id, draft]) => (draft.isSaved ? [] : id)),
    canSend: () => this.#engine?.isOpen ?? false,
    save: (chatId, draft) => this.dispatch<SavedDraft>('chat:draft', savedForm(chatId, draft)),
    saved: (chatId, asked, answer) => this.#onSaved(chatId, asked, answer),
  });
  readonly lookout = new Lookout(id => this.session.api.person(id), user => this.#see(user), id => isGone(useStore.getState().synced, id));

  constructor() {
    this.session.onLost(() => void this.#end());
  }

  async start() {
    const loaded = await this.#keeper.load();
    if (loaded) {
      useStore.setState({ me: loaded.me, synced: loaded.synced, outbox: loaded.outbox, drafts: loaded.drafts, hasSynced: true });
      this.#expiry.follow(nothing(''), loaded.synced);
      this.#expire();
      return this.#run();
    }
    const me = this.session.isLikely ? await this.session.api.me().catch(() => null) : null;
    if (me) return this.enter(me);
    useStore.setState({ ...blank, phase: 'signed-out' });
  }

  async enter(me: Me) {
    const synced = nothing(me.id);
    useStore.setState({ ...blank, me, synced });
    await this.#keeper.begin(me, synced);
    this.#run();
  }

  async signOut() {
    await this.session.signOut();
  }

  async refreshMe() {
    await this.setMe(await this.session.api.me());
  }

  async setMe(me: Me) {
    if (useStore.getState().me?.id !== me.id) return;
    useStore.setState({ me });
    await this.#keeper.keepMe(me);
  }

  async send(pending: Pending) {
    useStore.setState(state => ({ outbox: [...state.outbox, pending] }));
    await this.#keeper.keepPending(pending);
    this.#engine?.drain();
  }

  /** Needs the line: what is only on this device when it is due would come too late. */
  async schedule(pending: Pending, scheduledAt: string) {
    return this.dispatch<Scheduled>('message:send', { ...await leave(requestOf(pending)), scheduledAt });
  }

  async retry(pending: Pending) {
    await this.discard(pending);
    await this.send({ ...pending, failure: null });
  }

  async discard(pending: Pending) {
    useStore.setState(state => ({ outbox: state.outbox.filter(other => other.id !== pending.id) }));
    await this.#keeper.dropPending(pending.id);
  }

  read(chatId: string, seq: number) {
    this.#engine?.read(chatId, seq);
  }

  readPart(chatId: string, part: number, seq: number) {
    this.#engine?.readPart(chatId, part, seq);
  }

  async load(chatId: string, ask: Ask, part?: Part) {
    if (!this.#engine) throw offline();
    await this.#engine.load(chatId, ask, part);
  }

  async edit({ chatId, id }: Place, content: string) {
    const words = await leaveAgain(chatId, id, content);
    await this.#engine?.take(await this.dispatch<Message>('message:edit', { chatId, id, content: words }));
  }

  async delete({ chatId, id }: Place, scope: 'everyone' | 'me') {
    await this.dispatch<null>('message:delete', { chatId, id, for: scope });
  }

  async pin({ chatId, id }: Place, on: boolean) {
    await this.#engine?.take(await this.dispatch<Message>('message:pin', { chatId, id, on }));
  }

  async hidePreview({ id }: Place) {
    await this.#engine?.take(await this.session.api.hidePreview(id));
  }

  /** Shown at once; what the server refuses is as if it had never been. */
  async react({ chatId, id }: Place, emoji: string, on: boolean) {
    const forget = wish(id, emoji, on);
    try {
      await this.#engine?.take(await this.dispatch<Message>('message:react', { chatId, id, emoji, on }));
    } finally {
      forget();
    }
  }

  sayTyping(chatId: string, on: boolean) {
    this.dispatch(on ? 'typing:start' : 'typing:stop', { chatId }).catch(() => null);
  }

  setStatus(status: OwnStatus) {
    keepStatus(status);
    this.#sayStatus();
  }

  /** What is written in a part of a chat stays on this device. */
  draft(place: string, change: Partial<Draft>) {
    const draft = touched(draftOf(place), change, new Date());
    this.#write(place, place in useStore.getState().synced.chats ? draft : { ...draft, isSaved: true });
    this.#drafts.touch(place);
  }

  async choose(chatId: string, change: ChoicesChange) {
    this.#engine?.takeChoices(chatId, await this.session.api.choose(chatId, change));
  }

  async folders(change: Promise<Folders>) {
    this.#engine?.takeFolders(await change);
  }

  async dispatch<T>(type: string, payload: unknown): Promise<T> {
    if (!this.#engine) throw offline();
    return this.#engine.dispatch<T>(type, payload);
  }

  listen<T>(type: string, handler: (payload: T) => void, signal: AbortSignal) {
    this.#engine?.listen(type, payload => handler(payload as T), signal);
  }

  async sync() {
    await this.#engine?.sync();
  }

  #run() {
    this.#engine = new Engine(this.session, {
      synced: () => useStore.getState().synced,
      outbox: () => useStore.getState().outbox,
      put: synced => this.#put(synced),
      sent: pending => this.#sent(pending),
      failed: (pending, failure) => this.#failed(pending, failure),
      onLink: link => this.#onLink(link),
      onMessage: message => this.#onMessage(message),
      onJoined: () => void (useOwnStatus.getState().status !== 'ONLINE' && this.#sayStatus()),
      onAside: aside => hearAside(aside, useStore.getState().synced.meId),
      onSight: (userId, isSure) => this.lookout.again(userId, isSure),
      onDrafts: drafts => this.#onDrafts(drafts),
      onRevoked: () => this.session.end(),
    });
    useStore.setState({ phase: 'ready' });
    this.#engine.start();
  }

  #onLink(link: Link) {
    useStore.setState({ link });
    if (link === 'online') this.#drafts.hurry();
    else forgetAsides(this.lookout);
  }

  #write(chatId: string, draft: Draft) {
    useStore.setState(({ drafts }) => ({ drafts: { ...drafts, [chatId]: draft } }));
    this.#keeper.wrote(chatId);
  }

  /** Of an answer to one's own: what was typed since stays, and goes after it. */
  #onSaved(chatId: string, asked: Draft, answer: SavedDraft | null) {
    const here = draftOf(chatId);
    const isSame = here.at === asked.at;
    if (isSame) this.#write(chatId, answer ? taken({ ...here, at: '' }, answer) : { ...here, isSaved: true });
    else if (answer) this.#onDrafts([answer]);
    this.#drafts.touch(chatId);
  }

  #onDrafts(drafts: readonly SavedDraft[]) {
    for (const draft of drafts) {
      const here = draftOf(draft.chatId);
      const next = taken(here, draft);
      if (next !== here) this.#write(draft.chatId, next);
    }
  }

  #see(user: User) {
    const { synced } = useStore.getState();
    const seen = withPerson(synced, user);
    if (seen !== synced) this.#put(seen);
  }

  #onMessage(message: Message) {
    announce(message);
    const { synced } = useStore.getState();
    const state = synced.chats[message.chatId];
    const isLooking = document.hasFocus() && location.pathname.startsWith(`/chat/${message.chatId}`);
    if (state && !isLooking && noticeOf(message, state, synced.meId, useOwnStatus.getState().status, Date.now()) === 'loud') ring();
    hearTyping({ chatId: message.chatId, userId: message.senderId, on: false });
  }

  /** Behind the server's own word that whoever connects is here. */
  #sayStatus() {
    this.dispatch('user:status-change', useOwnStatus.getState()).catch(() => null);
  }

  #put(synced: Synced) {
    const { synced: before, outbox } = useStore.getState();
    const isGone = ({ chatId }: Pending) => before.chats[chatId] && !synced.chats[chatId];
    for (const pending of outbox.filter(isGone)) void this.discard(pending);
    useStore.setState(state => ({ synced, hasSynced: state.hasSynced || synced.since !== null }));
    this.#expiry.follow(before, synced);
    this.#keeper.soon();
  }

  #expire() {
    const { synced } = useStore.getState();
    const chats = Object.entries(synced.chats).map(([id, state]) => [id, withoutExpired(state, serverNow())] as const);
    if (chats.some(([id, state]) => state !== synced.chats[id])) this.#put({ ...synced, chats: Object.fromEntries(chats) });
    else this.#expiry.follow(synced, synced);
  }

  #sent(pending: Pending) {
    // Twice where a sync overtakes the acknowledgement: told once.
    const { id, chatId } = pending;
    if (useStore.getState().outbox.some(other => other.id === id)) tell('message:sent', { chatId, id, at: Date.now() });
    void this.discard(pending);
  }

  #failed(sent: Pending, failure: Failure) {
    const pending = { ...sent, failure };
    const swap = (other: Pending) => (other.id === pending.id ? pending : other);
    useStore.setState(state => ({ outbox: state.outbox.map(swap) }));
    void this.#keeper.keepPending(pending);
    tell('message:rejected', refusalOf(pending, failure));
  }

  async #end() {
    this.#keeper.stop();
    const engine = this.#engine;
    this.#engine = null;
    this.#expiry.stop();
    this.#drafts.stop();
    forgetAsides(this.lookout);
    useStore.setState({ ...blank, phase: 'signed-out' });
    await engine?.stop();
    await this.#keeper.wipe();
  }
}

const draftOf = (chatId: string) => useStore.getState().drafts[chatId] ?? noDraft;

function savedForm(chatId: string, draft: Draft) {
  const { text, replyTo } = unsaid(draft);
  return { chatId, text, at: draft.at, ...(replyTo && { replyToId: replyTo.id }) };
}

export const app = new App();
