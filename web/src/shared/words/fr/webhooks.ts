import type en from '../en/webhooks';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'webhooks.why':
    'D’autres systèmes sont prévenus quand un plan est publié, avec une signature qu’ils peuvent vérifier.',
  'webhooks.refused': 'Les webhooks ne vous sont pas ouverts',
  'webhooks.refused_why': 'Les coordinateurs les gèrent.',
  'webhooks.address': 'Adresse',
  'webhooks.add': 'Ajouter',
  'webhooks.secret': 'Le secret de ses signatures, montré cette seule fois :',
  'webhooks.none': 'Aucun autre système n’est prévenu.',
  'webhooks.ended': 'terminé : le destinataire dit que l’adresse n’existe plus',
  'webhooks.rotate': 'Autre secret',
  'webhooks.remove': 'Supprimer',
  'webhooks.deliveries': 'Envois',
  'webhooks.tries': '{tries} essais, réponse {answer}',
  'webhooks.due': 'prochain à {at}',
  'webhooks.again': 'Renvoyer',
  'webhooks.nothing': 'Rien n’a encore été envoyé.',
  'delivery.waiting': 'en attente',
  'delivery.done': 'remis',
  'delivery.failed': 'abandonné',
  'webhooks.keep': 'Garder',
};

export default words;
