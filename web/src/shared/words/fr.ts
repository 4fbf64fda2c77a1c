import accounts from './fr/accounts';
import board from './fr/board';
import changes from './fr/changes';
import control from './fr/control';
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
