import type { Read } from '$shared/query/query.svelte';
import { reader_language } from '$shared/words/words.svelte';
import { client } from '../client';
import type { ImportAnswer, ImportRequest, Imports } from '../generated';

export const imports_read = (): Read<Imports> => ({
  key: 'imports',
  fetch: () => client.imports(),
});
const worded = () => ({ language: reader_language() });
export const try_import = (order: ImportRequest): Promise<ImportAnswer> =>
  client.try_import(order, worded());
export const apply_import = (order: ImportRequest): Promise<ImportAnswer> =>
  client.apply_import(order, worded());
export const undo_import = (): Promise<Imports> => client.undo_import();
