import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark' | 'system';

const key = 'stogram.theme';
const night = () => matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function currentTheme(): Theme {
  const chosen = localStorage.getItem(key);
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function paint() {
  const theme = currentTheme();
  const shown = theme === 'system' ? (night().matches ? 'dark' : 'light') : theme;
  document.documentElement.dataset.theme = shown;
  const surface = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', surface);
}

export function startTheme() {
  paint();
  night().addEventListener('change', paint);
}

export function chooseTheme(theme: Theme) {
  localStorage.setItem(key, theme);
  paint();
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useTheme = () => useSyncExternalStore(subscribe, currentTheme);
