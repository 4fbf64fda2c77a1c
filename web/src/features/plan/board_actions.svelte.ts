import type { Action } from '$shared/actions/actions.svelte';
import type { PlanPage } from '$shared/api/generated';
import { set_lock } from '$shared/api/requests/set_lock';
import { undo_last_change } from '$shared/api/requests/undo_last_change';
import { invalidate } from '$shared/query/query.svelte';
import { fault_of } from '$shared/reader/problem';
import { go } from '$shared/router/router.svelte';
import { plain, say } from '$shared/words/words.svelte';
import type { Lane, LaneBlock } from './lanes';
import { is_movable, lock_of } from './move';
import { wish_to_explain } from './why';
import { ask_ways, begin_move, drop, give_up_move, mover } from './mover.svelte';

interface Needs {
  /** The block that has the focus, or is open, with its lane. */
  current: () => { block: LaneBlock; lane: Lane } | undefined;
  may_move: () => boolean;
  locked: () => ReadonlySet<string>;
  locks_changed: () => Promise<void>;
  plan: () => PlanPage | undefined;
}

/** What the office does on the board: move, lock, ask why, take back. */
export function board_actions(needs: Needs) {
  let said = $state('');
  let fault = $state('');
  let busy = $state(false);

  async function attempt(what: () => Promise<string>): Promise<void> {
    if (busy) return;
    busy = true;
    said = '';
    fault = await fault_of(async () => {
      said = await what();
    });
    busy = false;
  }

  const movable = () => {
    const found = needs.current();
    return needs.may_move() && !mover.block && found && is_movable(found.block, found.lane)
      ? found
      : undefined;
  };
  const move: Action = {
    id: 'move',
    title: () => say('board.move'),
    shortcut: 'm',
    enabled: () => movable() !== undefined,
    run: () => {
      const found = movable();
      said = fault = '';
      if (found) begin_move(found.block, found.lane);
    },
  };
  const lockable = () => {
    const found = needs.current();
    return needs.may_move() && !mover.block && found && lock_of(found.block) ? found : undefined;
  };
  const is_locked = () => {
    const found = lockable();
    return found !== undefined && needs.locked().has(found.block.id);
  };
  const lock: Action = {
    id: 'lock',
    title: () => (is_locked() ? say('board.unlock') : say('board.lock')),
    shortcut: 'l',
    enabled: () => lockable() !== undefined,
    run: () =>
      attempt(async () => {
        const found = lockable();
        if (!found) return '';
        const locks = !is_locked();
        await set_lock(lock_of(found.block), locks);
        await needs.locks_changed();
        const title = plain(found.block.title);
        return locks ? say('board.locked_now', { title }) : say('board.unlocked_now', { title });
      }),
  };
  const why: Action = {
    id: 'why',
    title: () => say('board.why'),
    shortcut: 'w',
    enabled: () => needs.may_move() && !mover.block && needs.current() !== undefined,
    run: () => {
      const found = needs.current();
      if (!found) return;
      const wish = wish_to_explain(needs.plan()?.unplaced ?? [], found.block, found.lane);
      fault = '';
      said = wish ? '' : say('board.no_wish', { title: plain(found.lane.name) });
      if (wish) go(`/wishes/${encodeURIComponent(wish.id)}`);
    },
  };
  const undo: Action = {
    id: 'undo',
    title: () => say('board.undo'),
    shortcut: 'z',
    enabled: () => needs.may_move() && !mover.block && !busy,
    run: () =>
      attempt(async () => {
        const { version } = await undo_last_change();
        invalidate();
        return say('board.undone', { version: String(version) });
      }),
  };

  return {
    actions: [move, lock, why, undo],
    get said(): string {
      return said;
    },
    get fault(): string {
      return fault;
    },
    get busy(): boolean {
      return busy;
    },
    /** Enter while something moves: drop it, or ask what could give way, or take the first way. */
    confirm(): void {
      const version = needs.plan()?.version ?? 0;
      if (mover.busy) return;
      if (mover.is_home) give_up_move();
      else if (mover.preview) {
        const first = mover.preview.proposals[0];
        if (first) void drop(mover.preview.version, 0, first.digest);
      } else if (mover.effect?.in_the_way.length === 0) void drop(version);
      else if (mover.effect) void ask_ways();
    },
  };
}

export type BoardActions = ReturnType<typeof board_actions>;
