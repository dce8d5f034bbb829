import type { AdminContribution, Contribution, MessagePlace, SearchSource, SlotContribution, SlotName, Transform } from '@stogram/plugin';
import { create } from 'zustand';
import { useShallow } from 'zustand/shallow';

/** Where pieces go: the slots, and in place of a message's text, where the piece's id is the kind of message. */
export type Where = SlotName | 'message.kind' | 'admin.plugin.settings@1';

export interface Piece<K extends Where = Where> {
  plugin: string;
  slot: K;
  contribution: K extends SlotName ? SlotContribution<K> : K extends 'message.kind' ? Contribution<MessagePlace> : AdminContribution;
}

export interface Explanation {
  plugin: string;
  code: string;
  say: (details: Readonly<Record<string, unknown>>) => string;
}

export interface Source {
  plugin: string;
  source: SearchSource;
}

export interface Registered {
  plugin: string;
  /** What people know the plugin by. */
  name: string;
  transform: Transform;
}

export interface Registry {
  pieces: Piece[];
  explanations: Explanation[];
  sources: Source[];
  /** In the order of the way out. */
  transforms: Registered[];
  /** Who has to change what is sent, whether or not they are here yet; null until that is known. */
  senders: { id: string; name: string }[] | null;
  /** What the admins of chats may set something for. */
  forChats: { id: string; name: string }[];
  /** All that is on has been started: what is not here is off. */
  isSettled: boolean;
}

/** What the running plugins have registered, in the order in which it is shown. */
export const useRegistry = create<Registry>(() => ({ pieces: [], explanations: [], sources: [], transforms: [], senders: null, forChats: [], isSettled: false }));

export const useIsFilled = (slot: SlotName) => useRegistry(state => state.pieces.some(piece => piece.slot === slot));

export const usePieces = <K extends Where>(slot: K) =>
  useRegistry(useShallow(state => state.pieces.filter((piece): piece is Piece<K> & Piece => piece.slot === slot)));

export function addPiece<K extends Where>(piece: Piece<K>) {
  const isTaken = (other: Piece) =>
    other.plugin === piece.plugin && other.slot === piece.slot && (piece.slot === 'app.route@1' || other.contribution.id === piece.contribution.id);
  if (useRegistry.getState().pieces.some(isTaken)) throw new Error(`${piece.slot} already has a contribution ${piece.contribution.id}.`);
  const pieces = [...useRegistry.getState().pieces, piece as unknown as Piece].sort(inOrder);
  useRegistry.setState({ pieces });
}

export function addKind(piece: Piece<'message.kind'>) {
  const kind = piece.contribution.id;
  const isDrawn = (other: Piece) => other.slot === piece.slot && other.contribution.id === kind;
  // What people send has a kind in capitals, and is no plugin's to draw.
  if (!/^[a-z]/.test(kind) || useRegistry.getState().pieces.some(isDrawn)) throw new Error(`The kind ${kind} is drawn already.`);
  addPiece(piece);
}

export function addExplanation(explanation: Explanation) {
  useRegistry.setState(({ explanations }) => ({ explanations: [...explanations, explanation] }));
}

export function addSource({ plugin, source }: Source) {
  if (useRegistry.getState().sources.some(other => other.plugin === plugin && other.source.id === source.id)) {
    throw new Error(`There already is a search source ${source.id}.`);
  }
  useRegistry.setState(({ sources }) => ({ sources: [...sources, { plugin, source }] }));
}

export function addTransform(transform: Registered) {
  if (useRegistry.getState().transforms.some(other => other.plugin === transform.plugin)) throw new Error('There already is a transform.');
  const order = ({ order = 0 }: Transform) => order;
  const transforms = [...useRegistry.getState().transforms, transform]
    .sort((a, b) => order(a.transform) - order(b.transform) || byPlugin(a, b));
  useRegistry.setState({ transforms });
}

export function takeBack(plugin: string) {
  const others = (own: { plugin: string }) => own.plugin !== plugin;
  useRegistry.setState(({ pieces, explanations, sources, transforms }) => ({
    pieces: pieces.filter(others), explanations: explanations.filter(others), sources: sources.filter(others),
    // Kept as it is where nothing goes: what it changed is remembered for as long.
    transforms: transforms.every(others) ? transforms : transforms.filter(others),
  }));
}

const byPlugin = (a: { plugin: string }, b: { plugin: string }) => (a.plugin < b.plugin ? -1 : Number(a.plugin > b.plugin));

const inOrder = (a: Piece, b: Piece) => (a.contribution.order ?? 0) - (b.contribution.order ?? 0) || byPlugin(a, b);
