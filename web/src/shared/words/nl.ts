import accounts from './nl/accounts';
import changes from './nl/changes';
import facts from './nl/facts';
import frame from './nl/frame';
import organisations from './nl/organisations';
import outbox from './nl/outbox';
import plan from './nl/plan';
import quality from './nl/quality';
import vocabulary from './nl/vocabulary';
import webhooks from './nl/webhooks';
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
