import { ProblemError } from '$shared/api/generated';
import { is_unreachable } from '$shared/query/query.svelte';
import { say } from '$shared/words/words.svelte';

/** Why something could not be done, in sentences: all faults that the server names. */
export function problem_words(error: unknown): string {
  if (is_unreachable(error)) return say('state.offline_why');
  if (!(error instanceof ProblemError)) return say('state.failed_why');
  const { type, issues, detail, title } = error.problem;
  if (issues.length > 0) return issues.map((issue) => issue.sentence).join(' ');
  if (/:(denied|sign_in_required)$/.test(type)) return say('state.refused_why');
  return detail || title || say('state.failed_why');
}
