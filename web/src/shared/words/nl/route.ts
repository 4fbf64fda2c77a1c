import type en from '../en/route';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'route.label': 'De route, stad voor stad',
  'route.days': 'Een lijn van dagen: de lengtes zijn geen afstanden.',
  'route.change': 'Van de ene stad naar de andere. De lijn is niet op schaal.',
  'route.until': 'tot {time}',
  'route.from': 'vanaf {time}',
};

export default words;
