import type { TFunction } from 'i18next';

const browsers: [RegExp, string][] = [
  [/Edg(?:A|iOS)?\//u, 'Edge'], [/OPR\//u, 'Opera'], [/YaBrowser\//u, 'Yandex Browser'], [/SamsungBrowser\//u, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//u, 'Firefox'], [/Chrome\/|CriOS\//u, 'Chrome'], [/Safari\//u, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/iPhone/u, 'iPhone'], [/iPad/u, 'iPad'], [/Android/u, 'Android'], [/CrOS/u, 'ChromeOS'],
  [/Windows/u, 'Windows'], [/Mac OS X/u, 'macOS'], [/Linux/u, 'Linux'],
];

const first = (names: [RegExp, string][], agent: string) => names.find(([pattern]) => pattern.test(agent))?.[1];

/** What a person would call it. A program that is no browser goes by the name it gave itself. */
export function deviceName(agent: string, t: TFunction): string {
  const browser = first(browsers, agent);
  const system = first(systems, agent);
  if (browser && system) return t('devices.on', { browser, system });
  const own = /^[^\s(]+/u.exec(agent)?.[0].replace('/', ' ');
  return agent === 'Unknown device' || !own ? t('devices.unknown') : browser ?? own;
}
