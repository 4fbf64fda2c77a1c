import type en from '../en/run';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'run.compare': 'Den Entwurf vergleichen',
  'run.label': 'Neu planen',
  'run.why':
    'Erstellt einen Entwurf neben dem veröffentlichten Plan. Niemand sieht ihn, bis Sie ' +
    'ihn veröffentlichen.',
  'run.seed': 'Startwert (freiwillig)',
  'run.start': 'Neu planen',
  'run.stop': 'Anhalten; es ist gut genug',
  'run.publish': 'Entwurf veröffentlichen',
  'run.asked': 'Die Planung beginnt …',
  'run.curve': 'Halten Sie an, sobald Ihnen die Lücke klein genug ist.',
  'run.wishes': 'Wünsche',
  'run.published_value': 'Wert des veröffentlichten Plans',
  'run.draft_value': 'Wert des Entwurfs',
  'run_state.running': 'Planung läuft …',
  'run_state.done':
    'Der Entwurf ist fertig. Vergleichen Sie, dann veröffentlichen oder neu planen.',
  'run_state.stopped': 'Angehalten. Der beste Plan bis dahin ist der Entwurf.',
  'run_state.failed': 'Die Planung ist gescheitert; der veröffentlichte Plan ist unverändert.',
};

export default words;
