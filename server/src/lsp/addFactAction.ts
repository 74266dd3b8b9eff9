import type { CodeAction } from 'vscode-languageserver';
import type { Span } from '../text/span.ts';
import type { Context } from './context.ts';
import type { DraftView } from './views.ts';

/** «Add as a fact…» for claims in a selection that no fact decides. */
export function addFactActions(_context: Context, _view: DraftView, _selection: Span): readonly CodeAction[] {
  return [];
}
