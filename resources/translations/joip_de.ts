<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>joip</name>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>% of what they are</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;About JOIP Desktop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Add Subreddits…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>&amp;Appearance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>&amp;Columns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>&amp;Compact</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Connect…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>&amp;Copied</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>&amp;Copy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Copy as CSV</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>&amp;Copy as Text</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>&amp;Dark</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>&amp;Delete…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Discreet Mode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>&amp;Edit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>&amp;Edit Search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Edit in the Table</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Favourite</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>&amp;Fields</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>&amp;File</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Find and Replace in Titles…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Gallery</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>&amp;Help</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>&amp;Indented, with letters as they are</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>&amp;JSON</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Jobs and History</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Keyboard Shortcuts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>&amp;Light</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>&amp;Name This Category…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>&amp;Normal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Pause Sending</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Quit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Refresh</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>&amp;Rename…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>&amp;Reset Columns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Save</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Scale Intervals…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Table</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>&amp;Undo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>&amp;View</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>5 to 10 seconds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>7 seconds may occur</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>A character in this text is broken; delete it and type it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>A name begins with a letter or a digit, not with an underscore.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>A name has at least {least} characters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>A name has at most {most} characters; this one has {count}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>A name has letters from A to Z, digits and underscores, but not “{characters}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>A&amp;dd {column} to Sorting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/main_window.py" />
   <source>About JOIP Desktop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/app.py" />
   <source>Add --demo, or --server with an address.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Add a subreddit to {n} sessions</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Add subreddits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Add subreddits to all selected sessions</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Add subreddits to {n} sessions</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Add subreddits…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>After</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>After in: comes a subreddit, earth* for all that begin like this, or none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>After prompt: comes a word of the prompt, or several in quotes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>After title: comes a word of the title, or several in quotes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>After {key}: comes {words}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>All are favourites</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>All of them are favourites.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>All sessions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Alt and the underlined letter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>An address looks like https://app.joip.io.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>Another change of this session is on its way; this one goes after it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>Another window of JOIP Desktop has just repaired what this account keeps.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Anyone with the link can see the session.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Appearance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>As the &amp;System</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>Auto-generate</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>Before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>Before and after</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Before this can be saved:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Blur titles, prompts and pictures until the mouse is over them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Bully / Simp</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>By account and number: the server knows categories by their numbers only.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>C&amp;omfortable</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Caption theme</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Categories</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Category</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Category {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/category_words.py" />
   <source>Category {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>Change &amp;Many</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>Change at least {n} sessions…</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Change sessions…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Change the title, or another value of the current session, in its row</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_row.py" />
   <source>Change {field}</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Change {n} sessions…</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/refresher.py" />
   <source>Changed elsewhere and kept beside your waiting changes: {fields}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/notes.py" />
   <source>Changed elsewhere meanwhile, and taken over: {fields}.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>Changed elsewhere while your changes waited: {n} sessions. Both are kept; the notes (Jobs and History) say what.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Changed elsewhere, too, in the same field.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>Changed elsewhere, too, so you are asked before anything is sent: {fields}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/outbox.py" />
   <source>Changed elsewhere, too: {fields}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Changed here, and not confirmed by the server yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Changes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/writer.py" />
   <source>Changes can't be kept on disk ({kind}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Changes nothing</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Changes {n} sessions</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>Check both and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>Check the address, and the clock of this computer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Check the connection; sending goes on by itself when the server answers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>Check the proxy settings.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Check the server's address.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Choose another folder with --profile-dir.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_row.py" />
   <source>Choose one for all of them:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Choose what to keep of fields that were changed elsewhere, too</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Choose which value to keep.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/form.py" />
   <source>Choose…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Close</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/main_window.py" />
   <source>Close anyway</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Close the window</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/main_window.py" />
   <source>Close?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Column widths</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/command_palette.py" />
   <source>Command</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Command &amp;Palette…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/command_palette.py" />
   <source>Command palette</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/command_palette.py" />
   <source>Commands</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Conflicts</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/sessions/list_desk.py" />
   <source>Copied {n} sessions as {form}.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Copied.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Copy &amp;Link to Picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Copy as &amp;CSV</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Copy as &amp;JSON</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Copy the JSON</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Copy the cURL command</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Copy the columns of the selected sessions, for a spreadsheet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Copy the current name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Copy the fields</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Copy the selected sessions with everything that the server told</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Copy {n} sessions as &amp;CSV</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Copy {n} sessions as &amp;JSON</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Correct the value and save again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>Counting…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Ctrl and the mouse wheel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Cuckold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Custom Prompt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Default</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/category_words.py" />
   <source>Default category</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Delete</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Delete the saved search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Delete this search?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Demo server's port</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Discreet While Screens Are &amp;Shared</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Discreet mode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Discreet mode is on, and what is copied would not be hidden.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Discreet while sharing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Do again what was undone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Edit the current name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Edit the value of the current cell</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Edited here, and not saved yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Editing in the table</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Enter a percentage above 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Enter a server's address and the cookie of your sign-in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>Enter a whole number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Enter at least one subreddit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Enter the text to find.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Every key that does something here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Every session of the account.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Everywhere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Fade</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Failed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Favourite</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Favourite {n} sessions</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Favourites</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Fi&amp;nd</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Field</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Find</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Find a shortcut</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Find and replace in titles</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Find and replace in titles…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Find anything that can be done by typing a part of its name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Find by what it does, or by a key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Flip</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Forced-Bi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Forget the unsaved edits of this session</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Gallery</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/form.py" />
   <source>Give up the change</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/workspace.py" />
   <source>Given up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go a page up or down</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Go on in the other window, or close it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go on without selecting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go through the names</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go through the suggestions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to another place</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to another session</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to the cell beside</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to the next part of the window</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to the part before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to the picture beside</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to the title that begins with what is typed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Go to what was found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>Go to: {place}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Has a picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/model.py" />
   <source>Has unsaved edits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Hide titles, prompts and pictures until the mouse is over them</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>History</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>How much of the disk pictures may take, in megabytes; with 0 none are kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>How much room a row of the table has.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>How one picture gives way to the next.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/main_window.py" />
   <source>If you close now, they are lost.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Imported</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/interval_slider.py" />
   <source>Interval</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>It had not been sent yet, so there was nothing to send.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/outbox.py" />
   <source>It may have reached the server before it was taken back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>It plays by itself once the shortest interval is at least 1 s and not above the longest.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>JOI / Edging</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>JSON</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Keep</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/main_window.py" />
   <source>Keep open</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Keep the search in the sidebar</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/search_box.py" />
   <source>Keep this search in the sidebar (Ctrl+D)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Kept within {least} to {most} seconds.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Keyboard shortcuts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Last &amp;Report…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Leave as it is</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Leave everything as it was</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Lengthen the intervals of {n} sessions</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Light, dark or as the system.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>Loading…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Longest interval</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/menus.py" />
   <source>Main toolbar</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Make intervals longer by</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/drafts.py" />
   <source>Make room on the disk, or see that the folder can be written, and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>Make room there or choose another folder with --profile-dir.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Make the intervals longer or shorter by per cent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Make the intervals some seconds longer or shorter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Make the pictures larger or smaller</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>Manages the sessions of a JOIP account.
MIT licence.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Manual</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Manual mode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Marked with a star.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Match case</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_form.py" />
   <source>More changes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Name for category {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Name for the search “{search}”</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Name this category</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Names of categories</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Names or addresses, with commas or blanks in between.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Next</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>No</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>No category</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/command_palette.py" />
   <source>No command has “{words}” in its name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>No cookie was pasted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>No favourites yet.
Select sessions and press F, or click a star.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>No picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>No picture: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/delegates.py" />
   <source>No picture: {why}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>No request is needed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>No requests left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>No sessions match this search.
Press Escape in the search box to see all of them again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>No shortcut has “{words}” in its name or its keys.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>No subreddit is left.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>No value.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>None</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>None is a favourite</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>None of them is a favourite.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Not a favourite</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Not known</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>Not known.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Not now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/form.py" />
   <source>Not saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Nothing has failed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Nothing is sent while there is something to put right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Nothing is unsaved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Nothing is waiting to be sent.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Nothing was changed elsewhere in a field that you changed, too.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Nothing would be left of the title.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>Nothing would change</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>Of {count} it is not known.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_row.py" />
   <source>On</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>Only the name itself can be kept: “{name}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Only this app knows the name. Without one, the number is shown.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Open a menu</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Open the menu of what is current</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>Over plain http anybody on the way could read your cookie, so it is sent to this computer only.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Pain / CBT</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Parts are {words}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Paste a new cookie to go on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/refresher.py" />
   <source>Paste the cookie of that account to send them, or give them up first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>Paste the cookie of your sign-in to go on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>Paste the value of “{name}” alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>Paste the value of “{name}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Pause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Picture size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>Pictures are loaded over https only.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/public_hosts.py" />
   <source>Pictures are not loaded from {host}, which is inside a private network.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Places</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Play</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Preview of the transition</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Preview: next slide</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Preview: pause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Preview: play</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Prompt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Public</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Put the suggestions away; without any, empty the search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Qt's own form, base64.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Re&amp;move Subreddits…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Re&amp;vert</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Read the list from the server again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Reading the sessions…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/ledger.py" />
   <source>Recovered changes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Red&amp;o</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Redo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Redo: {action}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Redo?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Refresh the list.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Remove a subreddit from {n} sessions</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Remove subreddits</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Remove subreddits from {n} sessions</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Remove subreddits…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Remove the current name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/chip.py" />
   <source>Remove {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Rename the category or the saved search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>Rename this search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Replace a text in the titles of all selected sessions</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Replace text in {n} titles</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Replace with</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/shelves.py" />
   <source>Replaced by a newer value.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/report_csv.py" />
   <source>Report</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Res&amp;olve Conflicts…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/main_window.py" />
   <source>Resume &amp;Sending</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/form.py" />
   <source>Revert</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/field_row.py" />
   <source>Revert {field}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Revie&amp;w Changes…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Review</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/form.py" />
   <source>Review…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Room for pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>Row &amp;Height</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Row height</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>S&amp;hift Intervals…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Save</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Save nothing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/search_box.py" />
   <source>Save this search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Save {field}</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Save {n} fields</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Save {one} and {other}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Save, and go to the cell before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Save, and go to the next cell</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Saved searches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Scale intervals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Scale intervals to</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Scale intervals…</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Scale the intervals of {n} sessions to {percent} %</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/search_box.py" />
   <source>Search (Ctrl+F)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Search by words, or by keys such as is:favorite</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Search: {search}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Searches that have a name and stand in the sidebar.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>See field by field what saving would send, and the request itself</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Select &amp;All</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Select every session in the list</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Select from the current session on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Select the current session, too</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Select the current session, too, or no longer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Send nothing until you resume, also after a restart</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Send the changed fields to the server</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Server</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>Session</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/form.py" />
   <source>Session {id}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/gallery_view.py" />
   <source>Sessions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>Sessions that change are listed here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Sessions, as table or gallery</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>Set HTTPS_PROXY or ALL_PROXY to an http:// address, or remove them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/shelves.py" />
   <source>Set back before it was sent.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/several.py" />
   <source>Set {what} of {n} sessions</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Share</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Shared</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Shift intervals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>Shift intervals…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Shortcuts</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>Shorten the intervals of {n} sessions</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Shortest interval</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Show &amp;Only</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Show or hide what was and is being sent, with progress and notes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Show the sessions as a table</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Show the sessions as pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Show the transition at once</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>Sidebar</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Size of the pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>Size of the pictures (Ctrl and the mouse wheel)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Slide</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>Sort &amp;Ascending by {column}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/header_menu.py" />
   <source>Sort &amp;Descending by {column}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Sorting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Star the selected sessions; if all have a star, take it away</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>States are {words}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Stop sharing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Subreddit {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Subreddits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Subreddits to add</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Subreddits to remove</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Suggest what may come next</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/name_hints.py" />
   <source>Suggested subreddits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/search_hints.py" />
   <source>Suggestions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Switch discreet mode on while a screen is shared, where the computer tells so.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Switch discreet mode on while a screen or a window is shared or recorded, as far as the desktop tells</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Table columns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Take a suggestion, the first if none is current</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Take back the latest action, also if it has been sent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Take subreddits away from all selected sessions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Take the current suggestion</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>Takes the place of what could not be sent: {fields}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>Takes the place of what waits already: {fields}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The account has too few credits to {what}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The account has too few credits to {what}: {message}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The answer of {host} is broken: it can't be unpacked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/app.py" />
   <source>The app has ended, and they are lost.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>The app itself failed here ({kind}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The certificate of {host} can't be trusted, so nothing was sent.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The columns to sort by, the most important one first; “-updated” has the latest on top.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The connection to {host} broke before the answer was complete.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>The cookie comes from the variable {name}; set it yourself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>The display {display} (from DISPLAY) does not answer, so no window can be opened.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/storage/drafts.py" />
   <source>The file of the unsaved edits was damaged; those of {n} sessions could be read from it. It was set aside as {path}.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/storage/ledger.py" />
   <source>The file of the waiting changes was damaged; {n} waiting changes could be read from it. It was set aside as {path}.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>The file was closed before.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>The first {n} are shown.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>The interval is not known in full.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/last_list.py" />
   <source>The last known sessions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>The least time a picture stays.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>The list does not tell whether a session is shared with the community. Counted are those of which another answer of the server has told it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>The most time a picture stays.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>The name after “r/” is missing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>The name of the session.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>The number of a category, or the default category.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The one that it had last.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/thumbnails.py" />
   <source>The picture can't be shown.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>The picture did not come within {seconds} seconds.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/pictures.py" />
   <source>The picture is drawn in too many passes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>The picture is empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/pictures.py" />
   <source>The picture is in too many pieces.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>The picture is larger than {size} MB.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>The picture is shown.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>The picture's address holds a user name or a password.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>The picture's address is no web address.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>The picture's address leads on and on to others.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>The player waits instead of moving on by itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The proxy on the way to {host} refuses.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>The proxy settings of this computer can't be used to reach {host}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/picture_transport.py" />
   <source>The proxy settings of this computer can't be used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>The saved search “{name}” will be removed from the sidebar. No session is deleted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server answered with a web page, not with sessions.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server answered with another session than the one asked for.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server answered with plain text, not with sessions.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server answered with status {status}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server answered with status {status}: {message}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>The server asks for a sign-in, and there is no cookie yet.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/consequences.py" />
   <source>The server deletes the public copies of {n} sessions. They can't be brought back as they were.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>The server does not accept this e-mail and password.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server does not accept your sign-in: the cookie is wrong or has expired.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server does not allow you to {what}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server does not allow you to {what}: {message}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server does not know the session any more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server does not know the session any more: {message}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server failed (status {status}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server failed (status {status}): {message}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server found the request to {what} invalid.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server found the request to {what} invalid: {message}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>The server generates one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>The server generates one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/outbox.py" />
   <source>The server has it already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>The server has this already, so it is left out: {fields}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/model.py" />
   <source>The server has: {value}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/notes.py" />
   <source>The server made something else of it: {fields}.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/consequences.py" />
   <source>The server makes public copies of {n} sessions, media included, for the community.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>The server needs a web address; a file on this computer has none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>The server needs a web address; there is none in this text.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>The server needs a web address; this picture comes without one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>The server redirects a change, which would get lost on the way.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server redirects elsewhere, where the cookie must not go.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>The server redirects in circles.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>The server redirects to an address that is none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>The server redirects to another server, where your cookie must not go.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>The server refused a change. It waits for you.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/session.py" />
   <source>The server sent a session without a number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server sent an empty answer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/session.py" />
   <source>The server sent something else where a session was expected.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server sent something else where one session was expected.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server sent something else where the list of sessions was expected.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>The server signed in without sending a cookie.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The server that was connected last.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>The server's address is empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>The server's address must end after host and port.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>The server's address must not hold a user name or a password.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>The server's answer is broken or incomplete.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/outbox.py" />
   <source>The server's value was kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>The session is not in the list any more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/list_desk.py" />
   <source>The session that you edited in its row is not in the list any more, so nothing was saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The sessions as a table or as a gallery of pictures.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>The sessions could not be read yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The settings could not be saved: {folder} can't be written ({reason}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The settings in {path} can't be set aside ({reason}): {names} made no sense. All others are as they were.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The settings in {path} could not be read and can't be set aside ({reason}). The app starts with the usual ones.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The settings in {path} could not be read and were set aside as {file}. The app starts with the usual ones.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The settings in {path} were set aside as {file}: {names} made no sense. All others are as they were.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>The shortest interval is longer than the longest one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/interval_slider.py" />
   <source>The slider works once both intervals are from {least} to {most} s.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/interval_slider.py" />
   <source>The slider works once the shortest interval is not above the longest.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>The subreddits are not known.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>The title is not known.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/drafts.py" />
   <source>The unsaved edits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/drafts.py" />
   <source>The unsaved edits in {path} can't be read ({reason}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/ledger.py" />
   <source>The waiting changes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>The web address of a picture; empty to have one generated.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>The width of a gallery's picture, in pixels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/several.py" />
   <source>Their longest interval is shorter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/several.py" />
   <source>Their shortest interval is longer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Theme</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Theme {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Themes are {words}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>There are characters in this that can’t be shown; a name has letters, digits and underscores.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>There are no sessions here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>There are no sessions in this account yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>There can be no blank in a name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>There is a server at this address, but it knows no sessions.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no part “{typed}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no part “{typed}”; did you mean {close}?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no state “{typed}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no state “{typed}”; did you mean {close}?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no theme “{typed}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no theme “{typed}”; did you mean {close}?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no transition “{typed}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no transition “{typed}”; did you mean {close}?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no “{typed}:”. Keys are {keys}; in quotes it is looked for as text.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>There is no “{typed}:”; did you mean {close}:? In quotes it is looked for as text.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>There is nothing to save.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/app.py" />
   <source>There is nothing to show yet.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>They will be sent by themselves.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>This account is open in another window of JOIP Desktop, which sends its changes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>This address of Reddit leads to no subreddit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>This can’t be done now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>This is a person’s profile, not a subreddit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>This is an SVG drawing, which is not shown for safety.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>This is no address of a server.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>This is no picture but a web page.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>This is no picture that can be shown: only PNG, JPEG, GIF and WebP are.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>This is no web address.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>This is the address of a post, without the name of its subreddit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>This is the address of another site, not of a subreddit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/refresher.py" />
   <source>This is the sign-in of another account than the one whose changes are waiting.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar.py" />
   <source>This name has the search “{search}”, which will be replaced.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/subreddits.py" />
   <source>This name is empty.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>This version doesn’t know this transition; here slides change at once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Thumbnail</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Title</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_dialog.py" />
   <source>To note</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>To note: {notes}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/decode.py" />
   <source>Too many requests.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Transition</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/context_menu.py" />
   <source>Transition {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Transitions are {words}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/form.py" />
   <source>Try again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Try again in a while.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/errors.py" />
   <source>Try again; if it happens again, the server or a proxy in between is at fault.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Undo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>Undo or redo up to the current action</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Undo the rest</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Undo: {action}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>Undo?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>Undoing this later does not bring everything back:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/workspace.py" />
   <source>Undone before it was sent.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>Unfavourite {n} sessions</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Unsaved</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/draft_writer.py" />
   <source>Unsaved edits can't be kept ({kind}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/drafts.py" />
   <source>Unsaved edits can't be written to {path} ({reason}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/tile_content.py" />
   <source>Untitled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>Update JOIP Desktop, or choose another folder with --profile-dir.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Updated</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/cli.py" />
   <source>Use --screenshot FILE to render the window into a picture, or “joip-desktop mock” for the server alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>Use an address that starts with https://.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Used by the theme “Custom Prompt”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>Version and licence</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>View</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>Waiting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>What</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/actions.py" />
   <source>What became of each session of the latest action</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>What changes, field by field</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/command_palette.py" />
   <source>What do you want to do?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>What the captions are about.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>What the sidebar calls it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>What was pasted holds no “{name}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>What was pasted is no cookie: it is too long, or has characters that no cookie has.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/auth.py" />
   <source>What was pasted is too long for a cookie.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>What would stand in the search box.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_words.py" />
   <source>Whether there is a picture is not known.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_row.py" />
   <source>Which values, and how many sessions have each</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>Whole words only</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/settings.py" />
   <source>Window geometry</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>With 0 seconds, everything stays as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/bulk.py" />
   <source>With 100 %, everything stays as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>With the community: the server keeps a public snapshot while this is on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Without a known transition, slides change at once here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/search_box.py" />
   <source>Words of title and subreddits, and keys such as is:favorite, in:earth or updated:&lt;7d. Ctrl+Space suggests what may come next.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Write &lt;7d, &gt;30d, 2025, 2025-03, 2025-03-01, 2025-01..2025-03 or today.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Write &lt;{age} for younger than that, or &gt;{age} for older.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Write seconds, such as 7, &gt;10, &lt;5 or 5..10.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Write the number of a category, such as 3, &gt;3 or 1..5, or none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>Write the number of a session, such as 123, &gt;100 or 100..200.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>Yes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>Your system asks for less motion, so slides change only by Next, and at once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>Zoom</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>a while</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>about {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>all numbers above 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>all that begin like this</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>always longer than 10 seconds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>always shorter than 5 seconds</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/chips.py" />
   <source>and {n} more</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>and {n} more values</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>any letters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>anyone with the link can see it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>c&amp;URL</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>cURL command</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>came from elsewhere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>cancelled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>change the session</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/tile_content.py" />
   <source>changed elsewhere too</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>changed elsewhere, too</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>chosen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>could not be sent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>days</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/values.py" />
   <source>default category</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>does not move on by itself</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/shortcuts.py" />
   <source>double click</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>edited here, not saved</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/values.py" />
   <source>empty</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>every {seconds} s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>every {shortest} to {longest} s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>failed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/tile_content.py" />
   <source>favourite</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>from that day on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>from {when}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/values.py" />
   <source>generated by the server</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>go on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>hours</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>how pictures change</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>in conflict</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>in that month</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>in the last 24 hours</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>in the last 3 months</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>in the last 7 days</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>in those months</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>it can't be locked for writing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>it can't be opened</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>it is write-protected</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>its number, or none</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>last change</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>leaves {n} as they are</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>left empty</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>marked with a star</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>mixed</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/values.py" />
   <source>mixed ({n} values)</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>months</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>more than 30 days ago</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>more than a year ago</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>next changes in {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>next in {seconds} s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>next in {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>no transition</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>no value</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/chips.py" />
   <source>none</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/tile_content.py" />
   <source>not a favourite</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>not available</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>not known</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/tile_content.py" />
   <source>not saved</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/model.py" />
   <source>nothing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>nothing to do</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>number of a session</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/commands.py" />
   <source>on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>read the session</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>read the sessions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>reading {done} of {all}…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>reading {done}…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>receiving {done} MB…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>receiving {done} of {all} MB…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>refreshing…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>saved, not sent yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/fields.py" />
   <source>seconds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>seconds that a picture stays</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>seconds; shorter with a minus in front</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>sign in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>since midnight</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>skipped</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>subreddit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>the day before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>the default category</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>the disk is full</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>the disk reports a fault</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/preview.py" />
   <source>transition not known</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>unchanged</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>unknown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>waiting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/tile_content.py" />
   <source>waiting to be sent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>weeks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>what the captions are about</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>when it was made</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>with the community</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>without subreddits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>words in the prompt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>words in the title alone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/completion.py" />
   <source>years</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>{changes}, {leaves}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>{changes}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>{count} more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/consequences.py" />
   <source>{count} sessions become public: anyone with a link to one can see it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_form.py" />
   <source>{effort}, {time}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/field_row.py" />
   <source>{field} (s)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/changes.py" />
   <source>{field}: a new snapshot is made; the deleted one does not come back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>{field}: auto-generate</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/changes.py" />
   <source>{field}: the server generates a new one; the former one does not come back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/changes.py" />
   <source>{field}: the server would not take what it was before, so it stays as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/changes.py" />
   <source>{field}: what it was before is not known, so it stays as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>{field}: {before} → {after}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/review.py" />
   <source>{field}: {sentence}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_row.py" />
   <source>{field}: {values}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/public_hosts.py" />
   <source>{host} can't be found.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/failures.py" />
   <source>{host} can't be reached.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>{host} can't send the picture now (status {status}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/client.py" />
   <source>{host} does not answer in time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>{host} does not give the picture (status {status}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>{host} has no such picture (status {status}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>{host} sends the picture packed, which is not unpacked for safety.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/pictures.py" />
   <source>{host} wants fewer requests.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_parameters.py" />
   <source>{label} ({unit})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>{label}, being counted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>{label}, this search has a mistake</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/sessions/sidebar_rows.py" />
   <source>{label}, {n} sessions</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/category_editor.py" />
   <source>{label}: list</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/thumbnail_editor.py" />
   <source>{label}: preview</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/category_editor.py" />
   <source>{label}: suggestions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{left} of {limit} requests left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>{lowest}–{highest} s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/category_words.py" />
   <source>{name} ({number})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/chip.py" />
   <source>{name}, subreddit</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/review_dialog.py" />
   <source>{name}: {n} fields change</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>{n} are left out: {reasons}</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} cancelled</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{n} changes are waiting.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{n} changes have not been sent to the server.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} failed</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/several.py" />
   <source>{n} fields</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{n} h</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{n} imported sessions keep their {what}.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} in conflict</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{n} min</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{n} of them are favourites.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{n} of {count} are not known.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>{n} other reasons</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_form.py" />
   <source>{n} requests</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/columns.py" />
   <source>{n} s</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/plan.py" />
   <source>{n} sessions</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/engine/several.py" />
   <source>{n} sessions are skipped: {reason}</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{n} sessions have unsaved edits.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{n} sessions selected</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/wording.py" />
   <source>{n} sessions were changed elsewhere in a field that you changed, too. Nothing is overwritten until you choose.</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} skipped</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} unchanged</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/editor/several_row.py" />
   <source>{n} values…</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/domain/job.py" />
   <source>{n} waiting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/engine/several.py" />
   <source>{one} and {other}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>{others} and {last}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>{others} or {last}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/ledger.py" />
   <source>{path} can't be read ({reason}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/ledger.py" />
   <source>{path} can't be written ({reason}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/api/origin.py" />
   <source>{port} is no port; ports are 1 to {highest}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/interval_slider.py" />
   <source>{seconds} s</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../joip_desktop/ui/sessions/search_box.py" />
   <source>{sentence} (1 of {n} mistakes)</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>{sentence} ({count}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/dialogs/bulk_words.py" />
   <source>{shortest} to {longest}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/interval_slider.py" />
   <source>{shortest} to {longest} s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/sessions/panel.py" />
   <source>{shown} of {all}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{told} {unknown}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/widgets.py" />
   <source>{value} — not known to this version</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/rules.py" />
   <source>{value} — not known to this version; it stays unless you choose another.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/editor/several_words.py" />
   <source>{value}: {sessions}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>{what} can't be kept: {place} can't be used ({reason}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/storage/database.py" />
   <source>{what} in {path} were written by a newer version of JOIP Desktop, so this one leaves them alone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/ui/jobs/desk.py" />
   <source>“{action}” can't be undone exactly:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>“{typed}” is no category number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>“{typed}” is no number of seconds.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>“{typed}” is no session number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>“{typed}” is no time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>“{typed}” is the beginning of {words}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../joip_desktop/domain/query_keys.py" />
   <source>“{typed}” runs backwards; the smaller or earlier one comes first.</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
