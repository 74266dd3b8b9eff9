import type { Context } from './context.ts';
import { safeEdits } from './fixes.ts';
import { checkFile, draftsIn } from './folderFiles.ts';
import type { FixAllInFolderArgument } from './messages.ts';
import { nextTurn } from './settle.ts';
import { show } from './tell.ts';
import type { Views } from './views.ts';
import { applyEdits, type DocumentEdit } from './workspaceEdits.ts';

/** What a person confirms in the editor's preview of changes. */
const ANNOTATION = {
  label: 'Safe fixes',
  description: 'Exact values and names that the facts decide',
  needsConfirmation: true,
};

/** All safe fixes of a folder's drafts as one edit, which the client shows before it makes it, where it can. */
export async function fixAllInFolder(
  context: Context,
  views: Views,
  { uri }: FixAllInFolderArgument,
): Promise<void> {
  const documentEdits: DocumentEdit[] = [];
  for (const path of draftsIn(context, uri)) {
    const file = checkFile(context, views, path);
    const edits = 'report' in file ? safeEdits(file.report) : [];
    if ('report' in file && edits.length > 0) {
      documentEdits.push({ document: file.document, edits, annotation: ANNOTATION });
    }
    await nextTurn();
  }
  if (documentEdits.length > 0) return applyEdits(context, 'Fix all in folder', documentEdits);
  show(context.connection, 'info', 'there is nothing to fix that is safe.');
}
