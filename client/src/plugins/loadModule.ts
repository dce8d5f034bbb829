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
export async function dropModules(plugin: string) {
  if (!('caches' in globalThis)) return;
  const cache = await caches.open('plugins');
  const own = (await cache.keys()).filter(request => new URL(request.url).pathname.startsWith(`/plugins/${plugin}/`));
  await Promise.all(own.map(request => cache.delete(request)));
}
