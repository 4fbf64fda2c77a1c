import type en from '../en/quality';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'quality.wishes': 'wensen',
  'quality.wishes_met': '{placed} van {asked} wensen',
  'quality.count_of': '{placed} van {asked}',
  'quality.within': 'binnen {gap} van het bewezen beste',
  'quality.best': 'bewezen het beste: geen plan kan meer waard zijn',
  'quality.verified': 'geverifieerd',
  'quality.not_verified': 'niet geverifieerd',
  'quality.musts': 'Onmisbaar',
  'quality.wants': 'Wensen',
  'quality.meetings': 'Geplande gesprekken',
  'quality.attendances': 'Plaatsen bij activiteiten',
  'quality.breaks': 'Pauzes tussen gesprekken',
  'quality.curve': 'Waarde en grens tijdens het plannen',
  'quality.value': 'Waarde',
  'quality.bound': 'Grens',
};

export default words;
