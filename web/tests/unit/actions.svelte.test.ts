// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actions, offer, shortcut_of, start_shortcuts } from '$shared/actions/actions.svelte';

const run = vi.fn();
let possible = true;
let leave = () => {};
let stop = () => {};
const press = (key: string, target: EventTarget = document.body, more = {}) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));

beforeEach(() => {
  run.mockClear();
  possible = true;
  leave = $effect.root(() =>
    offer([{ id: 'go', title: () => 'Go', shortcut: 'g', enabled: () => possible, run }]),
  );
  flushSync();
  stop = start_shortcuts();
});
afterEach(() => {
  leave();
  stop();
  document.body.replaceChildren();
});

describe('an action', () => {
  it('runs by its key, and by no other', () => {
    press('x');
    expect(run).not.toHaveBeenCalled();
    press('g');
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('does not run while it cannot be done, nor is it offered then', () => {
    possible = false;
    press('g');
    expect(run).not.toHaveBeenCalled();
    expect(actions()).toEqual([]);
  });

  it('does not run while the reader types or a dialogue is open', () => {
    const field = document.body.appendChild(document.createElement('input'));
    press('g', field);
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.setAttribute('open', '');
    press('g');
    expect(run).not.toHaveBeenCalled();
  });

  it('is gone with the screen that offered it', () => {
    leave();
    flushSync();
    expect(actions()).toEqual([]);
  });

  it('tells keys with Control and Command alike', () => {
    const event = (more: object) => new KeyboardEvent('keydown', { key: 'K', ...more });
    expect(shortcut_of(event({ ctrlKey: true }))).toBe('mod+k');
    expect(shortcut_of(event({ metaKey: true }))).toBe('mod+k');
    expect(shortcut_of(event({}))).toBe('k');
  });
});
