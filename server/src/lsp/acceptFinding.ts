import { modify, parseTree } from 'jsonc-parser';
import type { Edit, Finding } from '../checks/check.ts';
import { CONFIG_NAME } from '../project/config.ts';
import { join, within } from '../project/paths.ts';
import { textOf } from '../text/span.ts';
import { type Context, documentOf } from './context.ts';
import { createDocument } from './documents.ts';
import { DEFAULT_REASON } from './ignoreHere.ts';
import { filePath } from './openFiles.ts';
import type { Scope } from './scope.ts';
import { uriOf } from './uris.ts';
import type { DraftView } from './views.ts';
import type { DocumentEdit } from './workspaceEdits.ts';

/** The configuration that an accepted finding is written to; undefined for a draft that lies in no folder. */
export function acceptTarget({ configPath, root }: Scope): string | undefined {
  return configPath ?? (root === undefined ? undefined : join(root, CONFIG_NAME));
}

/** The edit that accepts a finding in `factlint.json`, which it makes where there is none. Keeps comments and formatting. */
export function acceptEdit(
  context: Context,
  view: DraftView,
  finding: Finding,
  reason = DEFAULT_REASON,
): DocumentEdit | undefined {
  const path = acceptTarget(view.scope);
  if (path === undefined) return undefined;
  const entry = entryOf(view, finding, reason);
  const existing = documentOf(context, path);
  if (!existing) {
    const document = createDocument(uriOf(path), 'jsonc', 0, '', context.client().encoding);
    const text = `${JSON.stringify({ accepted: [entry] }, undefined, 2)}\n`;
    return { document, edits: [{ span: { start: 0, end: 0 }, newText: text }], isNew: true };
  }
  const edits = entryEdits(existing.getText(), entry);
  return edits && { document: existing, edits };
}

function entryOf({ document, report, scope }: DraftView, { code, span }: Finding, reason: string) {
  const path = filePath(document.uri);
  const file = path !== undefined && scope.root !== undefined ? within(scope.root, path) : path;
  return { code, text: textOf(report.draft.text, span), ...(file !== undefined && { file }), reason };
}

/** Undefined where the file is no JSON object, so that nothing can be written into it. */
function entryEdits(text: string, entry: object): readonly Edit[] | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  if (tree && tree.type !== 'object') return undefined;
  const list = tree?.children?.find(({ children }) => children?.[0]?.value === 'accepted')?.children?.[1];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const formattingOptions = { insertSpaces: !/^\t/m.test(text), tabSize: 2, eol };
  const edits =
    list?.type === 'array'
      ? modify(text, ['accepted', -1], entry, { formattingOptions, isArrayInsertion: true })
      : modify(text, ['accepted'], [entry], { formattingOptions });
  return edits
    .map(({ offset, length, content }) => ({
      span: { start: offset, end: offset + length },
      newText: content,
    }))
    .sort((a, b) => a.span.start - b.span.start);
}
