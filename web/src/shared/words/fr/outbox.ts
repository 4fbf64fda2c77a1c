import type en from '../en/outbox';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'outbox.why':
    'Chaque lettre figure ici telle que son lecteur la verra, dans sa langue. Rien ne part sans votre accord.',
  'outbox.no_server':
    'Aucun serveur de courrier n’est configuré : les lettres approuvées attendent.',
  'outbox.send_all': 'Envoyer les {count}',
  'outbox.send': 'Envoyer',
  'outbox.again': 'Renvoyer',
  'outbox.withdraw': 'Ne pas envoyer',
  'outbox.files': '{count} pour l’agenda',
  'outbox.reason': 'Essai {tries} :',
  'outbox.none': 'Aucune lettre',
  'outbox.none_why': 'Les invitations et les changements de programme attendront ici.',
  'letter_state.draft': 'à approuver',
  'letter_state.approved': 'en route',
  'letter_state.sent': 'envoyée',
  'letter_state.failed': 'échouée',
  'letter_state.withdrawn': 'non envoyée',
};

export default words;
