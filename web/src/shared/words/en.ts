import accounts from './en/accounts';
import board from './en/board';
import changes from './en/changes';
import control from './en/control';
import facts from './en/facts';
import frame from './en/frame';
import organisations from './en/organisations';
import outbox from './en/outbox';
import plan from './en/plan';
import quality from './en/quality';
import vocabulary from './en/vocabulary';
import webhooks from './en/webhooks';

/** Every sentence of the application in English; the other catalogues have the same keys. */
const words = {
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
