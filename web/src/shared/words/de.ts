import accounts from './de/accounts';
import board from './de/board';
import changes from './de/changes';
import control from './de/control';
import facts from './de/facts';
import frame from './de/frame';
import organisations from './de/organisations';
import outbox from './de/outbox';
import plan from './de/plan';
import quality from './de/quality';
import vocabulary from './de/vocabulary';
import webhooks from './de/webhooks';
import type { Catalogue } from './words.svelte';

const words: Catalogue = {
  ...frame,
  ...plan,
  ...board,
  ...control,
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
