import type { AppEvents } from '@stogram/plugin';
import { eventTypes, type Message } from '../shared/api/types';
import { hear } from '../shared/outcomes';
import { app } from '../shared/app';
import { guard } from './guard';
import { freezeDeep, viewMessage } from './views';

type Handler = (payload: never) => void;

/** Subscribes a plugin to the app's own events, or to a realtime event of a plugin's server half. */
export function subscribe(plugin: string, event: string, handler: Handler, signal: AbortSignal) {
  const call = (payload: unknown) => guard(plugin, event, () => handler(payload as never), undefined);
  if (event === 'message:sent' || event === 'message:rejected') return hear(event, payload => call(freezeDeep(payload)), signal);
  if (event === ('message:new' satisfies keyof AppEvents)) return app.listen<Message>(event, message => call(viewMessage(message)), signal);
  if (event === ('connected' satisfies keyof AppEvents)) return app.listen('sync:required', () => call(undefined), signal);
  if (isCore(event)) throw new Error(`There is no event ${event} for plugins.`);
  app.listen(event, payload => call(freezeDeep(payload)), signal);
}

const isCore = (event: string) => eventTypes.some(type => type === event);
