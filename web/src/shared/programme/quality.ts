import type { PlanPage, Score } from '$shared/api/generated';
import { number, say } from '$shared/words/words.svelte';

export interface Met {
  placed: number;
  asked: number;
}

export function wishes_met(score: Score): Met {
  return {
    placed: score.musts_placed + score.wants_placed,
    asked: score.musts_asked + score.wants_asked,
  };
}

/** "2,214 of 2,230 wishes" */
export function wishes_words(score: Score): string {
  const { placed, asked } = wishes_met(score);
  return say('quality.wishes_met', { placed: number(placed), asked: number(asked) });
}

/** "within 0.7 % of the proven best", or that it is the best. */
export function gap_words(score: Score): string {
  if (score.value >= score.bound) return say('quality.best');
  const gap = (score.bound - score.value) / score.bound;
  // Rounded up, in as few digits as tell it: the plan is never said to be better than it is.
  const digits = gap < 0.001 ? 2 : 1;
  const shown = Math.ceil(gap * 100 * 10 ** digits - 1e-9) / 10 ** digits;
  return say('quality.within', { gap: `${number(shown, digits)} %` });
}

export function verified_words(plan: PlanPage): string {
  return plan.verification.good ? say('quality.verified') : say('quality.not_verified');
}
