import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { AgreementRow } from '../generated';

export const agreements_read = (): Read<AgreementRow[]> => ({
  key: 'agreements',
  fetch: () => client.agreements(),
});
