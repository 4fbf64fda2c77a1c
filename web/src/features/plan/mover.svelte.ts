import type { ChangePreview, MoveEffect } from '$shared/api/generated';
import { apply_change } from '$shared/api/requests/apply_change';
import { preview_change } from '$shared/api/requests/preview_change';
import { try_change } from '$shared/api/requests/try_change';
import { invalidate } from '$shared/query/query.svelte';
import { problem_words } from '$shared/reader/problem';
import type { Lane, LaneBlock } from './lanes';
import { disruption_of, home_of, same_target, type Target } from './move';

let block = $state.raw<LaneBlock>();
let home = $state.raw<Target>();
let target = $state.raw<Target>();
let effect = $state.raw<MoveEffect>();
let preview = $state.raw<ChangePreview>();
let fault = $state('');
let busy = $state(false);
let done = $state.raw<{ block: LaneBlock; version: number }>();
let question: AbortController | undefined;

/** Something on the board that is being moved, and what the engine says of its target. */
export const mover = {
  get block(): LaneBlock | undefined {
    return block;
  },
  get home(): Target | undefined {
    return home;
  },
  get target(): Target | undefined {
    return target;
  },
  /** What the move does by itself; nothing while the engine is asked. */
  get effect(): MoveEffect | undefined {
    return effect;
  },
  /** What could give way, once that was asked. */
  get preview(): ChangePreview | undefined {
    return preview;
  },
  get fault(): string {
    return fault;
  },
  get busy(): boolean {
    return busy;
  },
  /** The move that was made last. */
  get done() {
    return done;
  },
  get is_home(): boolean {
    return home !== undefined && target !== undefined && same_target(home, target);
  },
};

export function begin_move(moved: LaneBlock, lane: Lane): void {
  block = moved;
  home = target = home_of(moved, lane);
  effect = preview = undefined;
  fault = '';
}

/** Aims at a target and asks what it would do; only the latest question is answered. */
export function aim(at: Target): void {
  if (!block || busy || (target && same_target(target, at))) return;
  target = at;
  effect = preview = undefined;
  fault = '';
  question?.abort();
  if (mover.is_home) return;
  const asked = (question = new AbortController());
  try_change(disruption_of(block, at), asked.signal).then(
    (answer) => {
      if (question === asked) effect = answer;
    },
    (error: unknown) => {
      if (question === asked && !asked.signal.aborted) fault = problem_words(error);
    },
  );
}

export function give_up_move(): void {
  if (busy) return;
  question?.abort();
  block = home = target = effect = preview = question = undefined;
  fault = '';
}

async function attempt(what: () => Promise<void>): Promise<void> {
  if (busy) return;
  busy = true;
  fault = '';
  try {
    await what();
  } catch (error) {
    fault = problem_words(error);
  } finally {
    busy = false;
  }
}

/** Which ways there are to make room for it, by the people disturbed. */
export const ask_ways = (): Promise<void> =>
  attempt(async () => {
    if (block && target) preview = await preview_change(disruption_of(block, target));
  });

/** Makes a way the published plan; the first one where nothing has to give way. */
export const drop = (version: number, proposal = 0, digest = ''): Promise<void> =>
  attempt(async () => {
    if (!block || !target) return;
    const change = disruption_of(block, target);
    const reason = 'Moved by hand on the board.';
    const moved = block;
    const made = await apply_change({ change, proposal, version, digest, reason });
    done = { block: moved, version: made.version };
    invalidate();
    busy = false;
    give_up_move();
  });
