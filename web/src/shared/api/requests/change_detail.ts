import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { ChangeDetail } from '../generated';

export const change_detail_read = (number: number): Read<ChangeDetail> => ({
  key: `change ${number}`,
  fetch: () => client.change_detail(String(number)),
});
