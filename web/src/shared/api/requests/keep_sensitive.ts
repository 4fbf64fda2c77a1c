import { client } from '../client';
import type { SensitiveField } from '../generated';

export const keep_sensitive = (person: string, field: SensitiveField): Promise<SensitiveField[]> =>
  client.keep_sensitive(person, field);
