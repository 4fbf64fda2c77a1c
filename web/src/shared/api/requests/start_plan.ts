import { client } from '../client';
import type { Job } from '../generated';

export const start_plan = (seed: string | null): Promise<Job> => client.start_plan({ seed, minimum_share_percent: null });
