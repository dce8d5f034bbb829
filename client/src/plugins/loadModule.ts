import type { PluginEntry } from '../shared/api/plugins';
import { blame } from './guard';

const failures = new Map<string, number>();

/** A browser may remember that a module failed to come: the next attempt asks under another name. */
export async function loadModule(url: string): Promise<{ activate?: unknown; activateAdmin?: unknown }> {
  const failed = failures.get(url) ?? 0;
  try {
    return (await import(/* @vite-ignore */ failed ? `${url}?attempt=${failed}` : url)) as Record<string, unknown>;
  } catch (error) {
    failures.set(url, failed + 1);
    throw error;
  }
}

/** Resolves once the sheet is there, so that nothing is shown bare; a plugin without its looks still works. */
export function loadStyle(plugin: string, url: string, signal: AbortSignal): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = url;
  signal.addEventListener('abort', () => link.remove());
  return new Promise(resolve => {
    link.onload = () => resolve();
    link.onerror = () => {
      blame(plugin, 'its style sheet', new Error(url));
      resolve();
    };
    document.head.append(link);
  });
}

/** Removes what the service worker keeps of a plugin. */
export const dropModules = (plugin: string) => drop(path => path.startsWith(`/plugins/${plugin}/`));

/** Removes what it keeps of all else: of versions before, and of what went off while the app was closed. */
export function keepModules(entries: readonly PluginEntry[]) {
  const homes = entries.flatMap(({ web }) => (web ? web.module.slice(0, web.module.lastIndexOf('/') + 1) : []));
  return drop(path => !homes.some(home => path.startsWith(home)));
}

async function drop(isOld: (path: string) => boolean) {
  if (!('caches' in globalThis)) return;
  const cache = await caches.open('plugins');
  const old = (await cache.keys()).filter(request => isOld(new URL(request.url).pathname));
  await Promise.all(old.map(request => cache.delete(request)));
}
