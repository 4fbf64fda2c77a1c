import type en from '../en/quality';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'quality.label': 'Hoe goed het plan is',
  'quality.headline': '{placed} van {asked} wensen zijn vervuld',
  'quality.wishes': 'wensen',
  'quality.wishes_met': '{placed} van {asked} wensen',
  'quality.count_of': '{placed} van {asked}',
  'quality.within': 'binnen {gap} van het bewezen beste',
  'quality.best': 'bewezen het beste: geen plan kan meer waard zijn',
  'quality.verified': 'geverifieerd',
  'quality.not_verified': 'niet geverifieerd',
  'quality.verified_at': 'Onafhankelijk geverifieerd, geen fout gevonden: {time}',
  'quality.faults': {
    one: 'De onafhankelijke controle vond {count} fout.',
    other: 'De onafhankelijke controle vond {count} fouten.',
  },
  'quality.musts': 'Onmisbaar',
  'quality.musts_of': '{placed} van {bound} mogelijke ({asked} gevraagd)',
  'quality.wants': 'Wensen',
  'quality.meetings': 'Geplande gesprekken',
  'quality.attendances': 'Plaatsen bij activiteiten',
  'quality.worst_share': 'Vervuld deel van de slechtst bediende organisatie',
  'quality.breaks': 'Pauzes tussen gesprekken',
  'quality.curve': 'Waarde en grens tijdens het plannen',
  'quality.curve_caption':
    'De lijn is de waarde van het plan, de streepjes wat geen plan kan overschrijden. ' +
    'Tijdens het plannen naderden ze elkaar; wat ertussen blijft, is de afstand.',
  'quality.value': 'Waarde',
  'quality.bound': 'Grens',
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
  'run.compare': 'Het ontwerp vergelijken',
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
