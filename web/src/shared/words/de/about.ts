import type en from '../en/about';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'about.cities': 'Wo',
  'about.clocks': 'Uhrzeit von {zone}, UTC{offset}',
  'about.programme': 'Das öffentliche Programm',
  'about.why': 'Zeiten sind die der Stadt. Was nicht öffentlich ist, steht hier nicht.',
  'about.none': 'An diesem Tag ist nichts Öffentliches geplant.',
  'about.untimed': 'Noch ohne Uhrzeit',
  'about.untimed_why': 'Was die Quellen dazu sagen, und nicht mehr.',
  'about.trust': 'Niemand muss uns glauben',
  'about.trust_why':
    'Der Plan wird mit einem Zertifikat veröffentlicht. Ihr Browser rechnet ihn nach und zeigt, was der Plan wert ist und was kein Plan übertreffen kann.',
  'about.check': 'Den Plan prüfen',
};

export default words;
