import type en from '../en/route';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'route.label': 'L’itinéraire, ville par ville',
  'route.days': 'Une ligne de jours : ses longueurs ne sont pas des distances.',
  'route.change': 'D’une ville à l’autre. La ligne n’est pas à l’échelle.',
  'route.until': 'jusqu’à {time}',
  'route.from': 'dès {time}',
};

export default words;
