import type { Read } from '$shared/query/query.svelte';
import { client } from '../client';
import type { Delivery, NewWebhook, Webhook } from '../generated';

export const webhooks_read = (): Read<Webhook[]> => ({
  key: 'webhooks',
  fetch: () => client.webhooks(),
});
export const deliveries_read = (id: string): Read<Delivery[]> => ({
  key: `deliveries ${id}`,
  fetch: () => client.deliveries(id),
});
export const add_webhook = (address: string): Promise<NewWebhook> => client.add_webhook({ address });
export const rotate_webhook = (id: string): Promise<NewWebhook> => client.rotate_webhook(id);
export const remove_webhook = (id: string): Promise<Webhook[]> => client.remove_webhook(id);
export const replay_delivery = (number: number): Promise<Delivery[]> =>
  client.replay_delivery(String(number));
