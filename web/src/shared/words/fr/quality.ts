import type en from '../en/quality';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'quality.wishes': 'souhaits',
  'quality.wishes_met': '{placed} souhaits sur {asked}',
  'quality.count_of': '{placed} sur {asked}',
  'quality.within': 'à {gap} du meilleur prouvé',
  'quality.best': 'optimum prouvé : aucun plan ne vaut plus',
  'quality.verified': 'vérifié',
  'quality.not_verified': 'non vérifié',
  'quality.musts': 'Indispensables',
  'quality.wants': 'Souhaits simples',
  'quality.meetings': 'Rencontres placées',
  'quality.attendances': 'Places aux activités',
  'quality.breaks': 'Pauses entre rencontres',
  'quality.curve': 'Valeur et borne pendant la planification',
  'quality.value': 'Valeur',
  'quality.bound': 'Borne',
};

export default words;
