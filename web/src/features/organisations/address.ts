import { with_parameters } from '$shared/router/router.svelte';

/** The page of an organisation, keeping the filter of the list. */
export function address_of(id: string): string {
  return `/organisations/${encodeURIComponent(id)}${with_parameters({}).replace(/^[^?]*/, '')}`;
}
