import board from './en/board';
import frame from './en/frame';
import organisations from './en/organisations';
import plan from './en/plan';
import quality from './en/quality';
import vocabulary from './en/vocabulary';

/** The sentences that every reader meets first; those of other screens come with them (parts.ts). */
const words = {
  ...frame,
  ...plan,
  ...board,
  ...organisations,
  ...quality,
  ...vocabulary,
};

export default words;
