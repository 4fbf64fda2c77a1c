import type en from '../en/about';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'about.cities': 'Waar',
  'about.clocks': 'Klok van {zone}, UTC{offset}',
  'about.programme': 'Het openbare programma',
  'about.why': 'Uren zijn die van de stad. Wat niet openbaar is, staat hier niet.',
  'about.none': 'Op deze dag is niets openbaars gepland.',
  'about.untimed': 'Nog zonder uur',
  'about.untimed_why': 'Wat de bronnen erover zeggen, en niet meer.',
  'about.trust': 'Niemand hoeft ons te geloven',
  'about.trust_why':
    'Het plan wordt met een certificaat gepubliceerd. Uw browser telt het opnieuw na en toont wat het plan waard is en wat geen plan kan overtreffen.',
  'about.check': 'Het plan controleren',
};

export default words;
