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

/** Does `what` and says in the reader's words why it failed; an empty text: it did not. */
export async function fault_of(what: () => Promise<unknown>): Promise<string> {
  try {
    await what();
    return '';
  } catch (error) {
    return problem_words(error);
  }
}
