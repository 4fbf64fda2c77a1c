import type en from '../en/facts';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'facts.travel': 'reis {span}',
  'facts.totals': 'Wat deze missie bevat',
  'totals.delegates': 'delegatieleden',
  'totals.companies': 'bedrijven',
  'totals.organisations': 'organisaties',
  'totals.counterparts': 'lokale partners',
  'totals.activities': 'activiteiten',
  'totals.sessions': 'B2B-sessies',
  'totals.wishes': 'wensen',
  'totals.agreements': 'overeenkomsten',
  'facts.agreements': 'Overeenkomsten',
  'facts.agreements_why':
    'De overeenkomsten die u mag kennen; verzegelde ziet enkel wie daar recht op heeft.',
  'facts.no_agreements': 'Geen die u mag kennen.',
  'facts.counts': 'De aantallen, zoals elke bron ze geeft',
  'facts.counts_why': 'Naast elkaar, zonder gemiddelde.',
  'facts.discrepancies': 'Waar bronnen elkaar tegenspreken',
  'facts.discrepancies_why': 'Beide blijven staan tot iemand die het weet beslist.',
  'facts.gaps': 'Wat de bronnen niet zeggen',
  'facts.figures': 'Handelscijfers',
  'facts.figures_why':
    'Elk met wie het meldt; cijfers van verschillende bronnen worden niet vergeleken.',
  'facts.no_figures': 'Er zijn geen cijfers vastgelegd.',
  'facts.not_stated': 'niet vermeld',
  'metric.participants': 'Deelnemers',
  'metric.companies': 'Bedrijven',
  'metric.federations_and_chambers': 'Federaties en kamers',
  'metric.academic_institutions': 'Academische instellingen',
  'metric.activities': 'Activiteiten',
  'metric.companies_with_agreements': 'Bedrijven met overeenkomsten',
  'metric.companies_brussels': 'Brusselse bedrijven',
  'metric.participants_brussels': 'Brusselse deelnemers',
  'metric.women_brussels': 'Vrouwen in de Brusselse delegatie',
  'metric.signatures_brussels': 'Ondertekeningen door Brusselse bedrijven',
  'metric.companies_wallonia': 'Waalse bedrijven',
  'metric.participants_wallonia': 'Waalse deelnemers',
  'unit.billion': 'miljard',
  'unit.percent': 'procent',
  'unit.rank': 'rang',
  'metric.b2b_meetings': 'B2B-gesprekken',
};

export default words;
