import board from './fr/board';
import frame from './fr/frame';
import organisations from './fr/organisations';
import plan from './fr/plan';
import quality from './fr/quality';
import vocabulary from './fr/vocabulary';
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
