import { client } from '../client';
import type { PlanPage } from '../generated';

/** Refused where the plan on this page is no longer the published one. */
export const publish_plan = (): Promise<PlanPage> => {
  const seen = client.etag_of('/api/plan');
  return client.publish_plan(seen ? { if_match: seen } : {});
};
