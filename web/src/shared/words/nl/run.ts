import type en from '../en/run';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'run.compare': 'Het ontwerp vergelijken',
  'run.label': 'Opnieuw plannen',
  'run.why':
    'Maakt een ontwerp naast het gepubliceerde plan. Niemand ziet het tot u het publiceert.',
  'run.seed': 'Toevalsgetal (facultatief)',
  'run.start': 'Opnieuw plannen',
  'run.stop': 'Stoppen; het is goed genoeg',
  'run.publish': 'Het ontwerp publiceren',
  'run.asked': 'Het plannen begint …',
  'run.curve': 'Stop zodra de afstand voor u klein genoeg is.',
  'run.wishes': 'Wensen',
  'run.published_value': 'Waarde van het gepubliceerde plan',
  'run.draft_value': 'Waarde van het ontwerp',
  'run_state.running': 'Bezig met plannen …',
  'run_state.done': 'Het ontwerp is klaar. Vergelijk en publiceer het, of plan opnieuw.',
  'run_state.stopped': 'Gestopt. Het beste plan tot nu toe is het ontwerp.',
  'run_state.failed': 'Het plannen is mislukt; het gepubliceerde plan is ongewijzigd.',
};

export default words;
