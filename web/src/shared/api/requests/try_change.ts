import { client } from '../client';
import type { Disruption, MoveEffect } from '../generated';

/** What a move by hand does while nothing else moves. */
export const try_change = (move: Disruption, signal?: AbortSignal): Promise<MoveEffect> =>
  client.try_change(move, signal ? { signal } : {});
