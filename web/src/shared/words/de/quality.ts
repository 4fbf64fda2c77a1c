import type en from '../en/quality';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'quality.wishes': 'Wünschen',
  'quality.wishes_met': '{placed} von {asked} Wünschen',
  'quality.count_of': '{placed} von {asked}',
  'quality.within': 'höchstens {gap} unter dem bewiesenen Optimum',
  'quality.best': 'bewiesen optimal: kein Plan kann mehr wert sein',
  'quality.verified': 'geprüft',
  'quality.not_verified': 'nicht geprüft',
  'quality.musts': 'Unerlässliches',
  'quality.wants': 'Einfache Wünsche',
  'quality.meetings': 'Geplante Gespräche',
  'quality.attendances': 'Plätze bei Aktivitäten',
  'quality.breaks': 'Pausen zwischen Gesprächen',
  'quality.curve': 'Wert und Schranke während der Planung',
  'quality.value': 'Wert',
  'quality.bound': 'Schranke',
};

export default words;
