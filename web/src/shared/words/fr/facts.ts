import type en from '../en/facts';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'facts.travel': 'voyage {span}',
  'facts.totals': 'Ce que contient cette mission',
  'totals.delegates': 'délégués',
  'totals.companies': 'entreprises',
  'totals.organisations': 'organisations',
  'totals.counterparts': 'partenaires sur place',
  'totals.activities': 'activités',
  'totals.sessions': 'sessions B2B',
  'totals.wishes': 'souhaits',
  'totals.agreements': 'accords',
  'facts.agreements': 'Accords',
  'facts.agreements_why':
    'Ceux que vous pouvez connaître ; ceux sous scellé ne sont montrés qu’aux ayants droit.',
  'facts.no_agreements': 'Aucun que vous puissiez connaître.',
  'facts.counts': 'Les nombres, tels que chaque source les donne',
  'facts.counts_why': 'Côte à côte, sans moyenne.',
  'facts.discrepancies': 'Là où les sources se contredisent',
  'facts.discrepancies_why': 'Les deux sont gardés jusqu’à ce que quelqu’un qui sait tranche.',
  'facts.gaps': 'Ce que les sources ne disent pas',
  'facts.figures': 'Chiffres du commerce',
  'facts.figures_why':
    'Chacun avec qui le publie ; ceux de sources différentes ne sont pas comparés.',
  'facts.no_figures': 'Aucun chiffre n’est enregistré.',
  'facts.not_stated': 'non précisé',
  'metric.participants': 'Participants',
  'metric.companies': 'Entreprises',
  'metric.federations_and_chambers': 'Fédérations et chambres',
  'metric.academic_institutions': 'Institutions académiques',
  'metric.activities': 'Activités',
  'metric.companies_with_agreements': 'Entreprises avec accords',
  'metric.companies_brussels': 'Entreprises bruxelloises',
  'metric.participants_brussels': 'Participants bruxellois',
  'metric.women_brussels': 'Femmes dans la délégation bruxelloise',
  'metric.signatures_brussels': 'Signatures d’entreprises bruxelloises',
  'metric.companies_wallonia': 'Entreprises wallonnes',
  'metric.participants_wallonia': 'Participants wallons',
  'unit.billion': 'milliards',
  'unit.percent': 'pour cent',
  'unit.rank': 'rang',
  'metric.b2b_meetings': 'Rencontres B2B',
};

export default words;
