import accounts from './nl/accounts';
import board from './nl/board';
import changes from './nl/changes';
import control from './nl/control';
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
