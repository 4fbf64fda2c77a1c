import { SvelteMap } from 'svelte/reactivity';

/**
 * Something the reader can do. It is registered once and feeds the button, the shortcut, the
 * command palette and the list of shortcuts.
 */
export interface Action {
  id: string;
  title: () => string;
  /** "k", "mod+k", "shift+?"; without one it is reached by button and palette. */
  shortcut?: string;
  enabled?: () => boolean;
  run: () => void | Promise<void>;
}

const registered = new SvelteMap<string, Action>();

export function actions(): Action[] {
  return [...registered.values()].filter((action) => action.enabled?.() ?? true);
}

/** Offers actions while a component is shown. */
export function offer(offered: Action[]): void {
  $effect(() => {
    for (const action of offered) registered.set(action.id, action);
    return () => {
      for (const action of offered)
        if (registered.get(action.id) === action) registered.delete(action.id);
    };
  });
}

/** How a key press is written in `Action.shortcut`. */
export function shortcut_of(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${key}`;
}

function is_typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat) return;
  const pressed = shortcut_of(event);
  if (is_typing(event.target) && !pressed.startsWith('mod+')) return;
  if (document.querySelector('dialog[open]')) return;
  const action = actions().find((each) => each.shortcut === pressed);
  if (!action) return;
  event.preventDefault();
  void action.run();
}

export function start_shortcuts(): () => void {
  addEventListener('keydown', press);
  return () => removeEventListener('keydown', press);
}

const is_apple = /Mac|iPhone|iPad/.test(navigator.platform);

/** "mod+k" as the reader's keyboard writes it. */
export function shortcut_words(shortcut: string): string {
  return shortcut
    .split('+')
    .map((part) => (part === 'mod' ? (is_apple ? '⌘' : 'Ctrl') : part.toUpperCase()))
    .join(' ');
}
