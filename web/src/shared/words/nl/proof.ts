import type en from '../en/proof';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'quality.label': 'Hoe goed het plan is',
  'quality.headline': '{placed} van {asked} wensen zijn vervuld',
  'quality.verified_at': 'Onafhankelijk geverifieerd, geen fout gevonden: {time}',
  'quality.faults': {
    one: 'De onafhankelijke controle vond {count} fout.',
    other: 'De onafhankelijke controle vond {count} fouten.',
  },
  'quality.musts_of': '{placed} van {bound} mogelijke ({asked} gevraagd)',
  'quality.worst_share': 'Vervuld deel van de slechtst bediende organisatie',
  'quality.curve_caption':
    'De lijn is de waarde van het plan, de streepjes wat geen plan kan overschrijden. ' +
    'Tijdens het plannen naderden ze elkaar; wat ertussen blijft, is de afstand.',
  'quality.no_plan': 'Er is nog niets gepland',
  'quality.no_plan_why':
    'Zodra de coördinatoren een plan publiceren, staan hier zijn waarde, bewijs en tekorten.',
  'fairness.label': 'Een eerlijk deel voor ieder',
  'fairness.why':
    'De balk is het deel vervulde wensen; de inkeping de organisatie van de groep die er ' +
    'het slechtst afkomt.',
  'fairness.worst': 'slechtste {share}:',
  'fairness.dots': 'Gevuld: aandeel toegekende wensen van de groep. Ring: haar minst bedeelde organisatie. Stippellijn: alle samen, {mean}.',
  'fairness.none': 'Geen aandelen om te tonen.',
  'fairness.region': 'Per gewest',
  'fairness.size': 'Per grootte',
  'fairness.kind': 'Per soort',
  'fairness.agency': 'Per agentschap',
  'certificate.label': 'Certificaat',
  'certificate.why':
    'Het bewijst dat geen plan meer waard kan zijn dan de grens. Iedereen kan het natellen.',
  'certificate.version': 'Versie',
  'certificate.seed': 'Toevalsgetal',
  'certificate.input': 'Hash van de invoer',
  'certificate.points': 'Waarde en grens in punten',
  'certificate.points_of': '{value} van hoogstens {bound} punten',
  'certificate.download': 'Het certificaat downloaden ({size} kB)',
  'certificate.check': 'Om het zelf na te gaan:',
  'versions.label': 'Versies',
  'versions.version': 'Versie {version}',
  'versions.current': 'nu gepubliceerd',
};

export default words;
