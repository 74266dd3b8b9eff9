import type { Context } from './context.ts';
import { safeEdits } from './fixes.ts';
import { checkFile, draftsIn } from './folderFiles.ts';
import type { FixAllInFolderArgument } from './messages.ts';
import { nextTurn } from './settle.ts';
import { show } from './tell.ts';
import type { Views } from './views.ts';
import { applyEdits, type DocumentEdit } from './workspaceEdits.ts';

const SAFE = { label: 'Safe fixes', description: 'Exact values and names that the facts decide' };

/**
 * An editor shows its preview only where an edit wants to be confirmed, and it leaves such an edit unticked. So that every
 * fix is ticked from the start, the one that wants it is an empty one.
 */
const PREVIEW = { label: 'Preview', description: 'Changes nothing', needsConfirmation: true };

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
      documentEdits.push({ document: file.document, edits, annotation: SAFE });
    }
    await nextTurn();
  }
  const last = documentEdits.at(-1);
  if (last) {
    const end = last.document.getText().length;
    const empty = { span: { start: end, end }, newText: '' };
    const preview = { document: last.document, edits: [empty], annotation: PREVIEW };
    return applyEdits(context, 'Fix all in folder', [...documentEdits, preview]);
  }
  show(context.connection, 'info', 'there is nothing to fix that is safe.');
}
