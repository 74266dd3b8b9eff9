import type { DocumentLink, Hover, Location as ProtocolLocation } from 'vscode-languageserver';
import { touches } from './at.ts';
import type { Context } from './context.ts';
import { definitionOfId } from './definition.ts';
import { type FactsOutline, type IdUse, readOutline } from './factsOutline.ts';
import { escapeMarkdown, isWebAddress, linkTo, toPlainText } from './markdownText.ts';
import { toRange } from './toProtocol.ts';
import type { FileView } from './views.ts';
import { factTitle, sourceWords, timeWords } from './words.ts';

/** The outline of an open facts file. */
export function outlineOf({ document }: FileView): FactsOutline {
  return readOutline(document.getText());
}

/** The id under the cursor of a facts file. */
export function idAt(view: FileView, offset: number): IdUse | undefined {
  return outlineOf(view).uses.find(({ span }) => touches(span, offset));
}

/** Where the id under the cursor is defined, in whatever layer. */
export function definitionInFacts(context: Context, view: FileView, offset: number): ProtocolLocation[] {
  const use = idAt(view, offset);
  return use ? definitionOfId(context, view.scope, use.id) : [];
}

/** The addresses of the sources. */
export function linksInFacts(view: FileView): DocumentLink[] {
  return outlineOf(view)
    .urls.filter(({ url }) => isWebAddress(url))
    .map(({ url, span }) => ({ range: toRange(view.document, span), target: url }));
}

/** What the id under the cursor stands for. */
export function hoverInFacts(view: FileView, offset: number, markdown: boolean): Hover | null {
  const use = idAt(view, offset);
  const card = use && cardOf(view, use);
  if (!use || card === undefined) return null;
  const value = markdown ? card : toPlainText(card);
  return {
    contents: { kind: markdown ? 'markdown' : 'plaintext', value },
    range: toRange(view.document, use.span),
  };
}

function cardOf({ scope: { facts } }: FileView, { kind, id }: IdUse): string | undefined {
  const source = kind === 'source' ? facts.sources.get(id) : undefined;
  if (source) return linkTo(sourceWords(source), source.url);
  const entity = kind === 'entity' ? facts.entities.get(id) : undefined;
  if (entity) return `**${escapeMarkdown(entity.name)}** (${entity.type})`;
  const relation = kind === 'relation' ? facts.relations.get(id) : undefined;
  if (relation) return `${relation.kind}: ${relation.cues.map(escapeMarkdown).join(', ')}`;
  const fact = facts.facts.get(id);
  if (!fact) return undefined;
  const values = fact.values.map((value) =>
    [value.text, timeWords(value)].filter((it) => it !== '').join(' '),
  );
  return `**${escapeMarkdown(factTitle(facts, fact))}**: ${escapeMarkdown(values.join('; '))}`;
}
