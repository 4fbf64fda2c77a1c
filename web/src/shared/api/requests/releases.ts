import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { NewsItem, ReleaseRow, WantedRelease } from '../generated';

export const releases_read = (): Read<ReleaseRow[]> => ({
  key: 'releases',
  fetch: () => client.releases(),
});
export const newsroom_read = (): Read<NewsItem[]> => ({
  key: 'newsroom',
  fetch: () => client.newsroom(),
});
export const keep_release = (release: WantedRelease): Promise<ReleaseRow[]> =>
  client.keep_release(release);
export const clear_release = (id: string): Promise<ReleaseRow[]> => client.clear_release(id);
export const withdraw_release = (id: string): Promise<ReleaseRow[]> => client.withdraw_release(id);
