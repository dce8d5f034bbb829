/** The tokens a plugin may rely on. Colours follow light, dark and the person's accent by themselves. */
export type TokenName =
  | 'accent' | 'accent-strong' | 'on-accent' | 'accent-soft' | 'accent-text'
  | 'canvas' | 'surface' | 'raised' | 'sunken' | 'line' | 'hover' | 'selected'
  | 'text' | 'text-2' | 'text-3' | 'good' | 'good-text' | 'warn' | 'warn-text' | 'bad'
  | 'font' | 'mono' | 't-xs' | 't-sm' | 't-md' | 't-lg' | 't-xl'
  | 's1' | 's2' | 's3' | 's4' | 's5' | 's6' | 'r-sm' | 'r-md' | 'r-lg' | 'r-full' | 'field'
  | 'ease' | 'quick' | 'calm' | 'float';

/** `theme.accent` is `var(--accent)`: use it in a style set by script; a style sheet writes the variable itself. */
export type ThemeTokens = { readonly [Name in TokenName]: `var(--${Name})` };
