import type en from '../en/webhooks';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'webhooks.why':
    'Andere Systeme werden benachrichtigt, wenn ein Plan veröffentlicht wird, mit einer Unterschrift, die sie prüfen können.',
  'webhooks.refused': 'Die Webhooks stehen Ihnen nicht offen',
  'webhooks.refused_why': 'Koordinatoren verwalten sie.',
  'webhooks.address': 'Adresse',
  'webhooks.add': 'Hinzufügen',
  'webhooks.secret': 'Das Geheimnis der Unterschriften, nur dieses eine Mal gezeigt:',
  'webhooks.none': 'Kein anderes System wird benachrichtigt.',
  'webhooks.ended': 'beendet: Der Empfänger sagt, die Adresse gebe es nicht mehr',
  'webhooks.rotate': 'Anderes Geheimnis',
  'webhooks.remove': 'Entfernen',
  'webhooks.deliveries': 'Sendungen',
  'webhooks.tries': '{tries} Versuche, Antwort {answer}',
  'webhooks.due': 'nächster um {at}',
  'webhooks.again': 'Erneut senden',
  'webhooks.nothing': 'Es wurde noch nichts gesendet.',
  'delivery.waiting': 'wartet',
  'delivery.done': 'zugestellt',
  'delivery.failed': 'aufgegeben',
  'webhooks.keep': 'Behalten',
};

export default words;
