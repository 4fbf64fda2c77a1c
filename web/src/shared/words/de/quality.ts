import type en from '../en/quality';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'quality.label': 'Wie gut der Plan ist',
  'quality.headline': '{placed} von {asked} Wünschen sind erfüllt',
  'quality.wishes': 'Wünschen',
  'quality.wishes_met': '{placed} von {asked} Wünschen',
  'quality.count_of': '{placed} von {asked}',
  'quality.within': 'höchstens {gap} unter dem bewiesenen Optimum',
  'quality.best': 'bewiesen optimal: kein Plan kann mehr wert sein',
  'quality.verified': 'geprüft',
  'quality.not_verified': 'nicht geprüft',
  'quality.verified_at': 'Unabhängig geprüft, kein Fehler gefunden: {time}',
  'quality.faults': {
    one: 'Die unabhängige Prüfung fand {count} Fehler.',
    other: 'Die unabhängige Prüfung fand {count} Fehler.',
  },
  'quality.musts': 'Unerlässliches',
  'quality.musts_of': '{placed} von {bound} möglichen ({asked} gewünscht)',
  'quality.wants': 'Einfache Wünsche',
  'quality.meetings': 'Geplante Gespräche',
  'quality.attendances': 'Plätze bei Aktivitäten',
  'quality.worst_share': 'Erfüllter Anteil der am schlechtesten gestellten Organisation',
  'quality.breaks': 'Pausen zwischen Gesprächen',
  'quality.curve': 'Wert und Schranke während der Planung',
  'quality.curve_caption':
    'Die Linie ist der Wert des Plans, die Striche das, was kein Plan übertreffen kann. ' +
    'Beim Planen näherten sie sich einander; was dazwischen bleibt, ist die Lücke.',
  'quality.value': 'Wert',
  'quality.bound': 'Schranke',
  'quality.no_plan': 'Noch ist nichts geplant',
  'quality.no_plan_why':
    'Sobald die Koordination einen Plan veröffentlicht, stehen hier Wert, Beweis und Lücken.',
  'fairness.label': 'Ein gerechter Anteil für alle',
  'fairness.why':
    'Der Balken ist der Anteil erfüllter Wünsche; die Kerbe die am schlechtesten ' +
    'gestellte Organisation der Gruppe.',
  'fairness.worst': 'schlechteste {share}:',
  'fairness.dots': 'Gefüllt: Anteil erfüllter Wünsche der Gruppe. Ring: ihre am schlechtesten gestellte Organisation. Gestrichelt: alle zusammen, {mean}.',
  'fairness.none': 'Keine Anteile zu zeigen.',
  'fairness.region': 'Nach Region',
  'fairness.size': 'Nach Größe',
  'fairness.kind': 'Nach Art',
  'fairness.agency': 'Nach Agentur',
  'run.compare': 'Den Entwurf vergleichen',
  'certificate.label': 'Zertifikat',
  'certificate.why':
    'Es beweist, dass kein Plan mehr wert sein kann als die Schranke. Jeder kann es nachrechnen.',
  'certificate.version': 'Version',
  'certificate.seed': 'Startwert',
  'certificate.input': 'Prüfsumme der Eingabe',
  'certificate.points': 'Wert und Schranke in Punkten',
  'certificate.points_of': '{value} von höchstens {bound} Punkten',
  'certificate.download': 'Zertifikat herunterladen ({size} kB)',
  'certificate.check': 'Zum Selbstprüfen:',
  'versions.label': 'Versionen',
  'versions.version': 'Version {version}',
  'versions.current': 'jetzt veröffentlicht',
  'run.label': 'Neu planen',
  'run.why':
    'Erstellt einen Entwurf neben dem veröffentlichten Plan. Niemand sieht ihn, bis Sie ' +
    'ihn veröffentlichen.',
  'run.seed': 'Startwert (freiwillig)',
  'run.start': 'Neu planen',
  'run.stop': 'Anhalten; es ist gut genug',
  'run.publish': 'Entwurf veröffentlichen',
  'run.asked': 'Die Planung beginnt …',
  'run.curve': 'Halten Sie an, sobald Ihnen die Lücke klein genug ist.',
  'run.wishes': 'Wünsche',
  'run.published_value': 'Wert des veröffentlichten Plans',
  'run.draft_value': 'Wert des Entwurfs',
  'run_state.running': 'Planung läuft …',
  'run_state.done':
    'Der Entwurf ist fertig. Vergleichen Sie, dann veröffentlichen oder neu planen.',
  'run_state.stopped': 'Angehalten. Der beste Plan bis dahin ist der Entwurf.',
  'run_state.failed': 'Die Planung ist gescheitert; der veröffentlichte Plan ist unverändert.',
};

export default words;
