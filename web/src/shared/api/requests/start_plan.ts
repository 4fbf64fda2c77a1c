import { client } from '../client';
import type { Job } from '../generated';

// With a minimum, no group is to have less than that percentage of the mean share.
export const start_plan = (seed: string | null, minimum: number | null = null): Promise<Job> =>
  client.start_plan({ seed, minimum_share_percent: minimum });
