import type en from '../en/route';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'route.label': 'Die Route, Stadt für Stadt',
  'route.days': 'Eine Linie der Tage: Ihre Längen sind keine Entfernungen.',
  'route.change': 'Von einer Stadt in die nächste. Die Linie ist nicht maßstäblich.',
  'route.until': 'bis {time}',
  'route.from': 'ab {time}',
};

export default words;
