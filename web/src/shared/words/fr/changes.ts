import type en from '../en/changes';
import type { Message } from '../message';

const words: Record<keyof typeof en, Message> = {
  'changes.why': 'Rien ne change sans trace : qui, quoi et quand.',
  'changes.none': 'Rien n’a encore été modifié.',
  'changes.older': 'Modifications antérieures',
  'changes.undo': 'Annuler ce changement',
  'changes.undoes': 'annule un changement antérieur',
  'changes.versions': 'La version {before} du plan est devenue la version {after} : qui est déplacé',
  'changes.nobody': 'Personne dont vous pouvez avoir connaissance n’a été déplacé.',
  'changes.who': 'Qui',
  'changes.what': 'Quoi',
  'changes.before': 'Avant',
  'changes.after': 'Après',
  'changes.table': 'table {table}',
  'changes.more_people': 'et {count} autres personnes',
  'changes.refused': 'Le journal des modifications vous est fermé',
  'changes.refused_why':
    'Les coordinateurs et directeurs le lisent. Dans la démonstration, le menu permet ' +
    'de se connecter comme l’un d’eux.',
  'verb.read_mission': 'Mission lue',
  'verb.load_mission': 'Mission chargée',
  'verb.plan_mission': 'Projet planifié',
  'verb.publish_plan': 'Plan publié',
  'verb.link_feed': 'Adresse de calendrier créée',
  'verb.grant_wish': 'Souhait exaucé',
  'verb.apply_change': 'Plan modifié',
  'verb.manage_webhooks': 'Webhooks modifiés',
  'verb.read_changes': 'Journal lu',
  'verb.manage_accounts': 'Accès modifié',
  'verb.send_letters': 'Lettres décidées',
  'verb.view_as': 'Vu comme un autre rôle',
  'verb.keep_sensitive': 'Champ scellé',
  'verb.purge': 'Données supprimées',
};

export default words;
