import { MediaQuery } from 'svelte/reactivity';

/** Whether the page is as narrow as a phone. */
export const narrow = new MediaQuery('max-width: 719px', false);
/** Whether a side sheet has room beside the page; else it lies over it. */
export const roomy = new MediaQuery('min-width: 1080px', true);
