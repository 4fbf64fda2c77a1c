import { client } from '../client';
import type { Job } from '../generated';

export const stop_plan = (id: string): Promise<Job> => client.stop_plan(id);
