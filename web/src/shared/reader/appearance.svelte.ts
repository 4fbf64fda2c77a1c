import { keep_preference, preference } from './preference';

export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

let chosen = $state<Appearance>('system');

export function appearance(): Appearance {
  return chosen;
}

/** Light, dark, or as the reader's system is. */
export function appear(wanted: Appearance): void {
  chosen = wanted;
  keep_preference('appearance', wanted);
  if (wanted === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = wanted;
}

export function start_appearing(): void {
  const stored = preference('appearance');
  appear(appearances.find((each) => each === stored) ?? 'system');
}
