import {
  AnnotatedTextEdit,
  type ChangeAnnotation,
  CreateFile,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../checks/check.ts';
import type { Context } from './context.ts';
import { filePath } from './openFiles.ts';
import { toTextEdit } from './toProtocol.ts';

/** Edits of one document. */
export interface DocumentEdit {
  readonly document: TextDocument;
  /** In reading order, never overlapping. */
  readonly edits: readonly Edit[];
  /** The file is not there yet: the edit makes it. */
  readonly isNew?: true;
  /** Wants to be looked at before it is made. */
  readonly annotation?: ChangeAnnotation;
}

/** The edits in the form that the client takes. */
export function toWorkspaceEdit(context: Context, documentEdits: readonly DocumentEdit[]): WorkspaceEdit {
  const { versionsEdits, annotatesEdits } = context.client();
  if (!versionsEdits) {
    return {
      changes: Object.fromEntries(documentEdits.map((it) => [it.document.uri, toTextEdits(it)])),
    };
  }
  const annotations = documentEdits.flatMap(({ annotation }) => annotation ?? []);
  return {
    documentChanges: documentEdits.flatMap((it) => [
      ...(it.isNew ? [CreateFile.create(it.document.uri, { ignoreIfExists: true })] : []),
      TextDocumentEdit.create(
        { uri: it.document.uri, version: versionOf(context, it.document) },
        annotatesEdits ? annotated(it) : toTextEdits(it),
      ),
    ]),
    ...(annotatesEdits &&
      annotations.length > 0 && {
        changeAnnotations: Object.fromEntries(annotations.map((it) => [it.label, it])),
      }),
  };
}

/** Only an open document has a version that the client knows. */
function versionOf({ documents, openFiles }: Context, { uri }: TextDocument): number | null {
  const path = filePath(uri);
  return (documents.get(uri) ?? (path === undefined ? undefined : openFiles.get(path)))?.version ?? null;
}

function toTextEdits({ document, edits }: DocumentEdit): TextEdit[] {
  return edits.map((edit) => toTextEdit(document, edit));
}

function annotated(documentEdit: DocumentEdit): TextEdit[] {
  const { annotation } = documentEdit;
  const edits = toTextEdits(documentEdit);
  if (!annotation) return edits;
  return edits.map(({ range, newText }) => AnnotatedTextEdit.replace(range, newText, annotation.label));
}

/** Makes the edits through the client; a new file that the client cannot make is written to the disk. */
export async function applyEdits(
  context: Context,
  label: string,
  documentEdits: readonly DocumentEdit[],
): Promise<void> {
  const { connection, host, client } = context;
  const [first] = documentEdits;
  const path = first && filePath(first.document.uri);
  if (first?.isNew && path !== undefined && !client().createsFiles) {
    host.write(path, first.edits.map(({ newText }) => newText).join(''));
    return;
  }
  const edit = toWorkspaceEdit(context, documentEdits);
  const { applied, failureReason = 'the editor gave no reason' } = await connection.workspace.applyEdit({
    label,
    edit,
  });
  if (!applied) connection.console.warn(`“${label}” was not applied: ${failureReason}.`);
}
