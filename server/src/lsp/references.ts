import type { Location as ProtocolLocation } from 'vscode-languageserver';
import { entityOf, factOf, spotAt } from './at.ts';
import { type Context, documentOf } from './context.ts';
import { definitionOfId } from './definition.ts';
import { idAt } from './factsFeatures.ts';
import { readOutline } from './factsOutline.ts';
import { toRange } from './toProtocol.ts';
import type { Usage } from './usage.ts';
import type { FileView, View } from './views.ts';

/** Every place in the folder's drafts (and facts files) that uses the fact or the entity under the cursor. */
export async function referencesAt(
  context: Context,
  usage: Usage,
  view: View,
  { offset, withDefinition }: { readonly offset: number; readonly withDefinition: boolean },
): Promise<ProtocolLocation[]> {
  const id = idUnder(view, offset);
  if (id === undefined) return [];
  const uses = (await usage.of(view.scope)) ?? [];
  return [
    ...(withDefinition ? definitionOfId(context, view.scope, id) : []),
    ...uses.filter((it) => it.id === id).map(({ location }) => location),
    ...usesInFacts(context, view, id),
  ];
}

function idUnder(view: View, offset: number): string | undefined {
  if (view.kind === 'facts') return idAt(view, offset)?.id;
  if (view.kind !== 'draft') return undefined;
  const { verdict, mention } = spotAt(view.report, offset);
  return (verdict && factOf(verdict)?.id) ?? mention?.entity ?? (verdict && entityOf(verdict));
}

/** In the folder's own facts files, without the definition itself. */
function usesInFacts(context: Context, { scope }: View | FileView, id: string): readonly ProtocolLocation[] {
  return scope.factsFiles.flatMap((path) => {
    const document = documentOf(context, path);
    if (!document) return [];
    return readOutline(document.getText())
      .uses.filter((use) => use.id === id && !use.isDefinition)
      .map(({ span }) => ({ uri: document.uri, range: toRange(document, span) }));
  });
}
