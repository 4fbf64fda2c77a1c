import type en from '../en/about';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'about.cities': 'Où',
  'about.clocks': 'Heure de {zone}, UTC{offset}',
  'about.programme': 'Le programme public',
  'about.why': 'Les heures sont celles de la ville. Ce qui n’est pas public n’est pas ici.',
  'about.none': 'Rien de public n’est prévu ce jour-là.',
  'about.untimed': 'Encore sans heure',
  'about.untimed_why': 'Ce que les sources en disent, rien de plus.',
  'about.trust': 'Personne n’a à nous croire',
  'about.trust_why':
    'Le plan est publié avec un certificat. Votre navigateur le recalcule et montre ce que vaut le plan et ce qu’aucun plan ne peut dépasser.',
  'about.check': 'Contrôler le plan',
};

export default words;
