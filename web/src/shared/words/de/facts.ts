import type en from '../en/facts';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'facts.travel': 'Reise {span}',
  'facts.totals': 'Was diese Mission umfasst',
  'totals.delegates': 'Delegierte',
  'totals.companies': 'Unternehmen',
  'totals.organisations': 'Organisationen',
  'totals.counterparts': 'Partner vor Ort',
  'totals.activities': 'Aktivitäten',
  'totals.sessions': 'B2B-Runden',
  'totals.wishes': 'Wünsche',
  'totals.agreements': 'Abkommen',
  'facts.agreements': 'Abkommen',
  'facts.agreements_why': 'Jene, von denen Sie wissen dürfen; versiegelte sehen nur Berechtigte.',
  'facts.no_agreements': 'Keine, von denen Sie wissen dürfen.',
  'facts.counts': 'Zahlen, wie jede Quelle sie angibt',
  'facts.counts_why': 'Nebeneinander, nicht gemittelt.',
  'facts.discrepancies': 'Wo Quellen einander widersprechen',
  'facts.discrepancies_why': 'Beides bleibt, bis jemand entscheidet, der es weiß.',
  'facts.gaps': 'Was die Quellen nicht sagen',
  'facts.figures': 'Handelszahlen',
  'facts.figures_why':
    'Jede mit ihrer Quelle; Zahlen verschiedener Quellen werden nicht verglichen.',
  'facts.no_figures': 'Keine Zahlen erfasst.',
  'facts.not_stated': 'nicht angegeben',
};

export default words;
