import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { HostLinkRow, HostPage, HostReply, NewHostLink } from '../generated';

export const host_links_read = (): Read<HostLinkRow[]> => ({
  key: 'host_links',
  fetch: () => client.host_links(),
});
export const add_host_link = (wanted: NewHostLink): Promise<HostLinkRow[]> =>
  client.add_host_link(wanted);
export const end_host_link = (id: string): Promise<HostLinkRow[]> => client.end_host_link(id);
/** What the holder of a link sees, and what they say. */
export const host_page = (token: string): Promise<HostPage> => client.host_page({ token });
export const answer_as_host = (reply: HostReply): Promise<HostPage> => client.answer_as_host(reply);
