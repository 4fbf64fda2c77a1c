import { client } from '../client';
import type { ChangePreview, Disruption } from '../generated';

export const preview_change = (change: Disruption): Promise<ChangePreview> =>
  client.preview_change(change);
