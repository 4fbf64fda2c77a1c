import type en from '../en/proof';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'quality.label': 'Wie gut der Plan ist',
  'quality.headline': '{placed} von {asked} Wünschen sind erfüllt',
  'quality.verified_at': 'Unabhängig geprüft, kein Fehler gefunden: {time}',
  'quality.faults': {
    one: 'Die unabhängige Prüfung fand {count} Fehler.',
    other: 'Die unabhängige Prüfung fand {count} Fehler.',
  },
  'quality.musts_of': '{placed} von {bound} möglichen ({asked} gewünscht)',
  'quality.worst_share': 'Erfüllter Anteil der am schlechtesten gestellten Organisation',
  'quality.curve_caption':
    'Die Linie ist der Wert des Plans, die Striche das, was kein Plan übertreffen kann. ' +
    'Beim Planen näherten sie sich einander; was dazwischen bleibt, ist die Lücke.',
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
};

export default words;
