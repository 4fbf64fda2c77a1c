import type en from '../en/webhooks';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'webhooks.why':
    'Andere systemen krijgen bericht wanneer een plan verschijnt, met een handtekening die ze kunnen controleren.',
  'webhooks.refused': 'De webhooks zijn niet voor u toegankelijk',
  'webhooks.refused_why': 'Coördinatoren beheren ze.',
  'webhooks.address': 'Adres',
  'webhooks.add': 'Toevoegen',
  'webhooks.secret': 'Het geheim van de handtekeningen, eenmalig getoond:',
  'webhooks.none': 'Geen ander systeem krijgt bericht.',
  'webhooks.ended': 'beëindigd: de ontvanger zegt dat het adres niet meer bestaat',
  'webhooks.rotate': 'Ander geheim',
  'webhooks.remove': 'Verwijderen',
  'webhooks.deliveries': 'Verzendingen',
  'webhooks.tries': '{tries} pogingen, antwoord {answer}',
  'webhooks.due': 'volgende om {at}',
  'webhooks.again': 'Opnieuw verzenden',
  'webhooks.nothing': 'Er is nog niets verzonden.',
  'delivery.waiting': 'wacht',
  'delivery.done': 'bezorgd',
  'delivery.failed': 'opgegeven',
  'webhooks.keep': 'Behouden',
};

export default words;
