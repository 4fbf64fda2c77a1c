const words = {
  'facts.travel': 'travel {span}',
  'facts.totals': 'What this mission holds',
  'totals.delegates': 'delegates',
  'totals.companies': 'companies',
  'totals.organisations': 'organisations',
  'totals.counterparts': 'counterparts',
  'totals.activities': 'activities',
  'totals.sessions': 'B2B sessions',
  'totals.wishes': 'wishes',
  'totals.agreements': 'agreements',
  'facts.agreements': 'Agreements',
  'facts.agreements_why':
    'Those that you may know of; sealed ones are shown to those with the right only.',
  'facts.no_agreements': 'None that you may know of.',
  'facts.counts': 'Counts, as each publisher states them',
  'facts.counts_why': 'Side by side, not averaged.',
  'facts.discrepancies': 'Where sources contradict each other',
  'facts.discrepancies_why': 'Both are kept until somebody who knows decides.',
  'facts.gaps': 'What the sources do not say',
  'facts.figures': 'Trade figures',
  'facts.figures_why': 'Each with who reports it; figures of different reporters are not compared.',
  'facts.no_figures': 'No figures are recorded.',
  'facts.not_stated': 'not stated',
};

export default words;
