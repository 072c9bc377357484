<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>joip</name>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>% of what they are</source>
   <translation>% der jetzigen Länge</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;About JOIP Desktop</source>
   <translation>&amp;Über JOIP Desktop</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>&amp;Account</source>
   <translation>&amp;Konto</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Add Subreddits…</source>
   <translation>Subreddits &amp;hinzufügen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/choice_menus.py" />
   <source>&amp;Appearance</source>
   <translation>&amp;Erscheinungsbild</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_dialog.py" />
   <source>&amp;Apply choices</source>
   <translation>Auswahl ü&amp;bernehmen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/help/window.py" />
   <source>&amp;Back</source>
   <translation>&amp;Zurück</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/plan_dialog.py" />
   <source>&amp;Change {n} sessions</source>
   <translation>
    <numerusform>{n} Sitzung &amp;ändern</numerusform>
    <numerusform>{n} Sitzungen &amp;ändern</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>&amp;Columns</source>
   <translation>&amp;Spalten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>&amp;Compact</source>
   <translation>&amp;Kompakt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/help/window.py" />
   <source>&amp;Contents</source>
   <translation>&amp;Inhalt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>&amp;Copied</source>
   <translation>&amp;Kopiert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>&amp;Copy</source>
   <translation>&amp;Kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Copy as CSV</source>
   <translation>Als &amp;CSV kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>&amp;Copy as Text</source>
   <translation>Als Text &amp;kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/choice_menus.py" />
   <source>&amp;Dark</source>
   <translation>&amp;Dunkel</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>&amp;Delete…</source>
   <translation>&amp;Löschen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Discreet Mode</source>
   <translation>&amp;Diskreter Modus</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>&amp;Edit Search</source>
   <translation>Suche &amp;bearbeiten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Edit in the Table</source>
   <translation>In der &amp;Tabelle bearbeiten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/columns_page.py" />
   <source>&amp;Empty cells clear the field</source>
   <translation>&amp;Leere Zellen leeren das Feld</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Export Sessions…</source>
   <translation>Sitzungen &amp;exportieren…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>&amp;Export…</source>
   <translation>&amp;Exportieren…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Favourite</source>
   <translation>&amp;Favorit</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>&amp;Fields</source>
   <translation>&amp;Felder</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/help/window.py" />
   <source>&amp;Forward</source>
   <translation>&amp;Vor</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Gallery</source>
   <translation>&amp;Galerie</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>&amp;Give up failed</source>
   <translation>Fehlgeschlagene auf&amp;geben</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Import Changes…</source>
   <translation>Änderungen &amp;importieren…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>&amp;Indented, with letters as they are</source>
   <translation>&amp;Eingerückt, mit Buchstaben, wie sie sind</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>&amp;JSON</source>
   <translation>&amp;JSON</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Jobs and History</source>
   <translation>&amp;Aufträge und Verlauf</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Keyboard Shortcuts</source>
   <translation>&amp;Tastenkürzel</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/choice_menus.py" />
   <source>&amp;Light</source>
   <translation>&amp;Hell</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>&amp;Name This Category…</source>
   <translation>Kategorie be&amp;nennen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>&amp;Normal</source>
   <translation>&amp;Normal</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Overview</source>
   <translation>Ü&amp;bersicht</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/action_states.py" />
   <source>&amp;Pause Sending</source>
   <translation>Senden &amp;pausieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/snapshots_dialog.py" />
   <source>&amp;Plan the restore…</source>
   <translation>Zurückgehen &amp;planen…</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>&amp;Plan {n} changes…</source>
   <translation>
    <numerusform>{n} Änderung &amp;planen…</numerusform>
    <numerusform>{n} Änderungen &amp;planen…</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Quit</source>
   <translation>&amp;Beenden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Refresh</source>
   <translation>&amp;Aktualisieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>&amp;Rename…</source>
   <translation>&amp;Umbenennen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>&amp;Reset Columns</source>
   <translation>Spalten &amp;zurücksetzen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>&amp;Resolve…</source>
   <translation>&amp;Lösen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/import_dialog.py" />
   <source>&amp;Rows</source>
   <translation>&amp;Zeilen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Save</source>
   <translation>&amp;Speichern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Scale Intervals…</source>
   <translation>Intervalle &amp;skalieren…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/export_dialog.py" />
   <source>&amp;Sessions:</source>
   <translation>&amp;Sitzungen:</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/first_run.py" />
   <source>&amp;Sign in…</source>
   <translation>&amp;Anmelden …</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Table</source>
   <translation>&amp;Tabelle</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Undo</source>
   <translation>&amp;Rückgängig</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>--tour goes with --demo only, since it changes sessions.</source>
   <translation>--tour geht nur zusammen mit --demo, weil es Sitzungen ändert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>0 (the default) takes any free one</source>
   <translation>0 (Vorgabe) nimmt einen beliebigen freien</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>100 requests in 15 minutes, as the site</source>
   <translation>100 Anfragen in 15 Minuten, wie die Website</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>100 requests in 15 seconds</source>
   <translation>100 Anfragen in 15 Sekunden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>5 to 10 seconds</source>
   <translation>5 bis 10 Sekunden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>7 seconds may occur</source>
   <translation>7 Sekunden können vorkommen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>A category is a whole number from {least} to {most}, or the default category.</source>
   <translation>Eine Kategorie ist eine ganze Zahl von {least} bis {most} oder die Standardkategorie.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>A character in this text is broken; delete it and type it again.</source>
   <translation>Ein Zeichen in diesem Text ist beschädigt; löschen und neu eingeben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>A name begins with a letter or a digit, not with an underscore.</source>
   <translation>Ein Name beginnt mit einem Buchstaben oder einer Ziffer, nicht mit einem Unterstrich.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>A name has at least {least} characters.</source>
   <translation>Ein Name hat mindestens {least} Zeichen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>A name has at most {most} characters; this one has {count}.</source>
   <translation>Ein Name hat höchstens {most} Zeichen; dieser hat {count}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>A name has letters from A to Z, digits and underscores, but not “{characters}”.</source>
   <translation>Ein Name hat Buchstaben von A bis Z, Ziffern und Unterstriche, aber nicht „{characters}“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>A number of seconds is needed, not “{text}”.</source>
   <translation>Nötig ist eine Anzahl von Sekunden, nicht „{text}“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>A picture may stay for</source>
   <translation>Ein Bild kann bleiben für</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pasted.py" />
   <source>A request that is copied as “fetch” comes without its cookie.</source>
   <translation>Eine Anfrage, die als „fetch“ kopiert wird, kommt ohne ihren Cookie.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>A table with “faults”, a list of rules, is needed.</source>
   <translation>Nötig ist eine Tabelle mit „faults“, einer Liste von Regeln.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>A web address without blanks, https:// or http:// in front, or nothing to have one generated.</source>
   <translation>Eine Webadresse ohne Leerzeichen mit https:// oder http:// davor, oder nichts, um eines erzeugen zu lassen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>A web page comes instead of an answer</source>
   <translation>Statt einer Antwort kommt eine Webseite</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>A whole number from {least} to {most} is needed, not “{text}”.</source>
   <translation>Nötig ist eine ganze Zahl von {least} bis {most}, nicht „{text}“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>A whole number is needed: {range}.</source>
   <translation>Nötig ist eine ganze Zahl: {range}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>A {field} needs at least one character.</source>
   <translation>Ein {field} braucht mindestens ein Zeichen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>A&amp;dd {column} to Sorting</source>
   <translation>„{column}“ zur Sor&amp;tierung hinzufügen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/about.py" />
   <source>About JOIP Desktop</source>
   <translation>Über JOIP Desktop</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Accounts</source>
   <translation>Konten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_model.py" />
   <source>Action</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/app.py" />
   <source>Add --demo, or --server with an address.</source>
   <translation>--demo hinzufügen, oder --server mit einer Adresse.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Add a subreddit to {n} sessions</source>
   <translation>
    <numerusform>Subreddit zu {n} Sitzung hinzufügen</numerusform>
    <numerusform>Subreddit zu {n} Sitzungen hinzufügen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Add an account, of this server or another one</source>
   <translation>Ein Konto hinzufügen, auf diesem oder einem anderen Server</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Add subreddits</source>
   <translation>Subreddits hinzufügen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Add subreddits to all selected sessions</source>
   <translation>Subreddits zu allen ausgewählten Sitzungen hinzufügen</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Add subreddits to {n} sessions</source>
   <translation>
    <numerusform>Subreddits zu {n} Sitzung hinzufügen</numerusform>
    <numerusform>Subreddits zu {n} Sitzungen hinzufügen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Add subreddits…</source>
   <translation>Subreddits hinzufügen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Advanced</source>
   <translation>Erweitert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>After</source>
   <translation>Nachher</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>After in: comes a subreddit, earth* for all that begin like this, or none.</source>
   <translation>Nach in: folgt ein Subreddit, earth* für alle, die so beginnen, oder none.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>After prompt: comes a word of the prompt, or several in quotes.</source>
   <translation>Nach prompt: folgt ein Wort des Prompts, oder mehrere in Anführungszeichen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>After title: comes a word of the title, or several in quotes.</source>
   <translation>Nach title: folgt ein Wort des Titels, oder mehrere in Anführungszeichen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>After {key}: comes {words}.</source>
   <translation>Nach {key}: folgt {words}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>After {month}</source>
   <translation>Nach {month}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_dialog.py" />
   <source>All &amp;mine</source>
   <translation>Überall &amp;meins</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_dialog.py" />
   <source>All &amp;theirs</source>
   <translation>Überall das &amp;andere</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>All are favourites</source>
   <translation>Alle sind Favoriten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/desk.py" />
   <source>All files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>All of them are favourites.</source>
   <translation>Alle sind Favoriten.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>All sessions</source>
   <translation>Alle Sitzungen</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/transfer/export_dialog.py" />
   <source>All {n} sessions</source>
   <translation>
    <numerusform>Die einzige Sitzung</numerusform>
    <numerusform>Alle {n} Sitzungen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Alt and the underlined letter</source>
   <translation>Alt und der unterstrichene Buchstabe</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>An address looks like https://app.joip.io.</source>
   <translation>Eine Adresse sieht so aus wie https://app.joip.io.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>Another change of this session is on its way; this one goes after it.</source>
   <translation>Eine andere Änderung dieser Sitzung ist unterwegs; diese folgt danach.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>Another device edits a session</source>
   <translation>Ein anderes Gerät bearbeitet eine Sitzung</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/desk.py" />
   <source>Another device has changed the title. Refresh, or edit the session, to meet the change.</source>
   <translation>Ein anderes Gerät hat den Titel geändert. Aktualisieren oder bearbeiten Sie die Sitzung, um der Änderung zu begegnen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Another plan is being made or waits for your answer. Nothing was sent for this one.</source>
   <translation>Ein anderer Plan wird gerade gemacht oder wartet auf eine Antwort. Für diesen wurde nichts gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>Another program uses up the requests</source>
   <translation>Ein anderes Programm verbraucht die Anfragen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>Another window of JOIP Desktop has just repaired what this account keeps.</source>
   <translation>Ein anderes Fenster von JOIP Desktop hat gerade repariert, was dieses Konto aufbewahrt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>Answers are broken JSON</source>
   <translation>Antworten sind kaputtes JSON</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>Answers are cut off</source>
   <translation>Antworten sind abgeschnitten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>Answers come drop by drop</source>
   <translation>Antworten kommen tröpfchenweise</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>Answers have an unknown transition</source>
   <translation>Antworten haben einen unbekannten Übergang</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>Answers lack the title</source>
   <translation>In Antworten fehlt der Titel</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Anyone with the link can see the session.</source>
   <translation>Alle mit dem Link können die Sitzung sehen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Appearance</source>
   <translation>Erscheinungsbild</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>April {year}</source>
   <translation>April {year}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/choice_menus.py" />
   <source>As the &amp;System</source>
   <translation>Wie das &amp;System</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Asking {host}…</source>
   <translation>{host} wird gefragt …</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>At least {n} seconds, the {field}.</source>
   <translation>
    <numerusform>Mindestens {n} Sekunde („{field}“).</numerusform>
    <numerusform>Mindestens {n} Sekunden („{field}“).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>At most {n} seconds, the {field}.</source>
   <translation>
    <numerusform>Höchstens {n} Sekunde („{field}“).</numerusform>
    <numerusform>Höchstens {n} Sekunden („{field}“).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>At the server's limit that takes {time}, with the {n} requests that wait already.</source>
   <translation>
    <numerusform>Mit dem Limit des Servers dauert das {time}, zusammen mit der {n} Anfrage, die schon wartet.</numerusform>
    <numerusform>Mit dem Limit des Servers dauert das {time}, zusammen mit den {n} Anfragen, die schon warten.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>At the server's limit that takes {time}.</source>
   <translation>Mit dem Limit des Servers dauert das {time}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>August {year}</source>
   <translation>August {year}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>Auto-generate</source>
   <translation>Automatisch erzeugen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>Before and after</source>
   <translation>Vorher und nachher</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/plan_dialog.py" />
   <source>Before anything is sent</source>
   <translation>Bevor etwas gesendet wird</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/snapshots_dialog.py" />
   <source>Before every action on more than {n} sessions, all sessions are kept as they are, for 30 days. Going back to one shows a plan first; you agree to it before anything is sent.</source>
   <translation>Vor jeder Aktion an mehr als {n} Sitzungen werden alle Sitzungen 30 Tage lang aufbewahrt, wie sie sind. Vor dem Zurückgehen wird ein Plan gezeigt; gesendet wird erst nach Zustimmung.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/history_view.py" />
   <source>Before these actions</source>
   <translation>Vor diesen Aktionen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Before this can be saved:</source>
   <translation>Vor dem Speichern zu berichtigen:</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>Before {month}</source>
   <translation>Vor {month}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/proxies.py" />
   <source>Begin the address with http:// or https://.</source>
   <translation>Die Adresse beginnt mit http:// oder https://.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_model.py" />
   <source>Begun</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_ways.py" />
   <source>Browser</source>
   <translation>Browser</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Bully / Simp</source>
   <translation>Bully / Simp</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>By account and number: the server knows categories by their numbers only.</source>
   <translation>Nach Konto und Nummer: Der Server kennt Kategorien nur nach ihrer Nummer.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>C&amp;omfortable</source>
   <translation>&amp;Großzügig</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in.py" />
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Cancel job</source>
   <translation>Auftrag abbrechen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Cancel them</source>
   <translation>Auftrag abbrechen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Cancel?</source>
   <translation>Abbrechen?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Caption theme</source>
   <translation>Untertitel-Thema</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>Caption themes</source>
   <translation>Themen der Bildtexte</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>Categories</source>
   <translation>Kategorien</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Category</source>
   <translation>Kategorie</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Category {name}</source>
   <translation>Kategorie {name}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/category_words.py" />
   <source>Category {number}</source>
   <translation>Kategorie {number}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>Change &amp;Many</source>
   <translation>&amp;Mehrere ändern</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>Change at least {n} sessions…</source>
   <translation>
    <numerusform>Mindestens {n} Sitzung ändern…</numerusform>
    <numerusform>Mindestens {n} Sitzungen ändern…</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Change its title on the server, as if from somewhere else</source>
   <translation>Den Titel auf dem Server ändern, wie von anderswo</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Change sessions…</source>
   <translation>Sitzungen ändern…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/sign_in.py" />
   <source>Change the server, or copy a command from there.</source>
   <translation>Ändern Sie den Server, oder kopieren Sie einen Befehl von dort.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Change the title, or another value of the current session, in its row</source>
   <translation>Den Titel oder einen anderen Wert der aktuellen Sitzung in ihrer Zeile ändern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_row.py" />
   <source>Change {field}</source>
   <translation>„{field}“ ändern</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Change {n} sessions…</source>
   <translation>
    <numerusform>{n} Sitzung ändern…</numerusform>
    <numerusform>{n} Sitzungen ändern…</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/findings_model.py" />
   <source>Change, or problem</source>
   <translation>Änderung oder Problem</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/refresher.py" />
   <source>Changed elsewhere and kept beside your waiting changes: {fields}.</source>
   <translation>Anderswo geändert und neben den wartenden Änderungen behalten: {fields}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/notes.py" />
   <source>Changed elsewhere meanwhile, and taken over: {fields}.</source>
   <translation>Inzwischen anderswo geändert und übernommen: {fields}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/form.py" />
   <source>Changed elsewhere meanwhile.</source>
   <translation>Inzwischen anderswo geändert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/form.py" />
   <source>Changed elsewhere meanwhile; it was {value}.</source>
   <translation>Inzwischen anderswo geändert; vorher war es {value}.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>Changed elsewhere while your changes waited: {n} sessions. Both are kept; the notes (Jobs and History) say what.</source>
   <translation>
    <numerusform>Anderswo geändert, während hier Änderungen warteten: {n} Sitzung. Beides bleibt; die Hinweise (Aufträge und Verlauf) sagen, was.</numerusform>
    <numerusform>Anderswo geändert, während hier Änderungen warteten: {n} Sitzungen. Beides bleibt; die Hinweise (Aufträge und Verlauf) sagen, was.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_dialog.py" />
   <source>Changed elsewhere, too</source>
   <translation>Auch anderswo geändert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Changed elsewhere, too, in the same field.</source>
   <translation>Auch anderswo geändert, im selben Feld.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>Changed elsewhere, too, so you are asked before anything is sent: {fields}.</source>
   <translation>Auch anderswo geändert, daher kommt eine Rückfrage, bevor etwas gesendet wird: {fields}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/shelves.py" />
   <source>Changed elsewhere, too: {fields}.</source>
   <translation>Auch anderswo geändert: {fields}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Changed here, and not confirmed by the server yet.</source>
   <translation>Hier geändert und vom Server noch nicht bestätigt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Changes</source>
   <translation>Änderungen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/writer.py" />
   <source>Changes can't be kept on disk ({kind}).</source>
   <translation>Änderungen lassen sich nicht auf der Festplatte aufbewahren ({kind}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Changes nothing</source>
   <translation>Ändert nichts</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Changes {n} sessions</source>
   <translation>
    <numerusform>Ändert {n} Sitzung</numerusform>
    <numerusform>Ändert {n} Sitzungen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>Check both and try again.</source>
   <translation>Beides prüfen und erneut versuchen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Check the address and the connection, then try again.</source>
   <translation>Prüfen Sie Adresse und Verbindung, und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>Check the address; if it is right, somebody may be in between.</source>
   <translation>Prüfen Sie die Adresse; stimmt sie, ist vielleicht jemand dazwischen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>Check the clock of this computer; if it is right, ask who runs the server.</source>
   <translation>Prüfen Sie die Uhr dieses Computers; geht sie richtig, fragen Sie die Betreiber des Servers.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>Check the connection and the proxy settings.</source>
   <translation>Prüfen Sie die Verbindung und die Proxy-Einstellungen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Check the connection; sending goes on by itself when the server answers.</source>
   <translation>Die Verbindung prüfen; das Senden geht von selbst weiter, wenn der Server antwortet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>Check the proxy settings.</source>
   <translation>Die Proxy-Einstellungen prüfen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Check the server's address.</source>
   <translation>Die Adresse des Servers prüfen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Checking…</source>
   <translation>Wird geprüft …</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/export_dialog.py" />
   <source>Choose a &amp;file…</source>
   <translation>&amp;Datei wählen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/page.py" />
   <source>Choose a bar to see its sessions in the list.</source>
   <translation>Einen Balken wählen, um seine Sitzungen in der Liste zu sehen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings_file.py" />
   <source>Choose another folder with --profile-dir.</source>
   <translation>Mit --profile-dir einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/snapshots.py" />
   <source>Choose another one.</source>
   <translation>Einen anderen wählen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Choose how the app looks and what it does</source>
   <translation>Wählen, wie die App aussieht und was sie tut</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_row.py" />
   <source>Choose one for all of them:</source>
   <translation>Einen Wert für alle auswählen:</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/mapping.py" />
   <source>Choose the column with the numbers of the sessions; without it, no row can be matched.</source>
   <translation>Die Spalte mit den Nummern der Sitzungen wählen; ohne sie lässt sich keine Zeile zuordnen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Choose what to keep of fields that were changed elsewhere, too</source>
   <translation>Auswählen, was von auch anderswo geänderten Feldern bleibt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Choose which value to keep.</source>
   <translation>Auswählen, welcher Wert bleiben soll.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/failure_box.py" />
   <source>Choose…</source>
   <translation>Auswählen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/paste_field.py" />
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/docks.py" />
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/closing.py" />
   <source>Close anyway</source>
   <translation>Trotzdem schließen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Close jobs and history</source>
   <translation>Aufträge und Verlauf schließen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Close the demo server's panel</source>
   <translation>Den Demo-Server ausblenden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>Close the traffic</source>
   <translation>Datenverkehr schließen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Close the window</source>
   <translation>Das Fenster schließen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/closing.py" />
   <source>Close?</source>
   <translation>Schließen?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/findings_model.py" />
   <source>Column</source>
   <translation>Spalte</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Column widths</source>
   <translation>Spaltenbreiten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/columns_page.py" />
   <source>Column {name}</source>
   <translation>Spalte {name}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading.py" />
   <source>Column {n}</source>
   <translation>Spalte {n}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Comfortable</source>
   <translation>Geräumig</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/command_palette.py" />
   <source>Command</source>
   <translation>Befehl</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Command &amp;Palette…</source>
   <translation>Befehls&amp;palette…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/command_palette.py" />
   <source>Command palette</source>
   <translation>Befehlspalette</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Compact</source>
   <translation>Kompakt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/about.py" />
   <source>Component</source>
   <translation>Bestandteil</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/about.py" />
   <source>Components</source>
   <translation>Bestandteile</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Conflicts</source>
   <translation>Konflikte</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_ways.py" />
   <source>Cookie</source>
   <translation>Cookie</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/sessions/list_desk.py" />
   <source>Copied {n} sessions as {form}.</source>
   <translation>
    <numerusform>{n} Sitzung als {form} kopiert.</numerusform>
    <numerusform>{n} Sitzungen als {form} kopiert.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Copied.</source>
   <translation>Kopiert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Copy &amp;Diagnostics</source>
   <translation>&amp;Diagnose kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Copy &amp;Link to Picture</source>
   <translation>&amp;Link zum Bild kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Copy Address</source>
   <translation>Adresse kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Copy Cookie</source>
   <translation>Cookie kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Copy as &amp;CSV</source>
   <translation>Als &amp;CSV kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Copy as &amp;JSON</source>
   <translation>Als &amp;JSON kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>Copy as cURL</source>
   <translation>Als cURL kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pasted.py" />
   <source>Copy one request only.</source>
   <translation>Kopieren Sie nur eine Anfrage.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Copy the JSON</source>
   <translation>Das JSON kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Copy the cURL command</source>
   <translation>Den cURL-Befehl kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Copy the columns of the selected sessions, for a spreadsheet</source>
   <translation>Die Spalten der ausgewählten Sitzungen für eine Tabellenkalkulation kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Copy the current name</source>
   <translation>Den aktuellen Namen kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Copy the fields</source>
   <translation>Die Felder kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Copy the selected sessions with everything that the server told</source>
   <translation>Die ausgewählten Sitzungen mit allen Angaben des Servers kopieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pasted.py" />
   <source>Copy the whole command once more.</source>
   <translation>Kopieren Sie den ganzen Befehl noch einmal.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Copy {n} sessions as &amp;CSV</source>
   <translation>
    <numerusform>{n} Sitzung als &amp;CSV kopieren</numerusform>
    <numerusform>{n} Sitzungen als &amp;CSV kopieren</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Copy {n} sessions as &amp;JSON</source>
   <translation>
    <numerusform>{n} Sitzung als &amp;JSON kopieren</numerusform>
    <numerusform>{n} Sitzungen als &amp;JSON kopieren</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Correct the value and save again.</source>
   <translation>Den Wert berichtigen und erneut speichern.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>Counting…</source>
   <translation>Wird gezählt…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Counts from the next start on.</source>
   <translation>Gilt ab dem nächsten Start.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Ctrl and the mouse wheel</source>
   <translation>Strg und das Mausrad</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Cuckold</source>
   <translation>Cuckold</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Custom Prompt</source>
   <translation>Custom Prompt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>December {year}</source>
   <translation>Dezember {year}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Default</source>
   <translation>Standard</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/category_words.py" />
   <source>Default category</source>
   <translation>Standardkategorie</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Delay</source>
   <translation>Verzögerung</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Delay of each answer</source>
   <translation>Verzögerung jeder Antwort</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Delete the saved search</source>
   <translation>Die gespeicherte Suche löschen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Delete this search?</source>
   <translation>Diese Suche löschen?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/account.py" />
   <source>Demo</source>
   <translation>Demo</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Demo Ser&amp;ver</source>
   <translation>Demo-Ser&amp;ver</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Demo server</source>
   <translation>Demo-Server</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Demo server's port</source>
   <translation>Port des Demo-Servers</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/connection.py" />
   <source>Demo: all sessions are made up, and nothing leaves this computer.</source>
   <translation>Demo: Alle Sitzungen sind erfunden, und nichts verlässt diesen Computer.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Discreet While Screens Are &amp;Shared</source>
   <translation>Diskret bei &amp;Bildschirmfreigabe</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Discreet mode</source>
   <translation>Diskreter Modus</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/screen_sharing.py" />
   <source>Discreet mode is on while a screen is shared.</source>
   <translation>Der diskrete Modus ist an, während ein Bildschirm freigegeben ist.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Discreet mode is on, and what is copied would not be hidden.</source>
   <translation>Der diskrete Modus ist an, und Kopiertes wäre nicht verborgen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Discreet while screens are shared</source>
   <translation>Diskret, solange Bildschirme geteilt werden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Do again what was undone</source>
   <translation>Wieder tun, was rückgängig gemacht wurde</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/requests_model.py" />
   <source>Duration</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_ways.py" />
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in.py" />
   <source>E-mail and password</source>
   <translation>E-Mail und Passwort</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Edit the current name</source>
   <translation>Den aktuellen Namen bearbeiten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Edit the value of the current cell</source>
   <translation>Den Wert der aktuellen Zelle bearbeiten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Edited here, and not saved yet.</source>
   <translation>Hier bearbeitet und noch nicht gespeichert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Editing in the table</source>
   <translation>Bearbeiten in der Tabelle</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>Either on or off.</source>
   <translation>Entweder an oder aus.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_words.py" />
   <source>Elsewhere it became</source>
   <translation>Anderswo</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Enter a percentage above 0.</source>
   <translation>Einen Prozentwert über 0 eingeben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>Enter a whole number.</source>
   <translation>Eine ganze Zahl eingeben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Enter at least one subreddit.</source>
   <translation>Mindestens ein Subreddit eingeben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in.py" />
   <source>Enter e-mail and password.</source>
   <translation>Geben Sie E-Mail und Passwort ein.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Enter or a double click undoes or redoes everything up to a row. What has been undone is dimmed.</source>
   <translation>Eingabetaste oder Doppelklick macht alles bis zu einer Zeile rückgängig oder wiederholt es. Rückgängig Gemachtes ist blasser.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Enter the text to find.</source>
   <translation>Den zu suchenden Text eingeben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Entered for several sessions at once, and not saved yet. A click selects them, so that the form shows it again.</source>
   <translation>Für mehrere Sitzungen auf einmal eingegeben und noch nicht gespeichert. Ein Klick wählt sie aus, sodass das Formular es wieder zeigt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>Error 500, although the change was made</source>
   <translation>Fehler 500, obwohl geändert wurde</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>Error 503: the server is busy</source>
   <translation>Fehler 503: Der Server ist überlastet</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Errors and warnings</source>
   <translation>Fehler und Warnungen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Errors only</source>
   <translation>Nur Fehler</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Every detail</source>
   <translation>Alle Einzelheiten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Every key that does something here</source>
   <translation>Alle Tasten, die hier etwas bewirken</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>Every request</source>
   <translation>jede Anfrage</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Every session of the account.</source>
   <translation>Alle Sitzungen des Kontos.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>Every third request</source>
   <translation>jede dritte Anfrage</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/import_dialog.py" />
   <source>Everything but unchanged rows</source>
   <translation>Alles außer unveränderten Zeilen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Everywhere</source>
   <translation>Überall</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/export_dialog.py" />
   <source>Excel on Windows needs it to read letters such as ä and é</source>
   <translation>Excel unter Windows braucht sie, um Buchstaben wie ä und é zu lesen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/desk.py" />
   <source>Export sessions</source>
   <translation>Sitzungen exportieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>Export the report</source>
   <translation>Bericht exportieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>Exported</source>
   <translation>Exportiert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/export_dialog.py" />
   <source>F&amp;orm:</source>
   <translation>F&amp;orm:</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Fade</source>
   <translation>Blenden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Failed</source>
   <translation>Fehlgeschlagen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/requests_model.py" />
   <source>Faults</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Favourite</source>
   <translation>Favorit</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Favourite {n} sessions</source>
   <translation>
    <numerusform>{n} Sitzung favorisieren</numerusform>
    <numerusform>{n} Sitzungen favorisieren</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Favourites</source>
   <translation>Favoriten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>February {year}</source>
   <translation>Februar {year}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Fi&amp;nd</source>
   <translation>S&amp;uchen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Field</source>
   <translation>Feld</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_dialog.py" />
   <source>Fields that were changed elsewhere, too</source>
   <translation>Auch anderswo geänderte Felder</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>Filter requests</source>
   <translation>Anfragen filtern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>Filter, such as PATCH, 429 or 5xx</source>
   <translation>Filter, etwa PATCH, 429 oder 5xx</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Find</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Find a shortcut</source>
   <translation>Tastenkürzel suchen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Find and &amp;Replace in Titles…</source>
   <translation>In &amp;Titeln ersetzen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Find and replace in titles</source>
   <translation>In Titeln suchen und ersetzen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Find and replace in titles…</source>
   <translation>In Titeln ersetzen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Find anything that can be done by typing a part of its name</source>
   <translation>Jeden Befehl durch Eingeben eines Teils seines Namens finden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Find by what it does, or by a key</source>
   <translation>Nach der Wirkung oder einer Taste suchen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/help/window.py" />
   <source>Find in all pages</source>
   <translation>In allen Seiten suchen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/mapping.py" />
   <source>Fingerprint</source>
   <translation>Fingerabdruck</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Flip</source>
   <translation>Klappen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>For programs that read line by line: one session a line.</source>
   <translation>Für Programme, die zeilenweise lesen: eine Sitzung je Zeile.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>For programs: one list of all sessions.</source>
   <translation>Für Programme: eine Liste aller Sitzungen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>For spreadsheets. Texts that a spreadsheet would take for formulas have an apostrophe in front.</source>
   <translation>Für Tabellenprogramme. Texte, die eines für Formeln hielte, haben vorn einen Apostroph.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Forced-Bi</source>
   <translation>Forced-Bi</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>Forget all requests so far</source>
   <translation>Alle bisherigen Anfragen vergessen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>Forget the changes that failed; the sessions show what the server has</source>
   <translation>Die fehlgeschlagenen Änderungen verwerfen; die Sitzungen zeigen, was der Server hat</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Forget the sign-in of this account on this computer</source>
   <translation>Die Anmeldung dieses Kontos auf diesem Computer vergessen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Forget the unsaved edits of this session</source>
   <translation>Die nicht gespeicherten Änderungen dieser Sitzung verwerfen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/demo_server.py" />
   <source>Free some space and try again.</source>
   <translation>Geben Sie Speicherplatz frei und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading.py" />
   <source>From here on the file can't be read as a table ({reason}); is a quotation mark missing?</source>
   <translation>Ab hier lässt sich die Datei nicht als Tabelle lesen ({reason}); fehlt ein Anführungszeichen?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading_json.py" />
   <source>From here on the file is not JSON ({reason}).</source>
   <translation>Ab hier ist die Datei kein JSON ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/text.py" />
   <source>From here on the file is not UTF-8. Spreadsheets write that when it is saved as “CSV UTF-8”.</source>
   <translation>Ab hier ist die Datei kein UTF-8. Tabellenprogramme schreiben das, wenn als „CSV UTF-8“ gespeichert wird.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Gallery</source>
   <translation>Galerie</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/failure_box.py" />
   <source>Give up the change</source>
   <translation>Änderung aufgeben</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/workspace.py" />
   <source>Given up.</source>
   <translation>Aufgegeben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go a page up or down</source>
   <translation>Eine Seite auf oder ab</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in.py" />
   <source>Go back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Go back to what all sessions were before an action on many of them</source>
   <translation>Zurück zu dem, was alle Sitzungen vor einer Aktion an vielen von ihnen waren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Go on</source>
   <translation>Weitermachen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Go on in the other window, or close it first.</source>
   <translation>Im anderen Fenster weitermachen oder es zuerst schließen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go on without selecting</source>
   <translation>Weitergehen, ohne auszuwählen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go through the names</source>
   <translation>Durch die Namen gehen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go through the suggestions</source>
   <translation>Durch die Vorschläge gehen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to another place</source>
   <translation>Zu einem anderen Ort</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to another session</source>
   <translation>Zu einer anderen Sitzung</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to the cell beside</source>
   <translation>Zur Zelle daneben</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to the next part of the window</source>
   <translation>Zum nächsten Teil des Fensters</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to the part before</source>
   <translation>Zum Teil davor</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to the picture beside</source>
   <translation>Zum Bild daneben</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to the title that begins with what is typed</source>
   <translation>Zum Titel, der mit dem Eingegebenen beginnt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to what was found</source>
   <translation>Zum Gefundenen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>Go to: {place}</source>
   <translation>Gehe zu: {place}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/desk.py" />
   <source>HTTP archive (*.har)</source>
   <translation>HTTP-Archiv (*.har)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Has a picture</source>
   <translation>Hat ein Bild</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/model.py" />
   <source>Has unsaved edits.</source>
   <translation>Hat nicht gespeicherte Änderungen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/help/window.py" />
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/traffic.py" />
   <source>Hidden in discreet mode</source>
   <translation>Im diskreten Modus verborgen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_words.py" />
   <source>Hidden in discreet mode; point at the boxes below to see it</source>
   <translation>Im diskreten Modus verborgen; zum Ansehen auf die Felder unten zeigen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Hide titles, prompts and pictures until the mouse is over them</source>
   <translation>Titel, Prompts und Bilder verbergen, bis die Maus darüber ist</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Hide titles, prompts and pictures until the mouse is over them.</source>
   <translation>Titel, Prompts und Bilder verbergen, bis die Maus darauf zeigt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/history_view.py" />
   <source>History of actions</source>
   <translation>Verlauf der Aktionen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_ways.py" />
   <source>How do I get it?</source>
   <translation>Wie komme ich daran?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>How everything works, to read without a network</source>
   <translation>Wie alles geht, ohne Netz zu lesen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>How much is written into it. Details help to find what goes wrong.</source>
   <translation>Wie viel hineingeschrieben wird. Einzelheiten helfen herauszufinden, was schiefgeht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>How much of the disk pictures may take. With 0 none are kept.</source>
   <translation>Wie viel Platz auf der Festplatte Bilder belegen dürfen. Bei 0 werden keine aufgehoben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>How much room a row of the table has.</source>
   <translation>Wie viel Platz eine Zeile der Tabelle hat.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>How one picture gives way to the next.</source>
   <translation>Wie ein Bild in das nächste übergeht.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/closing.py" />
   <source>If you close now, they are lost.</source>
   <translation>
    <numerusform>Beim Schließen geht sie verloren.</numerusform>
    <numerusform>Beim Schließen gehen sie verloren.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>If you know who is in between, such as a company's network, have their certificate added to those that this computer trusts.</source>
   <translation>Wenn Sie wissen, wer dazwischen ist, etwa ein Firmennetz, lassen Sie dessen Zertifikat zu denen hinzufügen, denen dieser Computer vertraut.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/desk.py" />
   <source>Import changes from a file</source>
   <translation>Änderungen aus einer Datei importieren</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/transfer/importing.py" />
   <source>Import changes of {n} sessions</source>
   <translation>
    <numerusform>Änderungen an {n} Sitzung importieren</numerusform>
    <numerusform>Änderungen an {n} Sitzungen importieren</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Imported</source>
   <translation>Importiert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>Imported sessions keep their caption theme.</source>
   <translation>Importierte Sitzungen behalten ihr Untertitel-Thema.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>Imported sessions keep their prompt.</source>
   <translation>Importierte Sitzungen behalten ihren Prompt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>Imported sessions keep their subreddits.</source>
   <translation>Importierte Sitzungen behalten ihre Subreddits.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>In Safari’s settings, under Advanced, switch on the features for web developers.</source>
   <translation>Schalten Sie in den Einstellungen von Safari unter „Erweitert“ die Funktionen für Webentwickler ein.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pasted.py" />
   <source>In the browser, choose “Copy as cURL” instead, and paste that.</source>
   <translation>Wählen Sie im Browser stattdessen „Als cURL kopieren“, und fügen Sie das ein.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>In which menus, dialogs and messages are written.</source>
   <translation>In der Menüs, Dialoge und Meldungen geschrieben sind.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/interval_slider.py" />
   <source>Interval</source>
   <translation>Intervall</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>It had not been sent yet, so there was nothing to send.</source>
   <translation>Es war noch nicht gesendet, daher gab es nichts zu senden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/outbox.py" />
   <source>It may have reached the server before it was taken back.</source>
   <translation>Es hat den Server vielleicht noch erreicht, bevor es zurückgenommen wurde.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/account.py" />
   <source>It may still hold the sign-in; sign out in the browser as well, which ends it everywhere.</source>
   <translation>Er enthält die Anmeldung vielleicht noch; melden Sie sich auch im Browser ab, das beendet sie überall.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>It plays by itself once the shortest interval is at least 1 s and not above the longest.</source>
   <translation>Es läuft von selbst, sobald das Mindestintervall mindestens 1 s beträgt und nicht über dem Höchstintervall liegt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_words.py" />
   <source>It was</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/traffic.py" />
   <source>It was let go of to make room for newer ones.</source>
   <translation>Der Inhalt musste neueren Platz machen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/traffic.py" />
   <source>Its address is too long to be kept.</source>
   <translation>Die Adresse ist zu lang, um aufgehoben zu werden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/tour_hands.py" />
   <source>Its name has to end in .png.</source>
   <translation>Der Name muss auf .png enden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>JOI / Edging</source>
   <translation>JOI / Edging</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>JOIP Desktop &amp;Help</source>
   <translation>JOIP-Desktop-&amp;Hilfe</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>JSON</source>
   <translation>JSON</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>JSON (*.json)</source>
   <translation>JSON (*.json)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>JSON Lines</source>
   <translation>JSON Lines</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>JSON Lines (*.jsonl)</source>
   <translation>JSON Lines (*.jsonl)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>January {year}</source>
   <translation>Januar {year}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Jobs</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Jobs and History</source>
   <translation>Aufträge und Verlauf</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Jobs, history and notes</source>
   <translation>Aufträge, Verlauf und Hinweise</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>July {year}</source>
   <translation>Juli {year}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>June {year}</source>
   <translation>Juni {year}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_words.py" />
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/desk.py" />
   <source>Keep as it is</source>
   <translation>So lassen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_dialog.py" />
   <source>Keep for {field} of {session}</source>
   <translation>Behalten für „{field}“ von {session}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in.py" />
   <source>Keep me signed in on this computer</source>
   <translation>Auf diesem Computer angemeldet bleiben</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/closing.py" />
   <source>Keep open</source>
   <translation>Offen lassen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Keep the search in the sidebar</source>
   <translation>Die Suche in der Seitenleiste behalten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_out.py" />
   <source>Keep them, and they go on when you sign in to this account again. If you discard them, this computer also deletes the account's list and history. Nothing is deleted on the server.</source>
   <translation>Behalten Sie sie, so geht es mit ihnen weiter, wenn Sie sich wieder bei diesem Konto anmelden. Verwerfen Sie sie, so löscht dieser Computer auch die Liste und den Verlauf des Kontos. Auf dem Server wird nichts gelöscht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/search_box.py" />
   <source>Keep this search in the sidebar (Ctrl+D)</source>
   <translation>Diese Suche in der Seitenleiste behalten (Strg+D)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Kept within {least} to {most} seconds.</source>
   <translation>Auf {least} bis {most} Sekunden begrenzt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Key</source>
   <translation>Schlüssel</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/choice_menus.py" />
   <source>Lang&amp;uage</source>
   <translation>S&amp;prache</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Last &amp;Report…</source>
   <translation>Letzter Be&amp;richt…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>Last changed</source>
   <translation>Zuletzt geändert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Leave as it is</source>
   <translation>So lassen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Leave everything as it was</source>
   <translation>Alles lassen, wie es war</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/proxies.py" />
   <source>Leave user name and password out; a proxy that asks for them can’t be used.</source>
   <translation>Lassen Sie Benutzernamen und Passwort weg; ein Proxy, der danach fragt, kann nicht benutzt werden.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Lengthen the intervals of {n} sessions</source>
   <translation>
    <numerusform>Intervalle von {n} Sitzung verlängern</numerusform>
    <numerusform>Intervalle von {n} Sitzungen verlängern</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/about.py" />
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Limit</source>
   <translation>Begrenzung</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Limit of requests</source>
   <translation>Begrenzung der Anfragen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/findings_model.py" />
   <source>Line</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>Loading…</source>
   <translation>Wird geladen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Log file</source>
   <translation>Protokolldatei</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Longest interval</source>
   <translation>Höchstintervall</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/about.py" />
   <source>Looking for what is installed…</source>
   <translation>Nachsehen, was installiert ist…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>MB</source>
   <translation>MB</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/first_run.py" />
   <source>Made-up sessions on a server inside the app; nothing leaves this computer</source>
   <translation>Erfundene Sitzungen auf einem Server im Programm; nichts verlässt diesen Computer</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>Main toolbar</source>
   <translation>Hauptsymbolleiste</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Make intervals longer by</source>
   <translation>Intervalle verlängern um</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/desk.py" />
   <source>Make new data</source>
   <translation>Neue Daten erzeugen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/desk.py" />
   <source>Make new data?</source>
   <translation>Neue Daten erzeugen?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/drafts.py" />
   <source>Make room on the disk, or see that the folder can be written, and try again.</source>
   <translation>Platz auf der Festplatte schaffen oder den Ordner beschreibbar machen und erneut versuchen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/snapshots.py" />
   <source>Make room there and try again.</source>
   <translation>Dort Platz schaffen und es noch einmal versuchen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>Make room there or choose another folder with --profile-dir.</source>
   <translation>Dort Platz schaffen oder mit --profile-dir einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Make the intervals longer or shorter by per cent</source>
   <translation>Die Intervalle prozentual verlängern oder verkürzen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Make the intervals some seconds longer or shorter</source>
   <translation>Die Intervalle um einige Sekunden verlängern oder verkürzen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Make the pictures larger or smaller</source>
   <translation>Die Bilder vergrößern oder verkleinern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Make {n} Sessions…</source>
   <translation>{n} Sitzungen erzeugen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>Manage the sessions of a JOIP account.</source>
   <translation>Die Sitzungen eines JOIP-Kontos verwalten.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/first_run.py" />
   <source>Manage the sessions of your JOIP account: edit one, or star hundreds at once.

The demo has made-up sessions on a server inside the app; nothing leaves this computer.</source>
   <translation>Die Sitzungen eines JOIP-Kontos verwalten: eine bearbeiten oder Hunderte auf einmal favorisieren.

Die Demo hat erfundene Sitzungen auf einem Server im Programm; nichts verlässt diesen Computer.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/about.py" />
   <source>Manages the sessions of a JOIP account. It is free software under the MIT licence, and made of what others have given away; with thanks to them.</source>
   <translation>Verwaltet die Sitzungen eines JOIP-Kontos. Freie Software unter der MIT-Lizenz, gemacht aus dem, was andere verschenkt haben; mit Dank an sie.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Manual</source>
   <translation>Manuell</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Manual mode</source>
   <translation>Manueller Modus</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>March {year}</source>
   <translation>März {year}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Marked with a star.</source>
   <translation>Mit einem Stern markiert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Match case</source>
   <translation>Groß-/Kleinschreibung beachten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>May {year}</source>
   <translation>Mai {year}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Met by</source>
   <translation>Treffen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/requests_model.py" />
   <source>Method</source>
   <translation>Methode</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_words.py" />
   <source>Mine</source>
   <translation>Meins</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_form.py" />
   <source>More changes</source>
   <translation>Weitere Änderungen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>Most used subreddits</source>
   <translation>Häufigste Subreddits</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Name for category {number}</source>
   <translation>Name für Kategorie {number}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Name for the search “{search}”</source>
   <translation>Name für die Suche „{search}“</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Name this category</source>
   <translation>Diese Kategorie benennen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Names of categories</source>
   <translation>Namen von Kategorien</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Names or addresses, with commas or blanks in between.</source>
   <translation>Namen oder Adressen, getrennt durch Kommas oder Leerzeichen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Network</source>
   <translation>Netzwerk</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/requests_model.py" />
   <source>No answer</source>
   <translation>Keine Antwort</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>No category</source>
   <translation>Keine Kategorie</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/mapping.py" />
   <source>No column stands for something that can be changed; choose what they are below.</source>
   <translation>Keine Spalte steht für etwas, das sich ändern lässt; unten wählen, was sie sind.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/command_palette.py" />
   <source>No command has “{words}” in its name.</source>
   <translation>Kein Befehl hat „{words}“ im Namen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>No cookie was pasted.</source>
   <translation>Es wurde kein Cookie eingefügt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>No favourites yet.
Select sessions and press F, or click a star.</source>
   <translation>Noch keine Favoriten.
Sitzungen auswählen und F drücken, oder einen Stern anklicken.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>No field was changed both here and elsewhere.</source>
   <translation>Kein Feld wurde sowohl hier als auch anderswo geändert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>No limit</source>
   <translation>Keine Begrenzung</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/support_desk.py" />
   <source>No log is kept in this run.</source>
   <translation>Diesmal wird kein Protokoll geführt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/logs.py" />
   <source>No log is kept in this run: {folder} can't be written ({reason}).</source>
   <translation>Diesmal wird kein Protokoll geführt: {folder} ist nicht beschreibbar ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>No picture</source>
   <translation>Kein Bild</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>No picture: {reason}</source>
   <translation>Kein Bild: {reason}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/delegates.py" />
   <source>No picture: {why}</source>
   <translation>Kein Bild: {why}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>No proxy</source>
   <translation>Kein Proxy</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>No request is needed.</source>
   <translation>Es ist keine Anfrage nötig.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>No request passes the filter, or none has been sent yet.</source>
   <translation>Keine Anfrage passt zum Filter, oder es wurde noch keine gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>No request yet.</source>
   <translation>Noch keine Anfrage.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>No requests left</source>
   <translation>Keine Anfrage mehr</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>No sessions match this search.
Press Escape in the search box to see all of them again.</source>
   <translation>Keine Sitzung passt zu dieser Suche.
Esc im Suchfeld zeigt wieder alle.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>No shortcut has “{words}” in its name or its keys.</source>
   <translation>Kein Tastenkürzel hat „{words}“ im Namen oder in den Tasten.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>No subreddit is left.</source>
   <translation>Es bliebe kein Subreddit übrig.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>No value.</source>
   <translation>Kein Wert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>None</source>
   <translation>Keiner</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>None is a favourite</source>
   <translation>Keine ist ein Favorit</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>None of them is a favourite.</source>
   <translation>Keine davon ist ein Favorit.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Normal</source>
   <translation>Normal</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Not a favourite</source>
   <translation>Kein Favorit</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>Not exported</source>
   <translation>Nicht exportiert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Not known</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>Not known here: {options}.</source>
   <translation>Hier nicht bekannt: {options}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>Not known.</source>
   <translation>Nicht bekannt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/model.py" />
   <source>Not saved</source>
   <translation>Nicht gespeichert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/failure_box.py" />
   <source>Not saved.</source>
   <translation>Nicht gespeichert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/model.py" />
   <source>Not saved: {why}</source>
   <translation>Nicht gespeichert: {why}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/mapping.py" />
   <source>Not used</source>
   <translation>Nicht verwendet</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Notes</source>
   <translation>Hinweise</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Notes ({count})</source>
   <translation>Hinweise ({count})</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/plan_dialog.py" />
   <source>Nothing can be sent right now, so the changes wait.</source>
   <translation>Gerade lässt sich nichts senden, daher warten die Änderungen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/history_view.py" />
   <source>Nothing done yet</source>
   <translation>Noch nichts getan</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Nothing has been sent yet.</source>
   <translation>Es wurde noch nichts gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Nothing has failed.</source>
   <translation>Nichts ist fehlgeschlagen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_dialog.py" />
   <source>Nothing is left to decide.</source>
   <translation>Es ist nichts mehr zu entscheiden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/import_dialog.py" />
   <source>Nothing is sent before you have seen the plan and agreed to it.</source>
   <translation>Gesendet wird erst, wenn der Plan zu sehen war und Sie zugestimmt haben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Nothing is sent while there is something to put right.</source>
   <translation>Solange noch etwas zu berichtigen ist, wird nichts gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Nothing is unsaved.</source>
   <translation>Alles ist gespeichert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Nothing is waiting to be sent.</source>
   <translation>Nichts wartet auf das Senden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>Nothing to change</source>
   <translation>Nichts zu ändern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_model.py" />
   <source>Nothing to send</source>
   <translation>Nichts zu senden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Nothing was changed elsewhere in a field that you changed, too.</source>
   <translation>In keinem hier geänderten Feld wurde auch anderswo etwas geändert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/help/window.py" />
   <source>Nothing was found.</source>
   <translation>Nichts gefunden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Nothing was sent.</source>
   <translation>Nichts wurde gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Nothing would be left of the title.</source>
   <translation>Vom Titel bliebe nichts übrig.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>Nothing would change</source>
   <translation>Nichts würde sich ändern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>November {year}</source>
   <translation>November {year}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Now</source>
   <translation>Jetzt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/mapping.py" />
   <source>Number of the session</source>
   <translation>Nummer der Sitzung</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/notices.py" />
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>October {year}</source>
   <translation>Oktober {year}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Of all jobs; what is on its way ends as it will</source>
   <translation>Bei allen Aufträgen; was unterwegs ist, wird noch fertig</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/settings.py" />
   <source>Of the settings on this page</source>
   <translation>Für die Einstellungen auf dieser Seite</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>Of {count} it is not known.</source>
   <translation>Von {count} ist es nicht bekannt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_row.py" />
   <source>On</source>
   <translation>An</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>One of {choices}.</source>
   <translation>Möglich ist {choices}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>One request in ten, by chance</source>
   <translation>eine von zehn Anfragen, zufällig</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>Only failures</source>
   <translation>Nur Fehlschläge</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_ways.py" />
   <source>Only some servers offer this. For app.joip.io, paste from the browser.</source>
   <translation>Nur manche Server bieten das an. Für app.joip.io fügen Sie etwas aus dem Browser ein.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/traffic.py" />
   <source>Only the first {kept} KB of {size} KB are kept.</source>
   <translation>Nur die ersten {kept} KB von {size} KB sind aufgehoben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>Only the latest action can be undone; see the history.</source>
   <translation>Nur die letzte Aktion lässt sich rückgängig machen; siehe Verlauf.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>Only the name itself can be kept: “{name}”.</source>
   <translation>Nur der Name selbst kann übernommen werden: „{name}“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Only this app knows the name. Without one, the number is shown.</source>
   <translation>Nur dieses Programm kennt den Namen. Ohne Namen wird die Nummer gezeigt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Open &amp;Log Folder</source>
   <translation>&amp;Protokollordner öffnen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Open a menu</source>
   <translation>Ein Menü öffnen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Open the menu of what is current</source>
   <translation>Das Kontextmenü öffnen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Open the server’s page in the browser, sign in, and press F12 (on a Mac: Option+Command+I).</source>
   <translation>Öffnen Sie die Seite des Servers im Browser, melden Sie sich an, und drücken Sie F12 (auf dem Mac: Option+Befehl+I).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Open the server’s page, sign in, and press Option+Command+I.</source>
   <translation>Öffnen Sie die Seite des Servers, melden Sie sich an, und drücken Sie Option+Befehl+I.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Open the tab “Network”, and load the page again.</source>
   <translation>Öffnen Sie den Reiter „Netzwerk“, und laden Sie die Seite neu.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/first_run.py" />
   <source>Open {account}</source>
   <translation>{account} öffnen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>Options</source>
   <translation>Optionen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/columns_page.py" />
   <source>Otherwise an empty cell leaves the field as it is</source>
   <translation>Sonst lässt eine leere Zelle das Feld, wie es ist</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>Over plain http anybody on the way could read your cookie, so it is sent to this computer only.</source>
   <translation>Über reines http könnte unterwegs jeder den Cookie lesen, daher wird er nur an diesen Computer gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/page.py" />
   <source>Overview</source>
   <translation>Übersicht</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>Overview of {sessions}</source>
   <translation>Übersicht über {sessions}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/help/window.py" />
   <source>Page of the help</source>
   <translation>Seite der Hilfe</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/help/window.py" />
   <source>Pages of the help</source>
   <translation>Seiten der Hilfe</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/settings.py" />
   <source>Pages of the settings</source>
   <translation>Seiten der Einstellungen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Pain / CBT</source>
   <translation>Pain / CBT</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Parts are {words}.</source>
   <translation>Teile sind {words}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_ways.py" />
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/paste_field.py" />
   <source>Paste</source>
   <translation>Einfügen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_ways.py" />
   <source>Paste a command, a header or a cookie</source>
   <translation>Befehl, Header oder Cookie einfügen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>Paste a cookie instead.</source>
   <translation>Fügen Sie stattdessen einen Cookie ein.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in.py" />
   <source>Paste from the browser</source>
   <translation>Aus dem Browser einfügen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Paste it here.</source>
   <translation>Fügen Sie es hier ein.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>Paste the value of “{name}” alone.</source>
   <translation>Nur den Wert von „{name}“ einfügen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>Paste the value of “{name}”.</source>
   <translation>Den Wert von „{name}“ einfügen.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Pasted: a command for {host}, {n} characters.</source>
   <translation>
    <numerusform>Eingefügt: ein Befehl für {host}, {n} Zeichen.</numerusform>
    <numerusform>Eingefügt: ein Befehl für {host}, {n} Zeichen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Pasted: {n} characters.</source>
   <translation>
    <numerusform>Eingefügt: {n} Zeichen.</numerusform>
    <numerusform>Eingefügt: {n} Zeichen.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/requests_model.py" />
   <source>Path</source>
   <translation>Pfad</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Pause sending</source>
   <translation>Senden pausieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_model.py" />
   <source>Paused</source>
   <translation>Pausiert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/strip.py" />
   <source>Paused.</source>
   <translation>Pausiert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Picture</source>
   <translation>Bild</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Picture size</source>
   <translation>Bildgröße</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>Pictures are loaded over https only.</source>
   <translation>Bilder werden nur über https geladen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/public_hosts.py" />
   <source>Pictures are not loaded from {host}, which is inside a private network.</source>
   <translation>Von {host} werden keine Bilder geladen, weil es in einem privaten Netz liegt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Places</source>
   <translation>Orte</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>Plain text is needed here.</source>
   <translation>Hier ist einfacher Text nötig.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>Please note:</source>
   <translation>Zu beachten:</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/server.py" />
   <source>Port {port} cannot be opened ({reason}). Choose another port, or 0 for any free one.</source>
   <translation>Port {port} lässt sich nicht öffnen ({reason}). Einen anderen Port wählen oder 0 für einen beliebigen freien.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/server.py" />
   <source>Port {port} is reserved by the system. Choose another port, or 0 for any free one.</source>
   <translation>Port {port} ist dem System vorbehalten. Einen anderen Port wählen oder 0 für einen beliebigen freien.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/server.py" />
   <source>Port {port} is used by another program. Choose another port, or 0 for any free one.</source>
   <translation>Port {port} wird von einem anderen Programm verwendet. Einen anderen Port wählen oder 0 für einen beliebigen freien.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Pretend Another Device Edited This Session</source>
   <translation>So tun, als hätte ein anderes Gerät diese Sitzung bearbeitet</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Preview of the transition</source>
   <translation>Vorschau des Übergangs</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Preview: next slide</source>
   <translation>Vorschau: nächstes Bild</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Preview: pause</source>
   <translation>Vorschau: Pause</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Preview: play</source>
   <translation>Vorschau: abspielen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Privacy</source>
   <translation>Privatsphäre</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_model.py" />
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/strip.py" />
   <source>Progress of the latest action</source>
   <translation>Fortschritt der letzten Aktion</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Prompt</source>
   <translation>Prompt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Proxy</source>
   <translation>Proxy</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Proxy's address</source>
   <translation>Adresse des Proxys</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Public</source>
   <translation>Öffentlich</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Put the suggestions away; without any, empty the search</source>
   <translation>Die Vorschläge schließen; ohne Vorschläge die Suche leeren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Put versions, settings and counts on the clipboard, without titles, names and secrets</source>
   <translation>Versionen, Einstellungen und Anzahlen in die Zwischenablage legen, ohne Titel, Namen und Geheimnisse</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Qt's own form, base64.</source>
   <translation>In der Form von Qt, base64.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_model.py" />
   <source>Rate</source>
   <translation>Tempo</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Re&amp;move Subreddits…</source>
   <translation>Subreddits &amp;entfernen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Re&amp;vert</source>
   <translation>&amp;Zurücksetzen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Read a file that was edited elsewhere, and see what it would change</source>
   <translation>Eine anderswo bearbeitete Datei lesen und sehen, was sie ändern würde</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Read the list from the server again</source>
   <translation>Die Liste erneut vom Server lesen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Reading the sessions…</source>
   <translation>Sitzungen werden gelesen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/import_dialog.py" />
   <source>Reading…</source>
   <translation>Lesen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>Reading… {percent} %</source>
   <translation>Lesen… {percent} %</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/ledger.py" />
   <source>Recovered changes</source>
   <translation>Gerettete Änderungen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Red&amp;o</source>
   <translation>&amp;Wiederholen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Redo: {action}</source>
   <translation>Wiederholen: {action}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Redo?</source>
   <translation>Wiederholen?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Refresh the list.</source>
   <translation>Die Liste aktualisieren.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/strip.py" />
   <source>Refreshing…</source>
   <translation>Wird aktualisiert…</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Remove a subreddit from {n} sessions</source>
   <translation>
    <numerusform>Subreddit aus {n} Sitzung entfernen</numerusform>
    <numerusform>Subreddit aus {n} Sitzungen entfernen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Remove subreddits</source>
   <translation>Subreddits entfernen</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Remove subreddits from {n} sessions</source>
   <translation>
    <numerusform>Subreddits aus {n} Sitzung entfernen</numerusform>
    <numerusform>Subreddits aus {n} Sitzungen entfernen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Remove subreddits…</source>
   <translation>Subreddits entfernen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Remove the current name</source>
   <translation>Den aktuellen Namen entfernen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/chip.py" />
   <source>Remove {name}</source>
   <translation>{name} entfernen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Rename the category or the saved search</source>
   <translation>Die Kategorie oder gespeicherte Suche umbenennen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Rename this search</source>
   <translation>Diese Suche umbenennen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Renew the sign-in of this account</source>
   <translation>Die Anmeldung dieses Kontos erneuern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Replace a text in the titles of all selected sessions</source>
   <translation>Einen Text in den Titeln aller ausgewählten Sitzungen ersetzen</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Replace text in {n} titles</source>
   <translation>
    <numerusform>Text in {n} Titel ersetzen</numerusform>
    <numerusform>Text in {n} Titeln ersetzen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Replace with</source>
   <translation>Ersetzen durch</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/shelves.py" />
   <source>Replaced by a newer value.</source>
   <translation>Durch einen neueren Wert ersetzt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/report_csv.py" />
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Report…</source>
   <translation>Bericht…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>Request</source>
   <translation>Anfrage</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>Request and answer</source>
   <translation>Anfrage und Antwort</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>Requests</source>
   <translation>Anfragen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Requests that the server saw</source>
   <translation>Anfragen, die der Server gesehen hat</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>Requests wait for 3 seconds</source>
   <translation>Anfragen warten 3 Sekunden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Requests, without pictures</source>
   <translation>Anfragen, ohne Bilder</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Res&amp;olve Conflicts…</source>
   <translation>&amp;Konflikte lösen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Res&amp;tore from Snapshot…</source>
   <translation>Zu &amp;Schnappschuss zurückgehen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Reset Data…</source>
   <translation>Daten zurücksetzen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/connection.py" />
   <source>Resolve…</source>
   <translation>Lösen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/settings.py" />
   <source>Restore Defaults</source>
   <translation>Standard wiederherstellen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/snapshots_dialog.py" />
   <source>Restore from a snapshot</source>
   <translation>Zu einem Schnappschuss zurückgehen</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/backups.py" />
   <source>Restore {n} sessions</source>
   <translation>
    <numerusform>{n} Sitzung wiederherstellen</numerusform>
    <numerusform>{n} Sitzungen wiederherstellen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_model.py" />
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>Result of each session</source>
   <translation>Ergebnis jeder Sitzung</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/strip.py" />
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/action_states.py" />
   <source>Resume &amp;Sending</source>
   <translation>Senden &amp;fortsetzen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Resume sending</source>
   <translation>Senden fortsetzen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>Retry &amp;failed</source>
   <translation>Erneut &amp;senden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Retry failed</source>
   <translation>Erneut senden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/form.py" />
   <source>Revert</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/field_row.py" />
   <source>Revert {field}</source>
   <translation>„{field}“ zurücksetzen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Revie&amp;w Changes…</source>
   <translation>Änderungen &amp;prüfen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Review</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/form.py" />
   <source>Review…</source>
   <translation>Prüfen…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Right-click the line “sessions”, and choose Copy Value, then “Copy as cURL”.</source>
   <translation>Klicken Sie mit der rechten Taste auf die Zeile „sessions“, und wählen Sie „Wert kopieren“, dann „Als cURL kopieren“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Right-click the line “sessions”, and choose Copy, then “Copy as cURL”.</source>
   <translation>Klicken Sie mit der rechten Taste auf die Zeile „sessions“, und wählen Sie „Kopieren“, dann „Als cURL kopieren“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Right-click the line “sessions”, and choose “Copy as cURL”.</source>
   <translation>Klicken Sie mit der rechten Taste auf die Zeile „sessions“, und wählen Sie „Als cURL kopieren“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Room for pictures</source>
   <translation>Platz für Bilder</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>Row &amp;Height</source>
   <translation>Zeilen&amp;höhe</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Row height</source>
   <translation>Zeilenhöhe</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/import_dialog.py" />
   <source>Rows of the file</source>
   <translation>Zeilen der Datei</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>Rule {number}: {problem}</source>
   <translation>Regel {number}: {problem}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>Run the demo server alone; prints its address, cookie and token as one line of JSON.</source>
   <translation>Nur den Demo-Server starten; Adresse, Cookie und Token werden als eine Zeile JSON ausgegeben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Running at {address}</source>
   <translation>Läuft unter {address}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>S&amp;hift Intervals…</source>
   <translation>Intervalle &amp;verschieben…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/import_dialog.py" />
   <source>S&amp;how:</source>
   <translation>An&amp;zeigen:</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/save_search.py" />
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>Save as HAR…</source>
   <translation>Als HAR speichern …</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Save nothing</source>
   <translation>Nichts speichern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/desk.py" />
   <source>Save the traffic</source>
   <translation>Datenverkehr speichern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/search_box.py" />
   <source>Save this search</source>
   <translation>Diese Suche speichern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Save {field}</source>
   <translation>{field} speichern</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Save {n} fields</source>
   <translation>
    <numerusform>{n} Feld speichern</numerusform>
    <numerusform>{n} Felder speichern</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Save {one} and {other}</source>
   <translation>{one} und {other} speichern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Save, and go to the cell before</source>
   <translation>Speichern und zur Zelle davor</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Save, and go to the next cell</source>
   <translation>Speichern und zur nächsten Zelle</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Saved searches</source>
   <translation>Gespeicherte Suchen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Scale intervals</source>
   <translation>Intervalle skalieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Scale intervals to</source>
   <translation>Intervalle skalieren auf</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Scale intervals…</source>
   <translation>Intervalle skalieren…</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Scale the intervals of {n} sessions to {percent} %</source>
   <translation>
    <numerusform>Intervalle von {n} Sitzung auf {percent} % skalieren</numerusform>
    <numerusform>Intervalle von {n} Sitzungen auf {percent} % skalieren</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Se&amp;ttings…</source>
   <translation>&amp;Einstellungen …</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Search</source>
   <translation>Suche</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/search_box.py" />
   <source>Search (Ctrl+F)</source>
   <translation>Suchen (Strg+F)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Search by words, or by keys such as is:favorite</source>
   <translation>Nach Wörtern suchen, oder mit Schlüsselwörtern wie is:favorite</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/bars.py" />
   <source>Search for {search}</source>
   <translation>Suche nach {search}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Search: {search}</source>
   <translation>Suche: {search}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Searches that have a name and stand in the sidebar.</source>
   <translation>Suchen, die einen Namen haben und in der Seitenleiste stehen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>See field by field what saving would send, and the request itself</source>
   <translation>Feld für Feld zeigen, was beim Speichern gesendet würde, und die Anfrage selbst</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Select &amp;All</source>
   <translation>&amp;Alles auswählen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/pane.py" />
   <source>Select a session to edit it.

Select several to change them all.</source>
   <translation>Eine Sitzung auswählen, um sie zu bearbeiten.

Mehrere auswählen, um alle zu ändern.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Select every session in the list</source>
   <translation>Alle Sitzungen der Liste auswählen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Select from the current session on</source>
   <translation>Ab der aktuellen Sitzung auswählen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Select one session first.</source>
   <translation>Wählen Sie zuerst eine Sitzung aus.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Select the current session, too</source>
   <translation>Die aktuelle Sitzung mit auswählen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Select the current session, too, or no longer</source>
   <translation>Die aktuelle Sitzung mit auswählen oder nicht mehr</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Send nothing until you resume, also after a restart</source>
   <translation>Nichts senden, bis es fortgesetzt wird, auch nach einem Neustart</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Send the changed fields to the server</source>
   <translation>Die geänderten Felder an den Server senden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Send the failed changes of the chosen job again</source>
   <translation>Die fehlgeschlagenen Änderungen des gewählten Auftrags erneut senden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Sending is paused</source>
   <translation>Senden ist pausiert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/plan_dialog.py" />
   <source>Sending is paused: the changes wait until you go on.</source>
   <translation>Senden ist pausiert: Die Änderungen warten, bis es weitergeht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>September {year}</source>
   <translation>September {year}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>Session</source>
   <translation>Sitzung</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/form.py" />
   <source>Session {id}</source>
   <translation>Sitzung {id}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Sessions</source>
   <translation>Sitzungen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>Sessions that change are listed here.</source>
   <translation>Hier stehen die Sitzungen, die sich ändern.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Sessions, as table or gallery</source>
   <translation>Sitzungen, als Tabelle oder Galerie</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/network.py" />
   <source>Set a proxy whose address begins with http:// or https://, or none.</source>
   <translation>Stellen Sie einen Proxy ein, dessen Adresse mit http:// oder https:// beginnt, oder keinen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/shelves.py" />
   <source>Set back before it was sent.</source>
   <translation>Zurückgesetzt, bevor es gesendet wurde.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/several.py" />
   <source>Set {what} of {n} sessions</source>
   <translation>
    <numerusform>{what} bei {n} Sitzung setzen</numerusform>
    <numerusform>{what} bei {n} Sitzungen setzen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/settings.py" />
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Share</source>
   <translation>Teilen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Share?</source>
   <translation>Teilen?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Shared</source>
   <translation>Geteilt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Shift intervals</source>
   <translation>Intervalle verschieben</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Shift intervals…</source>
   <translation>Intervalle verschieben…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Shorten the intervals of {n} sessions</source>
   <translation>
    <numerusform>Intervalle von {n} Sitzung verkürzen</numerusform>
    <numerusform>Intervalle von {n} Sitzungen verkürzen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Shortest interval</source>
   <translation>Mindestintervall</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Show &amp;Only</source>
   <translation>&amp;Nur zeigen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Show figures of all sessions; each bar is a search</source>
   <translation>Zahlen zu allen Sitzungen zeigen; jeder Balken ist eine Suche</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Show or hide the demo's own server: its limit, faults on purpose, and what it was asked</source>
   <translation>Den eigenen Server der Demo ein- oder ausblenden: seine Begrenzung, absichtliche Fehler und was er gefragt wurde</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Show or hide the requests that went to the server, and its answers</source>
   <translation>Die Anfragen an den Server und seine Antworten ein- oder ausblenden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Show or hide what was and is being sent, with progress and notes</source>
   <translation>Zeigen oder verbergen, was gesendet wurde und wird, mit Fortschritt und Hinweisen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Show the sessions as a table</source>
   <translation>Die Sitzungen als Tabelle zeigen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Show the sessions as pictures</source>
   <translation>Die Sitzungen als Bilder zeigen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Show the transition at once</source>
   <translation>Den Übergang sofort zeigen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Show where the app writes what it does and what goes wrong</source>
   <translation>Zeigen, wohin die App schreibt, was sie tut und was schiefgeht</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>Sidebar</source>
   <translation>Seitenleiste</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Sign &amp;In Again…</source>
   <translation>Erneut &amp;anmelden …</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Sign &amp;Out…</source>
   <translation>A&amp;bmelden …</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Sign In to &amp;Another Account…</source>
   <translation>Bei a&amp;nderem Konto anmelden …</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in.py" />
   <source>Sign in</source>
   <translation>Anmelden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>Sign in again in the browser, and copy the new cookie.</source>
   <translation>Melden Sie sich im Browser neu an, und kopieren Sie den neuen Cookie.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Sign in again to go on.</source>
   <translation>Melden Sie sich neu an, um fortzufahren.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in.py" />
   <source>Sign in as another account</source>
   <translation>Mit anderem Konto anmelden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>Sign in to go on.</source>
   <translation>Melden Sie sich an, um fortzufahren.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/refresher.py" />
   <source>Sign in to that account to send them, or give them up first.</source>
   <translation>Melden Sie sich bei jenem Konto an, um sie zu senden, oder geben Sie sie zuerst auf.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>Sign in with the browser, then copy a request from its list of network requests whose address has “/api/” in it.</source>
   <translation>Melden Sie sich mit dem Browser an, und kopieren Sie dann aus seiner Liste von Netzwerkanfragen eine, deren Adresse „/api/“ enthält.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/connection.py" />
   <source>Sign in…</source>
   <translation>Anmelden …</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_out.py" />
   <source>Sign out</source>
   <translation>Abmelden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_out.py" />
   <source>Sign out and discard</source>
   <translation>Abmelden und verwerfen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_out.py" />
   <source>Sign out and keep</source>
   <translation>Abmelden und behalten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_out.py" />
   <source>Sign out of {name}?</source>
   <translation>Von {name} abmelden?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Signed in as {name}.</source>
   <translation>Angemeldet als {name}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Signed in.</source>
   <translation>Angemeldet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_model.py" />
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Size of the pictures</source>
   <translation>Größe der Bilder</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Size of the pictures (Ctrl and the mouse wheel)</source>
   <translation>Größe der Bilder (Strg und das Mausrad)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Slide</source>
   <translation>Schieben</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/snapshots_dialog.py" />
   <source>Snapshots</source>
   <translation>Schnappschüsse</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading_json.py" />
   <source>Something else stands here where an object in curly brackets is needed.</source>
   <translation>Hier steht etwas anderes, wo ein Objekt in geschweiften Klammern nötig ist.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>Something in front of {host} blocks programs like this one.</source>
   <translation>Etwas vor {host} blockiert Programme wie dieses.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/account.py" />
   <source>Something went wrong in the app itself ({kind}). Your changes are kept.</source>
   <translation>Im Programm selbst ist etwas schiefgegangen ({kind}). Die Änderungen bleiben erhalten.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>Sort &amp;Ascending by {column}</source>
   <translation>Nach „{column}“ &amp;aufsteigend sortieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>Sort &amp;Descending by {column}</source>
   <translation>Nach „{column}“ a&amp;bsteigend sortieren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Sorting</source>
   <translation>Sortierung</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Star the selected sessions; if all have a star, take it away</source>
   <translation>Den ausgewählten Sitzungen einen Stern geben; haben alle einen, ihn wegnehmen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Start</source>
   <translation>Starten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>States are {words}.</source>
   <translation>Zustände sind {words}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/requests_model.py" />
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Stop sharing</source>
   <translation>Nicht mehr teilen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Stop sharing?</source>
   <translation>Nicht mehr teilen?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Stopped. It answered at {address}.</source>
   <translation>Angehalten. Er war unter {address} erreichbar.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>Subreddit names are 2 to 22 letters, digits or underscores, with no underscore in front.</source>
   <translation>Namen von Subreddits haben 2 bis 22 Buchstaben, Ziffern oder Unterstriche, ohne Unterstrich am Anfang.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Subreddit {name}</source>
   <translation>Subreddit {name}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Subreddits</source>
   <translation>Subreddits</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Subreddits to add</source>
   <translation>Hinzuzufügende Subreddits</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Subreddits to remove</source>
   <translation>Zu entfernende Subreddits</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Such as http://proxy.example.org:3128, without a user name or a password.</source>
   <translation>Etwa http://proxy.example.org:3128, ohne Benutzernamen und Passwort.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Suggest what may come next</source>
   <translation>Vorschlagen, was folgen kann</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/name_hints.py" />
   <source>Suggested subreddits</source>
   <translation>Vorgeschlagene Subreddits</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/search_hints.py" />
   <source>Suggestions</source>
   <translation>Vorschläge</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Switch discreet mode on while a screen or a window is shared or recorded, as far as the desktop tells</source>
   <translation>Den diskreten Modus einschalten, während ein Bildschirm oder Fenster freigegeben oder aufgenommen wird, soweit die Arbeitsumgebung es meldet</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Switch discreet mode on while a screen or a window is shared or recorded, as far as the desktop tells.</source>
   <translation>Den diskreten Modus einschalten, solange ein Bildschirm oder Fenster geteilt oder aufgenommen wird, soweit die Arbeitsumgebung das mitteilt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>Table (*.csv)</source>
   <translation>Tabelle (*.csv)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>Table (CSV)</source>
   <translation>Tabelle (CSV)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Table columns</source>
   <translation>Tabellenspalten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/desk.py" />
   <source>Tables and JSON ({endings})</source>
   <translation>Tabellen und JSON ({endings})</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Take a suggestion, the first if none is current</source>
   <translation>Einen Vorschlag übernehmen, ohne Auswahl den ersten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Take back the latest action, also if it has been sent</source>
   <translation>Die letzte Aktion zurücknehmen, auch wenn sie schon gesendet ist</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>Take back what of the chosen job has not been sent</source>
   <translation>Zurücknehmen, was vom gewählten Auftrag noch nicht gesendet ist</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Take subreddits away from all selected sessions</source>
   <translation>Subreddits aus allen ausgewählten Sitzungen entfernen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Take the current suggestion</source>
   <translation>Den aktuellen Vorschlag übernehmen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/snapshots_dialog.py" />
   <source>Taken</source>
   <translation>Entstanden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>Takes the place of what could not be sent: {fields}.</source>
   <translation>Ersetzt, was nicht gesendet werden konnte: {fields}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>Takes the place of what waits already: {fields}.</source>
   <translation>Ersetzt, was schon wartet: {fields}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/about.py" />
   <source>Text of the licence</source>
   <translation>Text der Lizenz</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The account has too few credits to {what}.</source>
   <translation>Das Guthaben des Kontos reicht nicht, um {what}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The account has too few credits to {what}: {message}</source>
   <translation>Das Guthaben des Kontos reicht nicht, um {what}: {message}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/proxies.py" />
   <source>The address ends with the port; nothing may follow.</source>
   <translation>Die Adresse endet mit dem Port; danach darf nichts mehr kommen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The address of its server.</source>
   <translation>Die Adresse seines Servers.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The answer of {host} is broken: it can't be unpacked.</source>
   <translation>Die Antwort von {host} ist fehlerhaft: Sie lässt sich nicht entpacken.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/windows.py" />
   <source>The app has ended, and they are lost.</source>
   <translation>Das Programm ist beendet, und sie sind verloren.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>The app itself failed here ({kind}).</source>
   <translation>Hier ist im Programm selbst etwas schiefgegangen ({kind}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/snapshots.py" />
   <source>The backup of your sessions can't be written to {folder} ({reason}).</source>
   <translation>Die Sicherung der Sitzungen lässt sich nicht in {folder} schreiben ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/traffic.py" />
   <source>The bodies of a sign-in are never kept.</source>
   <translation>Der Inhalt einer Anmeldung wird nie aufgehoben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The certificate of {host} can't be trusted, so nothing was sent.</source>
   <translation>Dem Zertifikat von {host} ist nicht zu trauen, daher wurde nichts gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The certificate of {host} has expired, so nothing was sent.</source>
   <translation>Das Zertifikat von {host} ist abgelaufen, daher wurde nichts gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The certificate of {host} is for another server, so nothing was sent.</source>
   <translation>Das Zertifikat von {host} gehört zu einem anderen Server, daher wurde nichts gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The certificate of {host} is from an authority that is not trusted here, so nothing was sent.</source>
   <translation>Das Zertifikat von {host} stammt von einer Stelle, der hier nicht vertraut wird, daher wurde nichts gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The certificate of {host} is not valid yet, so nothing was sent.</source>
   <translation>Das Zertifikat von {host} gilt noch nicht, daher wurde nichts gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The colours of the window.</source>
   <translation>Die Farben des Fensters.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The columns to sort by, the most important one first; “-updated” has the latest on top.</source>
   <translation>Die Spalten, nach denen sortiert wird, die wichtigste zuerst; mit „-updated“ steht das Neueste oben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pasted.py" />
   <source>The command takes its cookies from a file, which is not opened here.</source>
   <translation>Der Befehl nimmt seine Cookies aus einer Datei, die hier nicht geöffnet wird.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>The connection breaks before the answer</source>
   <translation>Die Verbindung bricht vor der Antwort ab</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>The connection breaks within the answer</source>
   <translation>Die Verbindung bricht in der Antwort ab</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>The connection ends after the answer</source>
   <translation>Die Verbindung endet nach der Antwort</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The connection to {host} broke before the answer was complete.</source>
   <translation>Die Verbindung zu {host} brach ab, bevor die Antwort vollständig war.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>The cookie comes from the variable {name}; set it yourself.</source>
   <translation>Der Cookie kommt aus der Variablen {name}; sie ist selbst zu setzen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/secrets.py" />
   <source>The cookie is too long for the keyring of this computer.</source>
   <translation>Der Cookie ist zu lang für den Schlüsselbund dieses Computers.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>The cookie of your sign-in is read from the environment variable JOIP_COOKIE, never from an option.</source>
   <translation>Der Cookie der Anmeldung wird aus der Umgebungsvariablen JOIP_COOKIE gelesen, nie aus einer Option.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/schema.py" />
   <source>The demo data cannot be kept in the folder “{folder}” ({reason}). Make that folder writable or choose another one.</source>
   <translation>Die Demo-Daten lassen sich nicht im Ordner „{folder}“ aufbewahren ({reason}). Den Ordner beschreibbar machen oder einen anderen wählen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/store.py" />
   <source>The demo data cannot be written to “{path}” ({reason}). Free some space there or choose another folder.</source>
   <translation>Die Demo-Daten lassen sich nicht in „{path}“ schreiben ({reason}). Dort Platz schaffen oder einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/schema.py" />
   <source>The demo data could not be read and was set aside as {file}. The demo starts with fresh data.</source>
   <translation>Die Demo-Daten waren nicht lesbar und wurden als {file} beiseitegelegt. Die Demo startet mit neuen Daten.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/schema.py" />
   <source>The demo data in “{path}” cannot be opened ({reason}). Close other programs that use it, or choose another folder.</source>
   <translation>Die Demo-Daten in „{path}“ lassen sich nicht öffnen ({reason}). Andere Programme schließen, die sie verwenden, oder einen anderen Ordner wählen.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/server/desk.py" />
   <source>The demo gets {n} new sessions. What you have changed in it so far is lost.</source>
   <translation>
    <numerusform>Die Demo bekommt {n} neue Sitzung. Was Sie bisher darin geändert haben, geht verloren.</numerusform>
    <numerusform>Die Demo bekommt {n} neue Sitzungen. Was Sie bisher darin geändert haben, geht verloren.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/server/desk.py" />
   <source>The demo has {n} new sessions.</source>
   <translation>
    <numerusform>Die Demo hat {n} neue Sitzung.</numerusform>
    <numerusform>Die Demo hat {n} neue Sitzungen.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/account_desk.py" />
   <source>The demo needs no sign-in.</source>
   <translation>Die Demo braucht keine Anmeldung.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/serving.py" />
   <source>The demo server did not answer in time. Start it again.</source>
   <translation>Der Demo-Server hat nicht rechtzeitig geantwortet. Bitte neu starten.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/serving.py" />
   <source>The demo server did not start ({reason}). Start it again.</source>
   <translation>Der Demo-Server ist nicht gestartet ({reason}). Bitte neu starten.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/desk.py" />
   <source>The demo's sessions are made anew. What you have changed in them is lost.</source>
   <translation>Die Sitzungen der Demo werden neu erzeugt. Was Sie darin geändert haben, geht verloren.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/demo_server.py" />
   <source>The demo's sessions could not be written ({reason}).</source>
   <translation>Die Sitzungen der Demo konnten nicht geschrieben werden ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>The display {display} (from DISPLAY) does not answer, so no window can be opened.</source>
   <translation>Die Anzeige {display} (aus DISPLAY) antwortet nicht, daher lässt sich kein Fenster öffnen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pasted.py" />
   <source>The end of the command is missing: a quotation mark is not closed.</source>
   <translation>Das Ende des Befehls fehlt: Ein Anführungszeichen ist nicht geschlossen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/desk.py" />
   <source>The export was cancelled; no file was written.</source>
   <translation>Der Export wurde abgebrochen; es wurde keine Datei geschrieben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>The faults in “{file}” can't be read ({reason}).</source>
   <translation>Die Fehler in „{file}“ lassen sich nicht lesen ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading.py" />
   <source>The file ends in the middle of a row.</source>
   <translation>Die Datei endet mitten in einer Zeile.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading.py" />
   <source>The file is empty; a table needs a line with the names of its columns first.</source>
   <translation>Die Datei ist leer; eine Tabelle braucht zuerst eine Zeile mit den Namen ihrer Spalten.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/storage/drafts.py" />
   <source>The file of the unsaved edits was damaged; those of {n} sessions could be read from it. It was set aside as {path}.</source>
   <translation>
    <numerusform>Die Datei der nicht gespeicherten Änderungen war beschädigt; die von {n} Sitzung waren noch lesbar. Sie wurde als {path} beiseitegelegt.</numerusform>
    <numerusform>Die Datei der nicht gespeicherten Änderungen war beschädigt; die von {n} Sitzungen waren noch lesbar. Sie wurde als {path} beiseitegelegt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/storage/ledger.py" />
   <source>The file of the waiting changes was damaged; {n} waiting changes could be read from it. It was set aside as {path}.</source>
   <translation>
    <numerusform>Die Datei der wartenden Änderungen war beschädigt; {n} wartende Änderung war noch lesbar. Sie wurde als {path} beiseitegelegt.</numerusform>
    <numerusform>Die Datei der wartenden Änderungen war beschädigt; {n} wartende Änderungen waren noch lesbar. Sie wurde als {path} beiseitegelegt.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>The file was closed before.</source>
   <translation>Die Datei war schon geschlossen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>The file {file} can't be read ({reason}).</source>
   <translation>Die Datei {file} ist nicht lesbar ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>The file {file} can't be written ({why}). Choose another place.</source>
   <translation>Die Datei {file} ist nicht beschreibbar ({why}). Einen anderen Ort wählen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>The file {file} no longer exists.</source>
   <translation>Die Datei {file} gibt es nicht mehr.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>The first {n} are shown.</source>
   <translation>
    <numerusform>Nur die erste wird gezeigt.</numerusform>
    <numerusform>Nur die ersten {n} werden gezeigt.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/support_desk.py" />
   <source>The folder can't be opened from here. The log is in {folder}.</source>
   <translation>Der Ordner kann von hier aus nicht geöffnet werden. Das Protokoll ist in {folder}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/tour_hands.py" />
   <source>The folder {folder} can't be made ({why}).</source>
   <translation>Der Ordner {folder} lässt sich nicht anlegen ({why}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/help_desk.py" />
   <source>The help can't be read ({reason}).</source>
   <translation>Die Hilfe ist nicht lesbar ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/help/window.py" />
   <source>The help is in English.</source>
   <translation>Die Hilfe ist auf Englisch.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>The interval is not known in full.</source>
   <translation>Das Intervall ist nicht vollständig bekannt.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>The intervals of {n} sessions stay as they are, without a request.</source>
   <translation>
    <numerusform>Das Intervall von {n} Sitzung bleibt, wie es ist, ohne Anfrage.</numerusform>
    <numerusform>Die Intervalle von {n} Sitzungen bleiben, wie sie sind, ohne Anfrage.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The key of the one that was open last.</source>
   <translation>Der Schlüssel des Kontos, das zuletzt offen war.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/secrets.py" />
   <source>The keyring of this computer did not do what it was asked for.</source>
   <translation>Der Schlüsselbund dieses Computers hat nicht getan, worum er gebeten wurde.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/secrets.py" />
   <source>The keyring of this computer is locked.</source>
   <translation>Der Schlüsselbund dieses Computers ist gesperrt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/secrets.py" />
   <source>The keyring that is set up here is not the system’s own, so the sign-in is not put there.</source>
   <translation>Der hier eingerichtete Schlüsselbund ist nicht der des Systems, daher wird die Anmeldung nicht dort abgelegt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/choice_menus.py" />
   <source>The language changes when the app starts the next time.</source>
   <translation>Die Sprache ändert sich beim nächsten Start des Programms.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/last_list.py" />
   <source>The last known sessions</source>
   <translation>Die zuletzt bekannten Sitzungen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>The least time a picture stays.</source>
   <translation>So lange bleibt ein Bild mindestens.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading.py" />
   <source>The lines of this file end as on old Macs. Save it as “CSV UTF-8” in the spreadsheet.</source>
   <translation>Die Zeilen dieser Datei enden wie auf alten Macs. Im Tabellenprogramm als „CSV UTF-8“ speichern.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>The list does not tell whether a session is shared with the community. Counted are those of which another answer of the server has told it.</source>
   <translation>Die Liste sagt nicht, ob eine Sitzung mit der Community geteilt ist. Gezählt werden die, von denen es eine andere Antwort des Servers gesagt hat.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading_json.py" />
   <source>The list ends here, but something else stands behind it.</source>
   <translation>Die Liste endet hier, aber dahinter steht noch etwas.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/logs.py" />
   <source>The log file can't be written ({reason}).</source>
   <translation>Die Protokolldatei kann nicht geschrieben werden ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/command.py" />
   <source>The log “{file}” can't be written ({reason}).</source>
   <translation>Das Protokoll „{file}“ lässt sich nicht schreiben ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>The most time a picture stays.</source>
   <translation>So lange bleibt ein Bild höchstens.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>The name after “r/” is missing.</source>
   <translation>Der Name nach „r/“ fehlt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>The name of the session.</source>
   <translation>Der Name der Sitzung.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>The next request only</source>
   <translation>nur die nächste Anfrage</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>The number of a category, or the default category.</source>
   <translation>Die Nummer einer Kategorie oder die Standardkategorie.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The one below</source>
   <translation>Der unten angegebene</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The one that it had last.</source>
   <translation>Der, den er zuletzt hatte.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/thumbnails.py" />
   <source>The picture can't be shown.</source>
   <translation>Das Bild lässt sich nicht anzeigen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>The picture did not come within {seconds} seconds.</source>
   <translation>Das Bild kam nicht innerhalb von {seconds} Sekunden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/pictures.py" />
   <source>The picture has {count} megapixels, too many to be shown.</source>
   <translation>Das Bild hat {count} Megapixel, zu viele zum Anzeigen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/pictures.py" />
   <source>The picture is broken.</source>
   <translation>Das Bild ist beschädigt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/pictures.py" />
   <source>The picture is drawn in too many passes.</source>
   <translation>Das Bild wird in zu vielen Durchgängen aufgebaut.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>The picture is empty.</source>
   <translation>Das Bild ist leer.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/pictures.py" />
   <source>The picture is in too many pieces.</source>
   <translation>Das Bild besteht aus zu vielen Teilen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>The picture is larger than {size} MB.</source>
   <translation>Das Bild ist größer als {size} MB.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>The picture is shown.</source>
   <translation>Das Bild wird gezeigt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/pictures.py" />
   <source>The picture is {width} x {height} pixels, too long to be shown.</source>
   <translation>Das Bild hat {width} x {height} Pixel und ist zu lang zum Anzeigen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/tour_hands.py" />
   <source>The picture {file} can't be written.</source>
   <translation>Das Bild {file} lässt sich nicht schreiben.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>The picture's address holds a user name or a password.</source>
   <translation>Die Adresse des Bildes enthält einen Benutzernamen oder ein Passwort.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>The picture's address is no web address.</source>
   <translation>Die Adresse des Bildes ist keine Webadresse.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>The picture's address leads on and on to others.</source>
   <translation>Die Adresse des Bildes führt immer weiter zu anderen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>The player waits instead of moving on by itself.</source>
   <translation>Die Wiedergabe wartet, statt von selbst weiterzugehen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/proxies.py" />
   <source>The port behind the colon is a whole number from 1 to 65535.</source>
   <translation>Der Port hinter dem Doppelpunkt ist eine ganze Zahl von 1 bis 65535.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The proxy on the way to {host} asks for a name and a password, or does not accept those it has.</source>
   <translation>Der Proxy auf dem Weg zu {host} verlangt Namen und Passwort oder nimmt die vorhandenen nicht an.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/network.py" />
   <source>The proxy on the way to {host} can't be used.</source>
   <translation>Der Proxy auf dem Weg zu {host} kann nicht benutzt werden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The proxy on the way to {host} refuses.</source>
   <translation>Der Proxy auf dem Weg zu {host} lehnt ab.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/picture_transport.py" />
   <source>The proxy settings of this computer can't be used.</source>
   <translation>Die Proxy-Einstellungen dieses Computers sind nicht verwendbar.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/recording.py" />
   <source>The request was given up before the answer was complete.</source>
   <translation>Die Anfrage wurde aufgegeben, bevor die Antwort vollständig war.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>The requests that are shown, for other programs, without secrets</source>
   <translation>Die angezeigten Anfragen, für andere Programme, ohne Geheimnisse</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>The results of {n} sessions are in {file}.</source>
   <translation>
    <numerusform>Das Ergebnis von {n} Sitzung steht in {file}.</numerusform>
    <numerusform>Die Ergebnisse von {n} Sitzungen stehen in {file}.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>The saved search “{name}” will be removed from the sidebar. No session is deleted.</source>
   <translation>Die gespeicherte Suche „{name}“ wird aus der Seitenleiste entfernt. Keine Sitzung wird gelöscht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server answered with a web page, not with sessions.</source>
   <translation>Der Server hat mit einer Webseite statt mit Sitzungen geantwortet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server answered with another session than the one asked for.</source>
   <translation>Der Server hat mit einer anderen Sitzung als der angefragten geantwortet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server answered with plain text, not with sessions.</source>
   <translation>Der Server hat mit reinem Text statt mit Sitzungen geantwortet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server answered with status {status}.</source>
   <translation>Der Server hat mit Status {status} geantwortet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server answered with status {status}: {message}</source>
   <translation>Der Server hat mit Status {status} geantwortet: {message}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/consequences.py" />
   <source>The server deletes the public copies of {n} sessions. They can't be brought back as they were.</source>
   <translation>
    <numerusform>Der Server löscht die öffentliche Kopie dieser Sitzung. Sie lässt sich nicht so wiederherstellen, wie sie war.</numerusform>
    <numerusform>Der Server löscht die öffentlichen Kopien von {n} Sitzungen. Sie lassen sich nicht so wiederherstellen, wie sie waren.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>The server does not accept this cookie: the sign-in has expired, or it was copied in part.</source>
   <translation>Der Server nimmt diesen Cookie nicht an: Die Anmeldung ist abgelaufen, oder er wurde nur zum Teil kopiert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>The server does not accept this e-mail and password.</source>
   <translation>Der Server nimmt diese E-Mail-Adresse mit diesem Passwort nicht an.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server does not accept your sign-in: the cookie is wrong or has expired.</source>
   <translation>Der Server nimmt die Anmeldung nicht an: Der Cookie ist falsch oder abgelaufen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server does not allow you to {what}.</source>
   <translation>Der Server erlaubt es nicht, {what}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server does not allow you to {what}: {message}</source>
   <translation>Der Server erlaubt es nicht, {what}: {message}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>The server does not know the account of this sign-in any more.</source>
   <translation>Der Server kennt das Konto dieser Anmeldung nicht mehr.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server does not know the session any more.</source>
   <translation>Der Server kennt die Sitzung nicht mehr.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server does not know the session any more: {message}</source>
   <translation>Der Server kennt die Sitzung nicht mehr: {message}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server failed (status {status}).</source>
   <translation>Beim Server ist ein Fehler aufgetreten (Status {status}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server failed (status {status}): {message}</source>
   <translation>Beim Server ist ein Fehler aufgetreten (Status {status}): {message}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server found the request to {what} invalid.</source>
   <translation>Der Server fand die Anfrage, {what}, ungültig.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server found the request to {what} invalid: {message}</source>
   <translation>Der Server fand die Anfrage, {what}, ungültig: {message}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>The server generates one</source>
   <translation>Der Server erzeugt eines</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>The server generates one.</source>
   <translation>Der Server erzeugt eines.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/shelves.py" />
   <source>The server has it already.</source>
   <translation>Der Server hat es schon.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/desk.py" />
   <source>The server has no such session.</source>
   <translation>Der Server hat keine solche Sitzung.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>The server has this already, so it is left out: {fields}.</source>
   <translation>Der Server hat dies schon, daher wird es ausgelassen: {fields}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/model.py" />
   <source>The server has: {value}</source>
   <translation>Der Server hat: {value}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>The server holds no value here.</source>
   <translation>Der Server hat hier keinen Wert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>The server holds {value}; allowed are {range}.</source>
   <translation>Der Server hat {value}; erlaubt sind {range}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/notes.py" />
   <source>The server made something else of it: {fields}.</source>
   <translation>Der Server hat etwas anderes daraus gemacht: {fields}.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/consequences.py" />
   <source>The server makes public copies of {n} sessions, media included, for the community.</source>
   <translation>
    <numerusform>Der Server macht eine öffentliche Kopie dieser Sitzung samt Medien für die Community.</numerusform>
    <numerusform>Der Server macht öffentliche Kopien von {n} Sitzungen samt Medien für die Community.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>The server needs a web address; a file on this computer has none.</source>
   <translation>Der Server braucht eine Webadresse; eine Datei auf diesem Computer hat keine.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>The server needs a web address; there is none in this text.</source>
   <translation>Der Server braucht eine Webadresse; in diesem Text ist keine.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>The server needs a web address; this picture comes without one.</source>
   <translation>Der Server braucht eine Webadresse; dieses Bild kommt ohne.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>The server redirects a change, which would get lost on the way.</source>
   <translation>Der Server leitet eine Änderung weiter, die unterwegs verloren ginge.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server redirects elsewhere, where the cookie must not go.</source>
   <translation>Der Server leitet anderswohin weiter, wohin der Cookie nicht gehen darf.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>The server redirects in circles.</source>
   <translation>Der Server leitet im Kreis weiter.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The server redirects to an address that is none.</source>
   <translation>Der Server leitet zu einer Adresse weiter, die keine ist.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>The server redirects to another server, where your cookie must not go.</source>
   <translation>Der Server leitet zu einem anderen Server weiter, an den der Cookie nicht gehen darf.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>The server refused a change. It waits for you.</source>
   <translation>Der Server hat eine Änderung abgelehnt. Sie wartet auf eine Entscheidung.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>The server renews the cookie</source>
   <translation>Der Server erneuert den Cookie</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/session.py" />
   <source>The server sent a session without a number.</source>
   <translation>Der Server hat eine Sitzung ohne Nummer gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server sent an empty answer.</source>
   <translation>Der Server hat eine leere Antwort gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/session.py" />
   <source>The server sent something else where a session was expected.</source>
   <translation>Der Server hat etwas anderes als die erwartete Sitzung gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server sent something else where one session was expected.</source>
   <translation>Der Server hat etwas anderes als die eine erwartete Sitzung gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server sent something else where the list of sessions was expected.</source>
   <translation>Der Server hat etwas anderes als die erwartete Liste der Sitzungen gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>The server sent {value}, which can't be read here.</source>
   <translation>Der Server hat {value} gesendet; das ist hier nicht lesbar.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The server that was connected last.</source>
   <translation>Der zuletzt verbundene Server.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>The server's address is empty.</source>
   <translation>Die Adresse des Servers ist leer.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>The server's address must end after host and port.</source>
   <translation>Die Adresse des Servers muss nach Host und Port enden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>The server's address must not hold a user name or a password.</source>
   <translation>Die Adresse des Servers darf weder Benutzernamen noch Passwort enthalten.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server's answer is broken or incomplete.</source>
   <translation>Die Antwort des Servers ist fehlerhaft oder unvollständig.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/receiving.py" />
   <source>The server's answer is too large: it has more than {size} MB.</source>
   <translation>Die Antwort des Servers ist zu groß: Sie hat mehr als {size} MB.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The server's id of the user; empty until it is known.</source>
   <translation>Die Kennung des Benutzers auf dem Server; leer, solange sie nicht bekannt ist.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>The server's limit allows that at once.</source>
   <translation>Das Limit des Servers lässt das sofort zu.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server's list is too long: it has more than {n} sessions.</source>
   <translation>Die Liste des Servers ist zu lang: Sie hat mehr als {n} Sitzungen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/outbox.py" />
   <source>The server's value was kept.</source>
   <translation>Der Wert des Servers wurde behalten.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/discretion.py" />
   <source>The server's words are hidden.</source>
   <translation>Der Text des Servers ist verborgen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>The session is not in the list any more.</source>
   <translation>Die Sitzung ist nicht mehr in der Liste.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/list_desk.py" />
   <source>The session that you edited in its row is not in the list any more, so nothing was saved.</source>
   <translation>Die in ihrer Zeile bearbeitete Sitzung ist nicht mehr in der Liste, daher wurde nichts gespeichert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The sessions as a table or as a gallery of pictures.</source>
   <translation>Die Sitzungen als Tabelle oder als Galerie von Bildern.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>The sessions could not be read yet.</source>
   <translation>Die Sitzungen konnten noch nicht gelesen werden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings_file.py" />
   <source>The settings could not be saved: {folder} can't be written ({reason}).</source>
   <translation>Die Einstellungen konnten nicht gespeichert werden: {folder} ist nicht beschreibbar ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings_file.py" />
   <source>The settings in {path} can't be set aside ({reason}): {names} made no sense. All others are as they were.</source>
   <translation>Die Einstellungen in {path} lassen sich nicht beiseitelegen ({reason}): {names} ergab keinen Sinn. Alle anderen sind, wie sie waren.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings_file.py" />
   <source>The settings in {path} could not be read and can't be set aside ({reason}). The app starts with the usual ones.</source>
   <translation>Die Einstellungen in {path} waren nicht lesbar und lassen sich nicht beiseitelegen ({reason}). Das Programm startet mit den üblichen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings_file.py" />
   <source>The settings in {path} could not be read and were set aside as {file}. The app starts with the usual ones.</source>
   <translation>Die Einstellungen in {path} waren nicht lesbar und wurden als {file} beiseitegelegt. Das Programm startet mit den üblichen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings_file.py" />
   <source>The settings in {path} hold a choice that this version does not know, for {names}. It stays there until you make another one; meanwhile the usual one counts.</source>
   <translation>Die Einstellungen in {path} enthalten eine Wahl, die diese Version nicht kennt, bei {names}. Sie bleibt dort, bis Sie eine andere treffen; bis dahin gilt die übliche.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings_file.py" />
   <source>The settings in {path} were set aside as {file}: {names} made no sense. All others are as they were.</source>
   <translation>Die Einstellungen in {path} wurden als {file} beiseitegelegt: {names} ergab keinen Sinn. Alle anderen sind, wie sie waren.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>The shortest interval is longer than the longest one.</source>
   <translation>Das Mindestintervall ist länger als das Höchstintervall.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/fault_choices.py" />
   <source>The sign-in expires</source>
   <translation>Die Anmeldung läuft ab</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/interval_slider.py" />
   <source>The slider works once both intervals are from {least} to {most} s.</source>
   <translation>Der Schieberegler geht, sobald beide Intervalle von {least} bis {most} s reichen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/interval_slider.py" />
   <source>The slider works once the shortest interval is not above the longest.</source>
   <translation>Der Schieberegler geht, sobald das Mindestintervall nicht über dem Höchstintervall liegt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>The subreddits are not known.</source>
   <translation>Die Subreddits sind nicht bekannt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/about.py" />
   <source>The text did not come with it.</source>
   <translation>Der Text wurde nicht mitgeliefert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>The title is not known.</source>
   <translation>Der Titel ist nicht bekannt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/desk.py" />
   <source>The traffic could not be saved ({reason}).</source>
   <translation>Der Datenverkehr konnte nicht gespeichert werden ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/drafts.py" />
   <source>The unsaved edits</source>
   <translation>Die nicht gespeicherten Änderungen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/drafts.py" />
   <source>The unsaved edits in {path} can't be read ({reason}).</source>
   <translation>Die nicht gespeicherten Änderungen in {path} sind nicht lesbar ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/ledger.py" />
   <source>The waiting changes</source>
   <translation>Die wartenden Änderungen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>The web address of a picture; empty to have one generated.</source>
   <translation>Die Webadresse eines Bildes; ist sie leer, wird eines erzeugt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The width of a picture in the gallery.</source>
   <translation>Die Breite eines Bildes in der Galerie.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>The {field} is {value} on the server; change that one as well.</source>
   <translation>„{field}“ ist auf dem Server {value}; auch das ändern.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/transfer/export_dialog.py" />
   <source>The {n} selected sessions</source>
   <translation>
    <numerusform>Die ausgewählte Sitzung</numerusform>
    <numerusform>Die {n} ausgewählten Sitzungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/transfer/export_dialog.py" />
   <source>The {n} sessions that the list shows now</source>
   <translation>
    <numerusform>Die Sitzung, die die Liste jetzt zeigt</numerusform>
    <numerusform>Die {n} Sitzungen, die die Liste jetzt zeigt</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/several.py" />
   <source>Their longest interval is shorter.</source>
   <translation>Ihr Höchstintervall ist kürzer.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/several.py" />
   <source>Their shortest interval is longer.</source>
   <translation>Ihr Mindestintervall ist länger.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_words.py" />
   <source>Theirs</source>
   <translation>Das andere</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Theme</source>
   <translation>Thema</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Theme {name}</source>
   <translation>Thema {name}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Themes are {words}.</source>
   <translation>Themen sind {words}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>There are characters in this that can’t be shown; a name has letters, digits and underscores.</source>
   <translation>Darin sind Zeichen, die sich nicht anzeigen lassen; ein Name hat Buchstaben, Ziffern und Unterstriche.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>There are no sessions here.</source>
   <translation>Hier gibt es keine Sitzungen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>There are no sessions in this account yet.</source>
   <translation>In diesem Konto gibt es noch keine Sitzungen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>There are no sessions to count.</source>
   <translation>Es gibt keine Sitzungen zu zählen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading_json.py" />
   <source>There are too many brackets in each other here.</source>
   <translation>Hier sind zu viele Klammern ineinander.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/model.py" />
   <source>There are unsaved edits for several sessions, and this is one of them.</source>
   <translation>Es gibt nicht gespeicherte Änderungen für mehrere Sitzungen, und diese ist eine davon.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>There can be no blank in a name.</source>
   <translation>Ein Name darf kein Leerzeichen enthalten.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/proxies.py" />
   <source>There is a character in the address that can’t be in one.</source>
   <translation>In der Adresse ist ein Zeichen, das in keiner stehen kann.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>There is a server at this address, but it knows no sessions.</source>
   <translation>Unter dieser Adresse gibt es einen Server, aber er kennt keine Sitzungen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>There is no command “{given}”.</source>
   <translation>Den Befehl „{given}“ gibt es nicht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pasted.py" />
   <source>There is no cookie in what was pasted.</source>
   <translation>In dem Eingefügten ist kein Cookie.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).</source>
   <translation>Es gibt keine Anzeige für ein Fenster (weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>There is no fault “{kind}”. There are: {kinds}.</source>
   <translation>Einen Fehler „{kind}“ gibt es nicht. Es gibt: {kinds}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no part “{typed}”.</source>
   <translation>Den Teil „{typed}“ gibt es nicht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no part “{typed}”; did you mean {close}?</source>
   <translation>Den Teil „{typed}“ gibt es nicht; war {close} gemeint?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>There is no row in this file.</source>
   <translation>In dieser Datei ist keine Zeile.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/snapshots_dialog.py" />
   <source>There is no snapshot yet.</source>
   <translation>Es gibt noch keinen Schnappschuss.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no state “{typed}”.</source>
   <translation>Den Zustand „{typed}“ gibt es nicht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no state “{typed}”; did you mean {close}?</source>
   <translation>Den Zustand „{typed}“ gibt es nicht; war {close} gemeint?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/import_dialog.py" />
   <source>There is no such row.</source>
   <translation>Solche Zeilen gibt es nicht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no theme “{typed}”.</source>
   <translation>Das Thema „{typed}“ gibt es nicht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no theme “{typed}”; did you mean {close}?</source>
   <translation>Das Thema „{typed}“ gibt es nicht; war {close} gemeint?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no transition “{typed}”.</source>
   <translation>Den Übergang „{typed}“ gibt es nicht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no transition “{typed}”; did you mean {close}?</source>
   <translation>Den Übergang „{typed}“ gibt es nicht; war {close} gemeint?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/traffic.py" />
   <source>There is no whole request to copy. {why}</source>
   <translation>Es gibt keine vollständige Anfrage zu kopieren. {why}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>There is no “{key}” here, only “seed” and “faults”.</source>
   <translation>„{key}“ gibt es hier nicht, nur „seed“ und „faults“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no “{typed}:”. Keys are {keys}; in quotes it is looked for as text.</source>
   <translation>„{typed}:“ gibt es nicht. Schlüsselwörter sind {keys}; in Anführungszeichen wird es als Text gesucht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no “{typed}:”; did you mean {close}:? In quotes it is looked for as text.</source>
   <translation>„{typed}:“ gibt es nicht; war {close}: gemeint? In Anführungszeichen wird es als Text gesucht.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>There is nothing to add to {n} sessions; they are left alone, without a request.</source>
   <translation>
    <numerusform>Bei {n} Sitzung gibt es nichts hinzuzufügen; sie bleibt unberührt, ohne Anfrage.</numerusform>
    <numerusform>Bei {n} Sitzungen gibt es nichts hinzuzufügen; sie bleiben unberührt, ohne Anfrage.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/plan_dialog.py" />
   <source>There is nothing to change.</source>
   <translation>Es gibt nichts zu ändern.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>There is nothing to remove from {n} sessions; they are left alone, without a request.</source>
   <translation>
    <numerusform>Bei {n} Sitzung gibt es nichts zu entfernen; sie bleibt unberührt, ohne Anfrage.</numerusform>
    <numerusform>Bei {n} Sitzungen gibt es nichts zu entfernen; sie bleiben unberührt, ohne Anfrage.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>There is nothing to replace in {n} titles; they are left alone, without a request.</source>
   <translation>
    <numerusform>In {n} Titel gibt es nichts zu ersetzen; er bleibt unberührt, ohne Anfrage.</numerusform>
    <numerusform>In {n} Titeln gibt es nichts zu ersetzen; sie bleiben unberührt, ohne Anfrage.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>There is nothing to save.</source>
   <translation>Es gibt nichts zu speichern.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/app.py" />
   <source>There is nothing to show yet.</source>
   <translation>Es gibt noch nichts anzuzeigen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>There were too many attempts to sign in.</source>
   <translation>Es gab zu viele Versuche, sich anzumelden.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>They will be sent by themselves.</source>
   <translation>
    <numerusform>Sie wird von selbst gesendet.</numerusform>
    <numerusform>Sie werden von selbst gesendet.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>This account is open in another window of JOIP Desktop, which sends its changes.</source>
   <translation>Dieses Konto ist in einem anderen Fenster von JOIP Desktop offen, das seine Änderungen sendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>This address of Reddit leads to no subreddit.</source>
   <translation>Diese Adresse bei Reddit führt zu keinem Subreddit.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/forms.py" />
   <source>This can't be read as a value; a text, a number, true or false is needed.</source>
   <translation>Das ist nicht als Wert lesbar; nötig ist ein Text, eine Zahl, true oder false.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>This can’t be done now.</source>
   <translation>Das geht gerade nicht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>This can’t be used here.</source>
   <translation>Das kann hier nicht verwendet werden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/sign_in.py" />
   <source>This command is for {one}, not for {other}.</source>
   <translation>Dieser Befehl ist für {one}, nicht für {other}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/screen_sharing.py" />
   <source>This computer does not tell whether screens are shared.</source>
   <translation>Dieser Computer meldet nicht, ob Bildschirme freigegeben sind.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_out.py" />
   <source>This computer forgets the sign-in, and deletes the account's list and history. Nothing is deleted on the server.</source>
   <translation>Dieser Computer vergisst die Anmeldung und löscht die Liste und den Verlauf des Kontos. Auf dem Server wird nichts gelöscht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/secrets.py" />
   <source>This computer has no keyring that could keep the sign-in.</source>
   <translation>Dieser Computer hat keinen Schlüsselbund, der die Anmeldung aufheben könnte.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading.py" />
   <source>This has too many columns to be a table of sessions.</source>
   <translation>Das hat zu viele Spalten für eine Tabelle von Sitzungen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>This is a person’s profile, not a subreddit.</source>
   <translation>Das ist das Profil einer Person, kein Subreddit.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>This is an SVG drawing, which is not shown for safety.</source>
   <translation>Das ist eine SVG-Zeichnung, die zur Sicherheit nicht angezeigt wird.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pasted.py" />
   <source>This is an address, not a cookie.</source>
   <translation>Das ist eine Adresse, kein Cookie.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>This is no address of a server.</source>
   <translation>Das ist keine Adresse eines Servers.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>This is no category. Enter its number, or choose one.</source>
   <translation>Das ist keine Kategorie. Die Nummer eingeben oder eine auswählen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>This is no picture but a web page.</source>
   <translation>Das ist kein Bild, sondern eine Webseite.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/pictures.py" />
   <source>This is no picture that can be shown.</source>
   <translation>Dieses Bild lässt sich nicht anzeigen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>This is no picture that can be shown: only PNG, JPEG, GIF and WebP are.</source>
   <translation>Dieses Bild lässt sich nicht anzeigen: Das geht nur mit PNG, JPEG, GIF und WebP.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/snapshots.py" />
   <source>This is no snapshot of the demo server ({reason}).</source>
   <translation>Das ist kein Schnappschuss des Demo-Servers ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/traffic.py" />
   <source>This is no text ({size} KB).</source>
   <translation>Das ist kein Text ({size} KB).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>This is no web address.</source>
   <translation>Das ist keine Webadresse.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading_json.py" />
   <source>This is not JSON ({reason}).</source>
   <translation>Das ist kein JSON ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/dry_run.py" />
   <source>This is not a session number.</source>
   <translation>Das ist keine Sitzungsnummer.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pasted.py" />
   <source>This is not the value of “{name}”, which begins with {start}.</source>
   <translation>Das ist nicht der Wert von „{name}“, der mit {start} beginnt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading_json.py" />
   <source>This is one object over several lines; what is needed is a list in square brackets, or an object on each line.</source>
   <translation>Das ist ein einziges Objekt über mehrere Zeilen; nötig ist eine Liste in eckigen Klammern oder ein Objekt je Zeile.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>This is the account of {one}. The changes that wait here belong to {other}.</source>
   <translation>Das ist das Konto von {one}. Die Änderungen, die hier warten, gehören zu {other}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>This is the address of a post, without the name of its subreddit.</source>
   <translation>Das ist die Adresse eines Beitrags ohne den Namen seines Subreddits.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>This is the address of another site, not of a subreddit.</source>
   <translation>Das ist die Adresse einer anderen Website, nicht die eines Subreddits.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/refresher.py" />
   <source>This is the sign-in of another account than the one whose changes are waiting.</source>
   <translation>Das ist die Anmeldung eines anderen Kontos als desjenigen, dessen Änderungen warten.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading.py" />
   <source>This line has more cells than the table has columns; is a text with commas not in quotes?</source>
   <translation>Diese Zeile hat mehr Zellen als die Tabelle Spalten; steht ein Text mit Kommas nicht in Anführungszeichen?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/text.py" />
   <source>This line is too long to be one of a file of sessions.</source>
   <translation>Diese Zeile ist zu lang für eine Datei mit Sitzungen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>This name has the search “{search}”, which will be replaced.</source>
   <translation>Diesen Namen hat die Suche „{search}“, die ersetzt wird.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>This name is empty.</source>
   <translation>Dieser Name ist leer.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/dry_run.py" />
   <source>This row has no session number.</source>
   <translation>Diese Zeile hat keine Sitzungsnummer.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/dry_run.py" />
   <source>This row was exported for another session; was a column sorted by itself?</source>
   <translation>Diese Zeile wurde für eine andere Sitzung exportiert; wurde eine Spalte für sich sortiert?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>This server offers no sign-in with e-mail and password.</source>
   <translation>Dieser Server bietet keine Anmeldung mit E-Mail und Passwort an.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/dry_run.py" />
   <source>This session has a row above already, in line {line}.</source>
   <translation>Diese Sitzung hat weiter oben schon eine Zeile, in Zeile {line}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/dry_run.py" />
   <source>This session is not in your list; an import changes sessions, it makes none.</source>
   <translation>Diese Sitzung steht nicht in der Liste; ein Import ändert Sitzungen, er legt keine an.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/snapshots.py" />
   <source>This snapshot can't be read ({reason}).</source>
   <translation>Dieser Schnappschuss ist nicht lesbar ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>This version doesn’t know this transition; here slides change at once.</source>
   <translation>Diese Version kennt diesen Übergang nicht; hier wechseln Bilder sofort.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>This version knows no such field.</source>
   <translation>Diese Version kennt kein solches Feld.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Those that somebody has signed in to, without their cookies.</source>
   <translation>Die Konten, bei denen sich jemand angemeldet hat, ohne ihre Cookies.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Thumbnail</source>
   <translation>Vorschaubild</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/notes_model.py" />
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_model.py" />
   <source>Time left</source>
   <translation>Restzeit</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>To note</source>
   <translation>Zu beachten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>To note: {notes}</source>
   <translation>Zu beachten: {notes}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_model.py" />
   <source>Tokens left</source>
   <translation>Tokens übrig</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>Too many requests.</source>
   <translation>Zu viele Anfragen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Traff&amp;ic</source>
   <translation>Datenver&amp;kehr</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>Traffic</source>
   <translation>Datenverkehr</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Transition</source>
   <translation>Übergang</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Transition {name}</source>
   <translation>Übergang {name}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>Transitions</source>
   <translation>Übergänge</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Transitions are {words}.</source>
   <translation>Übergänge sind {words}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/connection.py" />
   <source>Try again</source>
   <translation>Erneut versuchen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Try again in a while.</source>
   <translation>Später erneut versuchen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>Try again in {time}.</source>
   <translation>Versuchen Sie es in {time} noch einmal.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>Try again later or from another network, or ask who runs the server to let the app through.</source>
   <translation>Versuchen Sie es später oder aus einem anderen Netz noch einmal, oder bitten Sie die Betreiber des Servers, die App durchzulassen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Try again; if it happens again, the server or a proxy in between is at fault.</source>
   <translation>Erneut versuchen; tritt es wieder auf, liegt es am Server oder an einem Proxy dazwischen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/first_run.py" />
   <source>Try the &amp;demo</source>
   <translation>&amp;Demo ausprobieren</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/several.py" />
   <source>Turn {what} off for {n} sessions</source>
   <translation>
    <numerusform>{what} bei {n} Sitzung ausschalten</numerusform>
    <numerusform>{what} bei {n} Sitzungen ausschalten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/several.py" />
   <source>Turn {what} on for {n} sessions</source>
   <translation>
    <numerusform>{what} bei {n} Sitzung einschalten</numerusform>
    <numerusform>{what} bei {n} Sitzungen einschalten</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/mapping.py" />
   <source>Two columns stand for “{target}”; choose one of them.</source>
   <translation>Zwei Spalten stehen für „{target}“; eine davon wählen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Undo or redo up to the current action</source>
   <translation>Bis zur aktuellen Aktion rückgängig machen oder wiederholen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Undo the rest</source>
   <translation>Den Rest rückgängig machen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Undo: {action}</source>
   <translation>Rückgängig: {action}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Undo?</source>
   <translation>Rückgängig machen?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Undoing this later does not bring everything back:</source>
   <translation>Späteres Rückgängigmachen bringt nicht alles zurück:</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/undoing.py" />
   <source>Undone before it was sent.</source>
   <translation>Rückgängig gemacht, bevor es gesendet wurde.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Unfavourite {n} sessions</source>
   <translation>
    <numerusform>{n} Sitzung nicht mehr favorisieren</numerusform>
    <numerusform>{n} Sitzungen nicht mehr favorisieren</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Unsaved</source>
   <translation>Nicht gespeichert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/draft_writer.py" />
   <source>Unsaved edits can't be kept ({kind}).</source>
   <translation>Nicht gespeicherte Änderungen lassen sich nicht aufbewahren ({kind}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/drafts.py" />
   <source>Unsaved edits can't be written to {path} ({reason}).</source>
   <translation>Nicht gespeicherte Änderungen lassen sich nicht in {path} schreiben ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/drafts.py" />
   <source>Unsaved edits for several sessions could not be read, or not for all of them.</source>
   <translation>Nicht gespeicherte Änderungen für mehrere Sitzungen waren nicht lesbar, oder nicht für alle.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Unsaved edits for {n} sessions at once: {fields}</source>
   <translation>
    <numerusform>Nicht gespeicherte Änderungen für {n} Sitzung auf einmal: {fields}</numerusform>
    <numerusform>Nicht gespeicherte Änderungen für {n} Sitzungen auf einmal: {fields}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/storage/drafts.py" />
   <source>Unsaved edits of {n} sessions could not be read.</source>
   <translation>
    <numerusform>Die nicht gespeicherten Änderungen von {n} Sitzung waren nicht lesbar.</numerusform>
    <numerusform>Die nicht gespeicherten Änderungen von {n} Sitzungen waren nicht lesbar.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/tile_content.py" />
   <source>Untitled</source>
   <translation>Ohne Titel</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>Update JOIP Desktop, or choose another folder with --profile-dir.</source>
   <translation>JOIP Desktop aktualisieren, oder mit --profile-dir einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Updated</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>Usage:</source>
   <translation>Aufruf:</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>Use --screenshot FILE to render the window into a picture, or “joip-desktop mock” for the server alone.</source>
   <translation>Mit --screenshot DATEI wird das Fenster in ein Bild gezeichnet; „joip-desktop mock“ startet den Server allein.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>Use an address that starts with https://.</source>
   <translation>Eine Adresse verwenden, die mit https:// beginnt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Used by the theme “Custom Prompt”.</source>
   <translation>Für das Thema „Custom Prompt“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>User</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/about.py" />
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Version and licence</source>
   <translation>Version und Lizenz</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/support_desk.py" />
   <source>Versions, settings and counts are on the clipboard. No titles, names or secrets are in it.</source>
   <translation>Versionen, Einstellungen und Anzahlen sind in der Zwischenablage. Titel, Namen und Geheimnisse sind nicht darin.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>View</source>
   <translation>Ansicht</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_model.py" />
   <source>Waiting</source>
   <translation>Wartend</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/model.py" />
   <source>Waiting to be sent.</source>
   <translation>Wartet auf das Senden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>What became of each session of the chosen job</source>
   <translation>Was aus jeder Sitzung des gewählten Auftrags geworden ist</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>What became of each session of the latest action</source>
   <translation>Was aus jeder Sitzung der letzten Aktion geworden ist</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_panel.py" />
   <source>What changes without your doing is noted here, such as edits made elsewhere.</source>
   <translation>Hier steht, was sich ohne eigenes Zutun ändert, etwa durch Bearbeiten anderswo.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>What changes, field by field</source>
   <translation>Was sich ändert, Feld für Feld</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/command_palette.py" />
   <source>What do you want to do?</source>
   <translation>Was soll geschehen?</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/columns_page.py" />
   <source>What each column of the file stands for, with an example of what is in it:</source>
   <translation>Wofür jede Spalte der Datei steht, mit einem Beispiel ihres Inhalts:</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/notes_model.py" />
   <source>What happened</source>
   <translation>Was geschehen ist</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>What happens, too</source>
   <translation>Auch was geschieht</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_words.py" />
   <source>What is not decided stays in conflict.</source>
   <translation>Was nicht entschieden ist, bleibt im Konflikt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>What its files and its cookie are found by.</source>
   <translation>Woran seine Dateien und sein Cookie zu finden sind.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>What the captions are about.</source>
   <translation>Worum es in den Untertiteln geht.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>What the server calls the user.</source>
   <translation>Wie der Server den Benutzer nennt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>What the sidebar calls it.</source>
   <translation>Wie es in der Seitenleiste heißt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pasted.py" />
   <source>What was pasted goes to several servers, so it is not clear whose cookie it is.</source>
   <translation>Das Eingefügte geht an mehrere Server, daher ist nicht klar, wessen Cookie es ist.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>What was pasted holds no “{name}”.</source>
   <translation>Das Eingefügte enthält kein „{name}“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pasted.py" />
   <source>What was pasted is JSON, which is not searched.</source>
   <translation>Das Eingefügte ist JSON, das nicht durchsucht wird.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>What was pasted is no cookie: it is too long, or has characters that no cookie has.</source>
   <translation>Das Eingefügte ist kein Cookie: Es ist zu lang oder hat Zeichen, die kein Cookie hat.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>What was pasted is too long for a cookie.</source>
   <translation>Das Eingefügte ist zu lang für einen Cookie.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pasted.py" />
   <source>What was pasted is too long.</source>
   <translation>Das Eingefügte ist zu lang.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>What would stand in the search box.</source>
   <translation>Was im Suchfeld stünde.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_ways.py" />
   <source>What you paste is not shown.</source>
   <translation>Was Sie einfügen, wird nicht angezeigt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/screen_sharing.py" />
   <source>Whether a screen is shared can’t be told now, so discreet mode does not go on by itself.</source>
   <translation>Ob ein Bildschirm freigegeben ist, ist gerade nicht feststellbar; der diskrete Modus geht daher nicht von selbst an.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/screen_sharing.py" />
   <source>Whether a screen is still shared can’t be told now, so discreet mode stays as it is.</source>
   <translation>Ob ein Bildschirm noch freigegeben ist, ist gerade nicht feststellbar; der diskrete Modus bleibt daher, wie er ist.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Whether servers and pictures are reached through a proxy.</source>
   <translation>Ob Server und Bilder über einen Proxy erreicht werden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>Whether there is a picture is not known.</source>
   <translation>Ob es ein Bild gibt, ist nicht bekannt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>Which requests meet the faults</source>
   <translation>Welche Anfragen den Fehlern begegnen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_row.py" />
   <source>Which values, and how many sessions have each</source>
   <translation>Welche Werte es gibt und wie viele Sitzungen sie jeweils haben</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Whole words only</source>
   <translation>Nur ganze Wörter</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/report_view.py" />
   <source>Why</source>
   <translation>Grund</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Window geometry</source>
   <translation>Fenstergeometrie</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_panel.py" />
   <source>With $JOIP_COOKIE in place of the cookie</source>
   <translation>Mit $JOIP_COOKIE anstelle des Cookies</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>With 0 seconds, everything stays as it is.</source>
   <translation>Mit 0 Sekunden bleibt alles, wie es ist.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>With 100 %, everything stays as it is.</source>
   <translation>Mit 100 % bleibt alles, wie es ist.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/export_dialog.py" />
   <source>With a &amp;byte order mark</source>
   <translation>Mit &amp;Bytereihenfolge-Marke</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>With the community: the server keeps a public snapshot while this is on.</source>
   <translation>Mit der Community: Solange dies an ist, hält der Server eine öffentliche Kopie bereit.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Without a known transition, slides change at once here.</source>
   <translation>Ohne bekannten Übergang wechseln Bilder hier sofort.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/search_box.py" />
   <source>Words of title and subreddits, and keys such as is:favorite, in:earth or updated:&lt;7d. Ctrl+Space suggests what may come next.</source>
   <translation>Wörter aus Titel und Subreddits und Schlüsselwörter wie is:favorite, in:earth oder updated:&lt;7d. Strg+Leertaste schlägt vor, was folgen kann.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Write &lt;7d, &gt;30d, 2025, 2025-03, 2025-03-01, 2025-01..2025-03 or today.</source>
   <translation>Möglich sind &lt;7d, &gt;30d, 2025, 2025-03, 2025-03-01, 2025-01..2025-03 oder today.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Write &lt;{age} for younger than that, or &gt;{age} for older.</source>
   <translation>&lt;{age} bedeutet jünger als das, &gt;{age} älter.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Write seconds, such as 7, &gt;10, &lt;5 or 5..10.</source>
   <translation>Möglich sind Sekunden wie 7, &gt;10, &lt;5 oder 5..10.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Write sessions into a file, for a spreadsheet or another program</source>
   <translation>Sitzungen in eine Datei schreiben, für ein Tabellen- oder anderes Programm</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Write the number of a category, such as 3, &gt;3 or 1..5, or none.</source>
   <translation>Möglich ist die Nummer einer Kategorie wie 3, &gt;3 oder 1..5, oder none.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Write the number of a session, such as 123, &gt;100 or 100..200.</source>
   <translation>Möglich ist die Nummer einer Sitzung wie 123, &gt;100 oder 100..200.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/proxies.py" />
   <source>Write the proxy’s name behind the “//”.</source>
   <translation>Schreiben Sie den Namen des Proxys hinter das „//“.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/transfer/desk.py" />
   <source>Writing {n} sessions…</source>
   <translation>
    <numerusform>{n} Sitzung wird geschrieben…</numerusform>
    <numerusform>{n} Sitzungen werden geschrieben…</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>You are not allowed to read the file {file}.</source>
   <translation>Die Datei {file} darf hier nicht gelesen werden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>You are not signed in.</source>
   <translation>Sie sind nicht angemeldet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_words.py" />
   <source>You want</source>
   <translation>Gewünscht</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Your system asks for less motion, so slides change only by Next, and at once.</source>
   <translation>Das System wünscht weniger Bewegung, daher wechseln Bilder nur mit „Weiter“, und sofort.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Zoom</source>
   <translation>Zoom</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>a fault, such as “status code=503 every=3”, or a file of them that ends in .toml; may be repeated</source>
   <translation>ein Fehler, etwa „status code=503 every=3“, oder eine Datei damit, die auf .toml endet; mehrmals möglich</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>a list</source>
   <translation>eine Liste</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading_json.py" />
   <source>a number is too long</source>
   <translation>eine Zahl ist zu lang</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>a very large number</source>
   <translation>eine sehr große Zahl</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>a while</source>
   <translation>eine Weile</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>about {time}</source>
   <translation>etwa {time}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>all numbers above 1</source>
   <translation>alle Nummern über 1</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>all that begin like this</source>
   <translation>alle, die so beginnen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>always longer than 10 seconds</source>
   <translation>immer länger als 10 Sekunden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>always shorter than 5 seconds</source>
   <translation>immer kürzer als 5 Sekunden</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/chips.py" />
   <source>and {n} more</source>
   <translation>
    <numerusform>und {n} weiteres</numerusform>
    <numerusform>und {n} weitere</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>and {n} more values</source>
   <translation>
    <numerusform>und {n} weiterer Wert</numerusform>
    <numerusform>und {n} weitere Werte</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>and {n} more, which are rarer</source>
   <translation>
    <numerusform>und {n} weiterer, der seltener ist</numerusform>
    <numerusform>und {n} weitere, die seltener sind</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>any letters</source>
   <translation>beliebige Buchstaben</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>anyone with the link can see it</source>
   <translation>für alle mit dem Link sichtbar</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/history_view.py" />
   <source>as it is now</source>
   <translation>wie es jetzt ist</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>c&amp;URL</source>
   <translation>c&amp;URL</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>cURL command</source>
   <translation>cURL-Befehl</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>came from elsewhere</source>
   <translation>kam von anderswo</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>cancelled</source>
   <translation>abgebrochen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>change the session</source>
   <translation>die Sitzung zu ändern</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/tile_content.py" />
   <source>changed elsewhere too</source>
   <translation>auch anderswo geändert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>changed elsewhere, too</source>
   <translation>auch anderswo geändert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/dry_run.py" />
   <source>changes</source>
   <translation>ändert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>chosen</source>
   <translation>gewählt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>could not be sent</source>
   <translation>konnte nicht gesendet werden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/values.py" />
   <source>default category</source>
   <translation>Standardkategorie</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>do the main job by itself, with pictures, and exit</source>
   <translation>die Hauptaufgabe von selbst ausführen, mit Bildern, und beenden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>does not move on by itself</source>
   <translation>geht nicht von selbst weiter</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>done</source>
   <translation>erledigt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>double click</source>
   <translation>Doppelklick</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>edited here, not saved</source>
   <translation>hier bearbeitet, nicht gespeichert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/values.py" />
   <source>empty</source>
   <translation>leer</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>every {seconds} s</source>
   <translation>alle {seconds} s</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>every {shortest} to {longest} s</source>
   <translation>alle {shortest}–{longest} s</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>failed</source>
   <translation>fehlgeschlagen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/tile_content.py" />
   <source>favourite</source>
   <translation>Favorit</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>from that day on</source>
   <translation>ab diesem Tag</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>from {when}</source>
   <translation>vom {when}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/values.py" />
   <source>generated by the server</source>
   <translation>vom Server erzeugt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>go on</source>
   <translation>fortzufahren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/discretion.py" />
   <source>hidden</source>
   <translation>verborgen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>how many to make up (300)</source>
   <translation>wie viele erfunden werden (300)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>how much is written into the log file, for this run</source>
   <translation>wie viel in die Protokolldatei geschrieben wird, für diesmal</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>how pictures change</source>
   <translation>wie die Bilder wechseln</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>how the window looks, for this run</source>
   <translation>Aussehen des Fensters, nur dieses Mal</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>in conflict</source>
   <translation>im Konflikt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>in that month</source>
   <translation>in diesem Monat</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>in the last 24 hours</source>
   <translation>in den letzten 24 Stunden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>in the last 3 months</source>
   <translation>in den letzten 3 Monaten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>in the last 7 days</source>
   <translation>in den letzten 7 Tagen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>in those months</source>
   <translation>in diesen Monaten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/dry_run.py" />
   <source>invalid</source>
   <translation>ungültig</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>it can't be locked for writing</source>
   <translation>lässt sich nicht zum Schreiben sperren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>it can't be opened</source>
   <translation>lässt sich nicht öffnen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/files.py" />
   <source>it is no file</source>
   <translation>es ist keine Datei</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>it is write-protected</source>
   <translation>schreibgeschützt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>its number, or none</source>
   <translation>ihre Nummer, oder none</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>keep settings and demo data in this folder</source>
   <translation>Einstellungen und Demo-Daten in diesem Ordner aufbewahren</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>keep the sessions in this file; without it, in memory</source>
   <translation>die Sitzungen in dieser Datei aufbewahren; ohne sie im Arbeitsspeicher</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>last change</source>
   <translation>letzte Änderung</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>leaves {n} as they are</source>
   <translation>
    <numerusform>lässt {n} unverändert</numerusform>
    <numerusform>lässt {n} unverändert</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>left empty</source>
   <translation>leer gelassen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/dry_run.py" />
   <source>locked</source>
   <translation>gesperrt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>marked with a star</source>
   <translation>mit einem Stern markiert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>mixed</source>
   <translation>gemischt</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/values.py" />
   <source>mixed ({n} values)</source>
   <translation>
    <numerusform>gemischt ({n} Wert)</numerusform>
    <numerusform>gemischt ({n} Werte)</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>months</source>
   <translation>Monate</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>more than 30 days ago</source>
   <translation>vor mehr als 30 Tagen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>more than a year ago</source>
   <translation>vor mehr als einem Jahr</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>next changes in {time}</source>
   <translation>nächste Änderungen in {time}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>next in {seconds} s</source>
   <translation>weiter in {seconds} s</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>next in {time}</source>
   <translation>nächste in {time}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>no transition</source>
   <translation>kein Übergang</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>no value</source>
   <translation>kein Wert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/chips.py" />
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/tile_content.py" />
   <source>not a favourite</source>
   <translation>kein Favorit</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>not available</source>
   <translation>nicht verfügbar</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>not known</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/tile_content.py" />
   <source>not saved</source>
   <translation>nicht gespeichert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/model.py" />
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>nothing to do</source>
   <translation>nichts zu tun</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>number of a session</source>
   <translation>Nummer einer Sitzung</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>off</source>
   <translation>aus</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/strip.py" />
   <source>offline</source>
   <translation>offline</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>on</source>
   <translation>an</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>other numbers make other sessions (1)</source>
   <translation>andere Zahlen ergeben andere Sitzungen (1)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>px</source>
   <translation>px</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>read the account</source>
   <translation>das Konto lesen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>read the session</source>
   <translation>die Sitzung zu lesen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>read the sessions</source>
   <translation>die Sitzungen zu lesen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>reading {done} of {all}…</source>
   <translation>liest {done} von {all}…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>reading {done}…</source>
   <translation>liest {done}…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>receiving {done} MB…</source>
   <translation>lädt {done} MB…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>receiving {done} of {all} MB…</source>
   <translation>lädt {done} von {all} MB…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>refreshing…</source>
   <translation>wird aktualisiert…</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>render the window to a PNG file and exit</source>
   <translation>das Fenster in eine PNG-Datei zeichnen und beenden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>run the demo server alone</source>
   <translation>nur den Demo-Server starten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>s</source>
   <translation>s</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>saved, not sent yet</source>
   <translation>gespeichert, noch nicht gesendet</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>seconds</source>
   <translation>Sekunden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>seconds that a picture stays</source>
   <translation>Sekunden, die ein Bild bleibt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>seconds to wait before each answer (0)</source>
   <translation>Sekunden Wartezeit vor jeder Antwort (0)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>seconds; shorter with a minus in front</source>
   <translation>Sekunden; mit Minus davor kürzer</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>show the version and exit</source>
   <translation>die Version anzeigen und beenden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>show this help and exit</source>
   <translation>diese Hilfe anzeigen und beenden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>sign in</source>
   <translation>sich anzumelden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/strip.py" />
   <source>signed out</source>
   <translation>abgemeldet</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>since midnight</source>
   <translation>seit Mitternacht</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>skipped</source>
   <translation>übersprungen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>something else</source>
   <translation>etwas anderes</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>start with made-up sessions on a server inside the app</source>
   <translation>mit erfundenen Sitzungen auf einem Server im Programm starten</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>subreddit</source>
   <translation>Subreddit</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>such as 100/15m (the default), or off</source>
   <translation>etwa 100/15m (Vorgabe) oder off</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>such as {value}</source>
   <translation>etwa {value}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>the day before</source>
   <translation>am Tag davor</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>the default category</source>
   <translation>die Standardkategorie</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>the disk is full</source>
   <translation>die Festplatte ist voll</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>the disk reports a fault</source>
   <translation>die Festplatte meldet einen Fehler</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/snapshots.py" />
   <source>the file is damaged</source>
   <translation>die Datei ist beschädigt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>the server's address, such as https://app.joip.io</source>
   <translation>die Adresse des Servers, etwa https://app.joip.io</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading_json.py" />
   <source>too many brackets in each other</source>
   <translation>zu viele Klammern ineinander</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>transition not known</source>
   <translation>Übergang nicht bekannt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>unchanged</source>
   <translation>unverändert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/history_view.py" />
   <source>undone</source>
   <translation>rückgängig gemacht</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/dry_run.py" />
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>waiting</source>
   <translation>wartend</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/tile_content.py" />
   <source>waiting to be sent</source>
   <translation>wartet auf das Senden</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>weeks</source>
   <translation>Wochen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>what the captions are about</source>
   <translation>worum es in den Untertiteln geht</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>when it was made</source>
   <translation>wann sie entstanden ist</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>with the community</source>
   <translation>mit der Community</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>without subreddits</source>
   <translation>ohne Subreddits</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>words in the prompt</source>
   <translation>Wörter im Prompt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>words in the title alone</source>
   <translation>Wörter nur im Titel</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>write a line for each request, to this file or to stderr</source>
   <translation>für jede Anfrage eine Zeile schreiben, in diese Datei oder nach stderr</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>years</source>
   <translation>Jahre</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>{before} → {after}</source>
   <translation>{before} → {after}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>{changes}, {leaves}.</source>
   <translation>{changes}, {leaves}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>{changes}.</source>
   <translation>{changes}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>{change} (changed since the export, too)</source>
   <translation>{change} (seit dem Export ebenfalls geändert)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_dialog.py" />
   <source>{column}, in full</source>
   <translation>{column}, vollständig</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>{count} more</source>
   <translation>{count} weitere</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/consequences.py" />
   <source>{count} sessions become public: anyone with a link to one can see it.</source>
   <translation>{count} Sitzungen werden öffentlich: Wer den Link zu einer hat, kann sie sehen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/conflict_words.py" />
   <source>{decided} of {all} decided.</source>
   <translation>{decided} von {all} entschieden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_model.py" />
   <source>{done} of {all}</source>
   <translation>{done} von {all}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_form.py" />
   <source>{effort}, {time}</source>
   <translation>{effort}, {time}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>{fault} ({n} so far)</source>
   <translation>{fault} (bisher {n})</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/field_row.py" />
   <source>{field} (s)</source>
   <translation>{field} (s)</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/changes.py" />
   <source>{field}: a new snapshot is made; the deleted one does not come back.</source>
   <translation>{field}: Es entsteht eine neue Kopie; die gelöschte kommt nicht zurück.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>{field}: auto-generate</source>
   <translation>{field}: automatisch erzeugen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/changes.py" />
   <source>{field}: the server generates a new one; the former one does not come back.</source>
   <translation>{field}: Der Server erzeugt etwas Neues; das Frühere kommt nicht zurück.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/changes.py" />
   <source>{field}: the server would not take what it was before, so it stays as it is.</source>
   <translation>{field}: Der Server würde den früheren Wert nicht annehmen, daher bleibt es, wie es ist.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/changes.py" />
   <source>{field}: what it was before is not known, so it stays as it is.</source>
   <translation>{field}: Der frühere Wert ist nicht bekannt, daher bleibt es, wie es ist.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>{field}: {before} → {after}</source>
   <translation>{field}: {before} → {after}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>{field}: {sentence}</source>
   <translation>{field}: {sentence}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_row.py" />
   <source>{field}: {values}</source>
   <translation>{field}: {values}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/transfer/import_dialog.py" />
   <source>{file} – {form}</source>
   <translation>{file} – {form}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/public_hosts.py" />
   <source>{host} can't be found.</source>
   <translation>{host} ist nicht zu finden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>{host} can't be reached, or the proxy on the way can't.</source>
   <translation>{host} oder der Proxy auf dem Weg dorthin ist nicht erreichbar.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>{host} can't be reached.</source>
   <translation>{host} ist nicht erreichbar.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>{host} can't send the picture now (status {status}).</source>
   <translation>{host} kann das Bild gerade nicht senden (Status {status}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>{host} does not answer in time.</source>
   <translation>{host} antwortet nicht rechtzeitig.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>{host} does not give the picture (status {status}).</source>
   <translation>{host} gibt das Bild nicht heraus (Status {status}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/identity.py" />
   <source>{host} does not look like a JOIP server.</source>
   <translation>{host} sieht nicht wie ein JOIP-Server aus.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>{host} has made its certificate itself, so nothing was sent.</source>
   <translation>{host} hat sein Zertifikat selbst ausgestellt, daher wurde nichts gesendet.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>{host} has no such picture (status {status}).</source>
   <translation>{host} hat kein solches Bild (Status {status}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>{host} sends the picture packed, which is not unpacked for safety.</source>
   <translation>{host} sendet das Bild gepackt; zur Sicherheit wird es nicht entpackt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>{host} wants fewer requests.</source>
   <translation>{host} möchte weniger Anfragen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>{label} ({unit})</source>
   <translation>{label} ({unit})</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>{label}, being counted</source>
   <translation>{label}, wird gezählt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>{label}, this search has a mistake</source>
   <translation>{label}, diese Suche hat einen Fehler</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>{label}, {n} sessions</source>
   <translation>
    <numerusform>{label}, {n} Sitzung</numerusform>
    <numerusform>{label}, {n} Sitzungen</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/category_editor.py" />
   <source>{label}: list</source>
   <translation>{label}: Liste</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_editor.py" />
   <source>{label}: preview</source>
   <translation>{label}: Vorschau</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/category_editor.py" />
   <source>{label}: suggestions</source>
   <translation>{label}: Vorschläge</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>{label}: {sessions}, {percent} %</source>
   <translation>{label}: {sessions}, {percent} %</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>{least} to {most} {unit}</source>
   <translation>{least} bis {most} {unit}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{left} of {limit} requests left</source>
   <translation>Noch {left} von {limit} Anfragen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>{lowest}–{highest} s</source>
   <translation>{lowest}–{highest} s</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>{names} and {n} more</source>
   <translation>
    <numerusform>{names} und {n} weitere</numerusform>
    <numerusform>{names} und {n} weitere</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/category_words.py" />
   <source>{name} ({number})</source>
   <translation>{name} ({number})</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/chip.py" />
   <source>{name}, subreddit</source>
   <translation>{name}, Subreddit</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>{name}: {n} fields change</source>
   <translation>
    <numerusform>{name}: {n} Feld ändert sich</numerusform>
    <numerusform>{name}: {n} Felder ändern sich</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/traffic/traffic_model.py" />
   <source>{n} KB</source>
   <translation>{n} KB</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>{n} are left out: {reasons}</source>
   <translation>
    <numerusform>{n} wird ausgelassen: {reasons}</numerusform>
    <numerusform>{n} werden ausgelassen: {reasons}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} cancelled</source>
   <translation>{n} abgebrochen</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{n} changes are waiting.</source>
   <translation>
    <numerusform>{n} Änderung wartet.</numerusform>
    <numerusform>{n} Änderungen warten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>{n} changes go along with what waits already, so no other request is needed.</source>
   <translation>
    <numerusform>{n} Änderung geht mit dem mit, was schon wartet, daher ist keine weitere Anfrage nötig.</numerusform>
    <numerusform>{n} Änderungen gehen mit dem mit, was schon wartet, daher ist keine weitere Anfrage nötig.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>{n} changes go along with what waits already.</source>
   <translation>
    <numerusform>{n} Änderung geht mit dem mit, was schon wartet.</numerusform>
    <numerusform>{n} Änderungen gehen mit dem mit, was schon wartet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/sign_out.py" />
   <source>{n} changes have not been sent to the server yet.</source>
   <translation>
    <numerusform>{n} Änderung ist noch nicht zum Server gesendet.</numerusform>
    <numerusform>{n} Änderungen sind noch nicht zum Server gesendet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{n} changes have not been sent to the server.</source>
   <translation>
    <numerusform>{n} Änderung ist noch nicht an den Server gesendet.</numerusform>
    <numerusform>{n} Änderungen sind noch nicht an den Server gesendet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>{n} changes need no request: they take the place of what could not be sent.</source>
   <translation>
    <numerusform>{n} Änderung braucht keine Anfrage: Sie ersetzt, was nicht gesendet werden konnte.</numerusform>
    <numerusform>{n} Änderungen brauchen keine Anfrage: Sie ersetzen, was nicht gesendet werden konnte.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>{n} changes of “{job}” are waiting and would be dropped; what has been sent stays.</source>
   <translation>
    <numerusform>{n} Änderung von „{job}“ wartet und würde verworfen; was gesendet ist, bleibt.</numerusform>
    <numerusform>{n} Änderungen von „{job}“ warten und würden verworfen; was gesendet ist, bleibt.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} done</source>
   <translation>{n} erledigt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} failed</source>
   <translation>{n} fehlgeschlagen</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/several.py" />
   <source>{n} fields</source>
   <translation>
    <numerusform>{n} Feld</numerusform>
    <numerusform>{n} Felder</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/conflict_words.py" />
   <source>{n} fields were changed here and elsewhere, too, in {sessions}. Choose whose value is kept; until then, yours is not sent.</source>
   <translation>
    <numerusform>1 Feld wurde hier und auch anderswo geändert, in {sessions}. Auswählen, welcher Wert bleibt; bis dahin wird der eigene nicht gesendet.</numerusform>
    <numerusform>{n} Felder wurden hier und auch anderswo geändert, in {sessions}. Auswählen, welcher Wert bleibt; bis dahin wird der eigene nicht gesendet.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{n} h</source>
   <translation>{n} h</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{n} imported sessions keep their {what}.</source>
   <translation>
    <numerusform>{n} importierte Sitzung behält „{what}“.</numerusform>
    <numerusform>{n} importierte Sitzungen behalten „{what}“.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} in conflict</source>
   <translation>{n} im Konflikt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{n} min</source>
   <translation>{n} min</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/conflict_words.py" />
   <source>{n} more come up when these are decided.</source>
   <translation>
    <numerusform>{n} weiteres folgt, wenn diese entschieden sind.</numerusform>
    <numerusform>{n} weitere folgen, wenn diese entschieden sind.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/review.py" />
   <source>{n} more fields wait already and go along.</source>
   <translation>
    <numerusform>{n} weiteres Feld wartet schon und geht mit.</numerusform>
    <numerusform>{n} weitere Felder warten schon und gehen mit.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/server/requests_model.py" />
   <source>{n} ms</source>
   <translation>{n} ms</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{n} of them are favourites.</source>
   <translation>
    <numerusform>{n} davon ist ein Favorit.</numerusform>
    <numerusform>{n} davon sind Favoriten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{n} of them have unsaved edits of this field, which stay.</source>
   <translation>
    <numerusform>{n} davon hat eine nicht gespeicherte Änderung in diesem Feld, die bleibt.</numerusform>
    <numerusform>{n} davon haben nicht gespeicherte Änderungen in diesem Feld, die bleiben.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{n} of {count} are not known.</source>
   <translation>
    <numerusform>{n} von {count} ist nicht bekannt.</numerusform>
    <numerusform>{n} von {count} sind nicht bekannt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>{n} other reasons</source>
   <translation>
    <numerusform>{n} anderer Grund</numerusform>
    <numerusform>{n} andere Gründe</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_form.py" />
   <source>{n} requests</source>
   <translation>
    <numerusform>{n} Anfrage</numerusform>
    <numerusform>{n} Anfragen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/server/server_panel.py" />
   <source>{n} requests are left</source>
   <translation>
    <numerusform>{n} Anfrage ist übrig</numerusform>
    <numerusform>{n} Anfragen sind übrig</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/traffic/desk.py" />
   <source>{n} requests are saved in {file}.</source>
   <translation>
    <numerusform>{n} Anfrage ist in {file} gespeichert.</numerusform>
    <numerusform>{n} Anfragen sind in {file} gespeichert.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>{n} requests that wait already are dropped, because this takes back what they would have sent.</source>
   <translation>
    <numerusform>1 Anfrage, die schon wartet, entfällt, weil dies zurücknimmt, was sie gesendet hätte.</numerusform>
    <numerusform>{n} Anfragen, die schon warten, entfallen, weil dies zurücknimmt, was sie gesendet hätten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>{n} requests will be sent.</source>
   <translation>
    <numerusform>{n} Anfrage wird gesendet.</numerusform>
    <numerusform>{n} Anfragen werden gesendet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>{n} rows are for sessions that are not in your list</source>
   <translation>
    <numerusform>{n} Zeile gehört zu einer Sitzung, die nicht in der Liste steht</numerusform>
    <numerusform>{n} Zeilen gehören zu Sitzungen, die nicht in der Liste stehen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>{n} rows are invalid</source>
   <translation>
    <numerusform>{n} Zeile ist ungültig</numerusform>
    <numerusform>{n} Zeilen sind ungültig</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>{n} rows are locked</source>
   <translation>
    <numerusform>{n} Zeile ist gesperrt</numerusform>
    <numerusform>{n} Zeilen sind gesperrt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>{n} rows are unchanged</source>
   <translation>
    <numerusform>{n} Zeile ist unverändert</numerusform>
    <numerusform>{n} Zeilen sind unverändert</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>{n} rows change something</source>
   <translation>
    <numerusform>{n} Zeile ändert etwas</numerusform>
    <numerusform>{n} Zeilen ändern etwas</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>{n} s</source>
   <translation>{n} s</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/overview/words.py" />
   <source>{n} seconds</source>
   <translation>
    <numerusform>{n} Sekunde</numerusform>
    <numerusform>{n} Sekunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>{n} sessions</source>
   <translation>
    <numerusform>{n} Sitzung</numerusform>
    <numerusform>{n} Sitzungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/backups.py" />
   <source>{n} sessions are as they were then; they are left alone, without a request.</source>
   <translation>
    <numerusform>{n} Sitzung ist, wie sie damals war; sie bleibt ohne Anfrage, wie sie ist.</numerusform>
    <numerusform>{n} Sitzungen sind, wie sie damals waren; sie bleiben ohne Anfrage, wie sie sind.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/transfer/words.py" />
   <source>{n} sessions are in {file}.</source>
   <translation>
    <numerusform>{n} Sitzung ist in {file}.</numerusform>
    <numerusform>{n} Sitzungen sind in {file}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>{n} sessions are skipped:</source>
   <translation>
    <numerusform>{n} Sitzung wird übersprungen:</numerusform>
    <numerusform>{n} Sitzungen werden übersprungen:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/several.py" />
   <source>{n} sessions are skipped: {reason}</source>
   <translation>
    <numerusform>{n} Sitzung wird übersprungen: {reason}</numerusform>
    <numerusform>{n} Sitzungen werden übersprungen: {reason}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>{n} sessions are skipped: {why}</source>
   <translation>
    <numerusform>{n} Sitzung wird übersprungen: {why}</numerusform>
    <numerusform>{n} Sitzungen werden übersprungen: {why}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/connection.py" />
   <source>{n} sessions could not be read and can't be shown.</source>
   <translation>
    <numerusform>{n} Sitzung war nicht lesbar und lässt sich nicht anzeigen.</numerusform>
    <numerusform>{n} Sitzungen waren nicht lesbar und lassen sich nicht anzeigen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>{n} sessions have these values already; they are left alone, without a request.</source>
   <translation>
    <numerusform>{n} Sitzung hat diese Werte schon; sie bleibt unberührt, ohne Anfrage.</numerusform>
    <numerusform>{n} Sitzungen haben diese Werte schon; sie bleiben unberührt, ohne Anfrage.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/sign_out.py" />
   <source>{n} sessions have unsaved edits.</source>
   <translation>
    <numerusform>{n} Sitzung hat nicht gespeicherte Änderungen.</numerusform>
    <numerusform>{n} Sitzungen haben nicht gespeicherte Änderungen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{n} sessions selected</source>
   <translation>
    <numerusform>{n} Sitzung ausgewählt</numerusform>
    <numerusform>{n} Sitzungen ausgewählt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{n} sessions were changed elsewhere in a field that you changed, too. Nothing is overwritten until you choose.</source>
   <translation>
    <numerusform>1 Sitzung wurde anderswo in einem Feld geändert, das auch hier geändert ist. Bis zur Auswahl wird nichts überschrieben.</numerusform>
    <numerusform>{n} Sitzungen wurden anderswo in einem Feld geändert, das auch hier geändert ist. Bis zur Auswahl wird nichts überschrieben.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/plan_words.py" />
   <source>{n} sessions: not sent yet, so undone without a request.</source>
   <translation>
    <numerusform>{n} Sitzung: noch nicht gesendet, daher ohne Anfrage rückgängig gemacht.</numerusform>
    <numerusform>{n} Sitzungen: noch nicht gesendet, daher ohne Anfrage rückgängig gemacht.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} skipped</source>
   <translation>{n} übersprungen</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} unchanged</source>
   <translation>{n} unverändert</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_row.py" />
   <source>{n} values…</source>
   <translation>
    <numerusform>{n} Wert…</numerusform>
    <numerusform>{n} Werte…</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} waiting</source>
   <translation>{n} wartend</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/several.py" />
   <source>{one} and {other}</source>
   <translation>{one} und {other}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>{option} and {other} do not go together.</source>
   <translation>{option} und {other} gehen nicht zusammen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>{option} can't be “{given}”; choose from {choices}.</source>
   <translation>{option} kann nicht „{given}“ sein; möglich sind {choices}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>{option} needs a value.</source>
   <translation>{option} braucht einen Wert.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>{option}: {problem}</source>
   <translation>{option}: {problem}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>{others} and {last}</source>
   <translation>{others} und {last}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>{others} or {last}</source>
   <translation>{others} oder {last}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/help/window.py" />
   <source>{page} – Help</source>
   <translation>{page} – Hilfe</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/ledger.py" />
   <source>{path} can't be read ({reason}).</source>
   <translation>{path} ist nicht lesbar ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/ledger.py" />
   <source>{path} can't be written ({reason}).</source>
   <translation>{path} ist nicht beschreibbar ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>{port} is no port; ports are 1 to {highest}.</source>
   <translation>{port} ist kein Port; Ports gehen von 1 bis {highest}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/sign_in_words.py" />
   <source>{problem} You stay signed in until the app is closed.</source>
   <translation>{problem} Sie bleiben angemeldet, bis die App geschlossen wird.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/strip.py" />
   <source>{progress}, paused</source>
   <translation>{progress}, pausiert</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/strip.py" />
   <source>{progress}, waiting</source>
   <translation>{progress}, wartend</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/strip.py" />
   <source>{progress}, {time} left</source>
   <translation>{progress}, noch {time}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>{range}.</source>
   <translation>{range}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/jobs_model.py" />
   <source>{rate} per min</source>
   <translation>{rate} pro min</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/interval_slider.py" />
   <source>{seconds} s</source>
   <translation>{seconds} s</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/sessions/search_box.py" />
   <source>{sentence} (1 of {n} mistakes)</source>
   <translation>
    <numerusform>{sentence} (1 von {n} Fehler)</numerusform>
    <numerusform>{sentence} (1 von {n} Fehlern)</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>{sentence} ({count}).</source>
   <translation>{sentence} ({count}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>{shortest} to {longest}</source>
   <translation>{shortest} bis {longest}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/interval_slider.py" />
   <source>{shortest} to {longest} s</source>
   <translation>{shortest} bis {longest} s</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>{shown} of {all}</source>
   <translation>{shown} von {all}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/jobs/strip.py" />
   <source>{title} (and {n} more)</source>
   <translation>
    <numerusform>{title} (+{n})</numerusform>
    <numerusform>{title} (+{n})</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/strip.py" />
   <source>{title}: {done} of {all}</source>
   <translation>{title}: {done} von {all}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{told} {unknown}</source>
   <translation>{told} {unknown}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>{value} is no subreddit name. {why}</source>
   <translation>{value} ist kein Name eines Subreddits. {why}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>{value} — not known to this version</source>
   <translation>{value} — dieser Version nicht bekannt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>{value} — not known to this version; it stays unless you choose another.</source>
   <translation>{value} — dieser Version nicht bekannt; bleibt, bis etwas anderes gewählt wird.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{value}: {sessions}</source>
   <translation>{value}: {sessions}</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>{what} can't be kept: {place} can't be used ({reason}).</source>
   <translation>{what} lassen sich nicht aufbewahren: {place} ist nicht verwendbar ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>{what} in {path} were written by a newer version of JOIP Desktop, so this one leaves them alone.</source>
   <translation>{what} in {path} stammen von einer neueren Version von JOIP Desktop, daher lässt diese sie unberührt.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/say.py" />
   <source>‘{text}’</source>
   <translation>‚{text}‘</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>“faults” needs a list of rules, such as [[faults]] in TOML.</source>
   <translation>„faults“ braucht eine Liste von Regeln, etwa [[faults]] in TOML.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>“from” ({first}) is after “to” ({last}).</source>
   <translation>„from“ ({first}) liegt hinter „to“ ({last}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>“once” and “times” do not go together.</source>
   <translation>„once“ und „times“ gehen nicht zusammen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>“{action}” can't be undone exactly:</source>
   <translation>„{action}“ lässt sich nicht genau rückgängig machen:</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>“{key}” needs a number from {least} to {most}, not “{value}”.</source>
   <translation>„{key}“ braucht eine Zahl von {least} bis {most}, nicht „{value}“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>“{key}” needs a regular expression; “{value}” is none ({reason}).</source>
   <translation>„{key}“ braucht einen regulären Ausdruck; „{value}“ ist keiner ({reason}).</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>“{key}” needs a text, not “{value}”.</source>
   <translation>„{key}“ braucht einen Text, nicht „{value}“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>“{key}” needs a whole number from {least} to {most}, not “{value}”.</source>
   <translation>„{key}“ braucht eine ganze Zahl von {least} bis {most}, nicht „{value}“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>“{key}” needs one of {choices}, not “{value}”.</source>
   <translation>„{key}“ braucht eines von {choices}, nicht „{value}“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>“{key}” needs true or false, not “{value}”.</source>
   <translation>„{key}“ braucht true oder false, nicht „{value}“.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>“{kind}” has no “{key}”. It has: {keys}.</source>
   <translation>„{kind}“ hat kein „{key}“. Es hat: {keys}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>“{rule}” has a quotation mark too few.</source>
   <translation>In „{rule}“ fehlt ein Anführungszeichen.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/say.py" />
   <source>“{text}”</source>
   <translation>„{text}“</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>“{text}” is no rate limit; write one like 100/15m, 5/10s or 1000/1h, or off.</source>
   <translation>„{text}“ ist keine Begrenzung; möglich ist etwas wie 100/15m, 5/10s oder 1000/1h, oder off.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>“{typed}” is no category number.</source>
   <translation>„{typed}“ ist keine Nummer einer Kategorie.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>“{typed}” is no number of seconds.</source>
   <translation>„{typed}“ ist keine Anzahl von Sekunden.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>“{typed}” is no session number.</source>
   <translation>„{typed}“ ist keine Nummer einer Sitzung.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>“{typed}” is no time.</source>
   <translation>„{typed}“ ist keine Zeit.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>“{typed}” is the beginning of {words}.</source>
   <translation>„{typed}“ ist der Anfang von {words}.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>“{typed}” runs backwards; the smaller or earlier one comes first.</source>
   <translation>„{typed}“ läuft rückwärts; das Kleinere oder Frühere kommt zuerst.</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/transfer/reading_json.py" />
   <source>“{wanted}” is missing</source>
   <translation>„{wanted}“ fehlt</translation>
  </message>
  <message>
   <location filename="../../joip_desktop/mock/fault_rules.py" />
   <source>“{word}” is not understood; write key=value, such as every=3.</source>
   <translation>„{word}“ ist nicht verständlich; möglich ist Name=Wert, etwa every=3.</translation>
  </message>
 </context>
</TS>
