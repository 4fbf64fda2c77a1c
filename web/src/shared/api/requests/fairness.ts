import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { FairnessPage } from '../generated';

// The ledger, with the groups below `minimum` percent of the mean.
export const fairness_read = (minimum: number): Read<FairnessPage> => ({
  key: `plan/fairness/${minimum}`,
  fetch: () => client.fairness_page({ minimum }),
});
