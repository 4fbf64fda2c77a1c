import type en from '../en/changes';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'changes.why': 'Nichts ändert sich ohne Spur: wer, was und wann.',
  'changes.none': 'Noch wurde nichts geändert.',
  'changes.older': 'Ältere Änderungen',
  'changes.undo': 'Zurücknehmen',
  'changes.undoes': 'nimmt eine frühere Änderung zurück',
  'changes.versions': 'Aus Version {before} des Plans wurde Version {after}: wer verlegt wurde',
  'changes.nobody': 'Niemand, von dem Sie wissen dürfen, wurde verlegt.',
  'changes.who': 'Wer',
  'changes.what': 'Was',
  'changes.before': 'Vorher',
  'changes.after': 'Nachher',
  'changes.table': 'Tisch {table}',
  'changes.more_people': 'und {count} weitere Personen',
  'changes.refused': 'Das Änderungsprotokoll ist für Sie nicht zugänglich',
  'changes.refused_why':
    'Koordination und Leitung lesen es. In der Vorführung können Sie sich über das ' +
    'Menü als solche anmelden.',
  'verb.read_mission': 'Mission gelesen',
  'verb.load_mission': 'Mission geladen',
  'verb.plan_mission': 'Entwurf geplant',
  'verb.publish_plan': 'Plan veröffentlicht',
  'verb.link_feed': 'Kalenderadresse erzeugt',
  'verb.grant_wish': 'Wunsch erfüllt',
  'verb.apply_change': 'Plan geändert',
  'verb.manage_webhooks': 'Webhooks geändert',
  'verb.read_changes': 'Protokoll gelesen',
  'verb.manage_accounts': 'Zugang geändert',
  'verb.send_letters': 'Briefe entschieden',
  'verb.view_as': 'Als andere Rolle angesehen',
  'verb.keep_sensitive': 'Versiegeltes Feld',
  'verb.purge': 'Daten gelöscht',
};

export default words;
