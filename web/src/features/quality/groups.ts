import type { Share } from '$shared/api/generated';
import { plain, say_word } from '$shared/words/words.svelte';

const prefixes: Record<string, string> = {
  region: 'region',
  size: 'size',
  kind: 'organisation_kind',
};

/** A group of the fairness ledger in the reader's language. */
export const group_name = (share: Share): string => {
  const prefix = prefixes[share.group_kind];
  return prefix ? say_word(prefix, share.group) : plain(share.name) || share.group;
};
