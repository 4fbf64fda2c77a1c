import type { WishRow } from '$shared/api/generated';
import type { Lane, LaneBlock } from './lanes';

/** Whose wish it is, or what is wished. */
function concerns(wish: WishRow, block: LaneBlock, lane: Lane): boolean {
  if (block.kind === 'activity' && wish.activity?.id === block.id) return true;
  const ends = [wish.organisation?.id, wish.person?.id];
  if (block.meeting) ends.push(wish.counterpart?.id);
  const own = lane.address
    ? [lane.id]
    : block.meeting
      ? [block.meeting.first, block.meeting.second]
      : [];
  return own.some((each) => ends.includes(each));
}

/** The first wish that is not met of what has the focus; a must before all wants. */
export function wish_to_explain(
  unplaced: WishRow[],
  block: LaneBlock,
  lane: Lane,
): WishRow | undefined {
  const own = unplaced.filter((wish) => wish.level !== 'never' && concerns(wish, block, lane));
  return own.find((wish) => wish.level === 'must') ?? own[0];
}
