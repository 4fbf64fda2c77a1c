import accounts from './fr/accounts';
import changes from './fr/changes';
import facts from './fr/facts';
import frame from './fr/frame';
import organisations from './fr/organisations';
import outbox from './fr/outbox';
import plan from './fr/plan';
import quality from './fr/quality';
import vocabulary from './fr/vocabulary';
import webhooks from './fr/webhooks';
import type { Catalogue } from './words.svelte';

const words: Catalogue = {
  ...frame,
  ...plan,
  ...organisations,
  ...quality,
  ...facts,
  ...changes,
  ...webhooks,
  ...accounts,
  ...outbox,
  ...vocabulary,
};

export default words;
