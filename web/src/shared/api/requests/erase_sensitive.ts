import { client } from '../client';
import type { SensitiveField } from '../generated';

export const erase_sensitive = (person: string, field: string): Promise<SensitiveField[]> =>
  client.erase_sensitive(person, { field });
