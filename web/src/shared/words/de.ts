import board from './de/board';
import frame from './de/frame';
import organisations from './de/organisations';
import plan from './de/plan';
import quality from './de/quality';
import vocabulary from './de/vocabulary';
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
