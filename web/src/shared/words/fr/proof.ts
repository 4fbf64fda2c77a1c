import type en from '../en/proof';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'quality.label': 'La qualité du plan',
  'quality.headline': '{placed} souhaits sur {asked} sont exaucés',
  'quality.verified_at': 'Vérifié indépendamment, aucune faute : {time}',
  'quality.faults': {
    one: 'Le contrôle indépendant a trouvé {count} faute.',
    other: 'Le contrôle indépendant a trouvé {count} fautes.',
  },
  'quality.musts_of': '{placed} sur {bound} possibles ({asked} demandés)',
  'quality.worst_share': 'Part exaucée de l’organisation la moins servie',
  'quality.curve_caption':
    'Le trait est la valeur du plan, les tirets ce qu’aucun plan ne peut dépasser. ' +
    'Ils se sont rapprochés pendant la planification ; ce qui reste entre eux est ' +
    'l’écart.',
  'quality.no_plan': 'Rien n’est encore planifié',
  'quality.no_plan_why':
    'Quand les coordinateurs publieront un plan, sa valeur, sa preuve et ses lacunes seront ici.',
  'fairness.label': 'Une juste part pour chacun',
  'fairness.why':
    'La barre est la part des souhaits exaucés ; l’encoche, l’organisation du ' +
    'groupe la moins servie.',
  'fairness.worst': 'la moins servie {share} :',
  'fairness.dots': 'Plein : part des souhaits accordés du groupe. Anneau : son organisation la moins bien servie. Tirets : ensemble, {mean}.',
  'fairness.none': 'Aucune part à montrer.',
  'fairness.region': 'Par région',
  'fairness.size': 'Par taille',
  'fairness.kind': 'Par type',
  'fairness.agency': 'Par agence',
  'certificate.label': 'Certificat',
  'certificate.why':
    'Il prouve qu’aucun plan ne peut valoir plus que la borne. Chacun peut le ' +
    'vérifier par addition.',
  'certificate.version': 'Version',
  'certificate.seed': 'Graine',
  'certificate.input': 'Empreinte des données',
  'certificate.points': 'Valeur et borne en points',
  'certificate.points_of': '{value} points sur {bound} au plus',
  'certificate.download': 'Télécharger le certificat ({size} ko)',
  'certificate.check': 'Pour le vérifier vous-même :',
  'versions.label': 'Versions',
  'versions.version': 'Version {version}',
  'versions.current': 'publiée actuellement',
};

export default words;
