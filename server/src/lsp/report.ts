import { toFileResult } from '../project/fileResult.ts';
import { shownPath } from '../project/paths.ts';
import type { Context } from './context.ts';
import { type CheckedFile, checkFile, draftsIn } from './folderFiles.ts';
import { filePath } from './openFiles.ts';
import { nextTurn } from './settle.ts';
import type { Views } from './views.ts';

/** More drafts than this make no page that anybody reads: those with findings come first. */
const MOST_DRAFTS = 300;

/** The HTML report of an open draft, or of a folder's drafts as they are now. */
export async function htmlReport(context: Context, views: Views, uri: string): Promise<string> {
  const view = views.draft(uri);
  if (view) {
    const path = filePath(uri) ?? uri;
    return pageOf(context, [{ path, document: view.document, scope: view.scope, report: view.report }]);
  }
  const withFindings: CheckedFile[] = [];
  const without: CheckedFile[] = [];
  for (const path of draftsIn(context, uri)) {
    const file = checkFile(context, views, path);
    if ('report' in file) {
      const list = file.report.findings.length > 0 ? withFindings : without;
      if (list.length < MOST_DRAFTS) list.push(file);
    }
    await nextTurn();
  }
  return pageOf(context, [...withFindings, ...without].slice(0, MOST_DRAFTS));
}

function pageOf({ host }: Context, files: readonly CheckedFile[]): string {
  const results = files.map(({ path, report, scope }) => {
    const showPath = (it: string) => (scope.root === undefined ? it : shownPath(it, scope.root));
    return toFileResult(report, scope.facts, showPath(path), { claims: true, text: true, showPath });
  });
  return host.htmlReport(results);
}
