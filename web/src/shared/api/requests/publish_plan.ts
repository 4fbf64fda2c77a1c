import { client } from '../client';
import type { PlanPage } from '../generated';

export const publish_plan = (): Promise<PlanPage> => client.publish_plan();
