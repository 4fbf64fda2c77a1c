import type { PlanPage, Score } from '$shared/api/generated';
import { number, percent, say } from '$shared/words/words.svelte';

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
  // A gap that would round to nothing is still a gap.
  if (score.gap_permille === 0) return say('quality.within', { gap: percent(1) });
  return say('quality.within', { gap: percent(score.gap_permille) });
}

export function verified_words(plan: PlanPage): string {
  return plan.verification.good ? say('quality.verified') : say('quality.not_verified');
}
