const words = {
  'recheck.label': 'Vérifier ici',
  'recheck.why': 'Ce navigateur refait les comptes à partir de qui rencontre qui et de qui assiste à quoi. Il ne voit pas les souhaits : la valeur du plan est l’affaire de kontor verify.',
  'recheck.do': 'Vérifier le plan',
  'recheck.good': 'Personne ni rien n’est à deux endroits.',
  'recheck.bad': 'Quelque chose est à deux endroits.',
  'recheck.seen': '{seen} des {all} placements ont été montrés à ce navigateur.',
  'recheck.tables': 'Places aux tables, chacune prise une fois',
  'recheck.pairs': 'Paires, chacune se rencontrant une fois',
  'recheck.people': 'Personnes, jamais à deux endroits',
  'recheck.rooms': 'Salles, une activité à la fois',
};

export default words;
