import { client } from '../client';
import type { ProviderAnswer, ProviderPage, Session } from '../generated';

export const begin_provider_sign_in = (id: string): Promise<ProviderPage> =>
  client.begin_provider_sign_in(id);
export const sign_in_by_provider = (answer: ProviderAnswer): Promise<Session> =>
  client.sign_in_by_provider(answer);
