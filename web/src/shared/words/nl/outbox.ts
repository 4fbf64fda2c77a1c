import type en from '../en/outbox';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'outbox.why':
    'Elke brief staat hier zoals de lezer hem zal zien, in zijn taal. Niets vertrekt zonder uw akkoord.',
  'outbox.no_server': 'Er is geen mailserver ingesteld: goedgekeurde brieven wachten.',
  'outbox.send_all': 'Alle {count} versturen',
  'outbox.send': 'Versturen',
  'outbox.again': 'Opnieuw versturen',
  'outbox.withdraw': 'Niet versturen',
  'outbox.files': '{count} voor de agenda',
  'outbox.reason': 'Poging {tries}:',
  'outbox.none': 'Geen brieven',
  'outbox.none_why': 'Uitnodigingen en programmawijzigingen wachten hier.',
  'letter_state.draft': 'goed te keuren',
  'letter_state.approved': 'onderweg',
  'letter_state.sent': 'verstuurd',
  'letter_state.failed': 'mislukt',
  'letter_state.withdrawn': 'niet verstuurd',
};

export default words;
