import { client } from '../client';
import type { SensitiveField } from '../generated';

export const read_sensitive = (person: string): Promise<SensitiveField[]> =>
  client.read_sensitive(person);
