import board from './nl/board';
import frame from './nl/frame';
import organisations from './nl/organisations';
import plan from './nl/plan';
import quality from './nl/quality';
import vocabulary from './nl/vocabulary';
import type { FirstCatalogue } from './words.svelte';

const words: FirstCatalogue = {
  ...frame,
  ...plan,
  ...board,
  ...organisations,
  ...quality,
  ...vocabulary,
};

export default words;
