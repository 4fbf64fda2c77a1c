const words = {
  'recheck.label': 'Hier nachprüfen',
  'recheck.why': 'Dieser Browser rechnet den Plan neu nach: wer wen trifft und wer woran teilnimmt. Wünsche sieht er nicht: was der Plan wert ist, prüft kontor verify.',
  'recheck.do': 'Den Plan nachprüfen',
  'recheck.good': 'Niemand und nichts ist an zwei Orten.',
  'recheck.bad': 'Etwas ist an zwei Orten.',
  'recheck.seen': '{seen} von {all} Platzierungen wurden diesem Browser gezeigt.',
  'recheck.tables': 'Plätze an Tischen, jeder einmal besetzt',
  'recheck.pairs': 'Paare, die sich einmal treffen',
  'recheck.people': 'Menschen, nie an zwei Orten',
  'recheck.rooms': 'Räume, eine Aktivität zur Zeit',
};

export default words;
