import type en from '../en/outbox';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'outbox.why':
    'Jeder Brief steht hier, wie ihn sein Leser sehen wird, in dessen Sprache. Nichts geht ohne Ihre Zustimmung hinaus.',
  'outbox.no_server': 'Kein Mailserver ist eingerichtet: freigegebene Briefe warten.',
  'outbox.send_all': 'Alle {count} senden',
  'outbox.send': 'Senden',
  'outbox.again': 'Erneut senden',
  'outbox.withdraw': 'Nicht senden',
  'outbox.files': '{count} für den Kalender',
  'outbox.reason': 'Versuch {tries}:',
  'outbox.none': 'Keine Briefe',
  'outbox.none_why': 'Einladungen und Programmänderungen warten hier.',
  'letter_state.draft': 'freizugeben',
  'letter_state.approved': 'unterwegs',
  'letter_state.sent': 'gesendet',
  'letter_state.failed': 'gescheitert',
  'letter_state.withdrawn': 'nicht gesendet',
};

export default words;
