import type en from '../en/run';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'run.compare': 'Comparer le projet',
  'run.label': 'Planifier à nouveau',
  'run.why':
    'Crée un projet à côté du plan publié. Personne ne le voit avant que vous le publiiez.',
  'run.seed': 'Graine (facultative)',
  'run.start': 'Planifier à nouveau',
  'run.stop': 'Arrêter ; c’est assez bon',
  'run.publish': 'Publier le projet',
  'run.asked': 'La planification commence…',
  'run.curve': 'Arrêtez dès que l’écart vous convient.',
  'run.wishes': 'Souhaits',
  'run.published_value': 'Valeur du plan publié',
  'run.draft_value': 'Valeur du projet',
  'run_state.running': 'Planification en cours…',
  'run_state.done': 'Le projet est prêt. Comparez, puis publiez-le ou planifiez à nouveau.',
  'run_state.stopped': 'Arrêté. Le meilleur plan trouvé est le projet.',
  'run_state.failed': 'La planification a échoué ; le plan publié est inchangé.',
};

export default words;
