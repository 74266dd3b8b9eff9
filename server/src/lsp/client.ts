import {
  type ClientCapabilities,
  type InitializeParams,
  MarkupKind,
  PositionEncodingKind,
  ResourceOperationKind,
} from 'vscode-languageserver';
import type { Encoding } from './documents.ts';

/** What a client can do, as far as an answer depends on it. */
export interface Client {
  readonly encoding: Encoding;
  /** Asks for diagnostics itself; else they are pushed. */
  readonly pulls: boolean;
  readonly refreshes: {
    readonly diagnostics: boolean;
    readonly codeLenses: boolean;
    readonly inlayHints: boolean;
    readonly tokens: boolean;
  };
  readonly relatedInformation: boolean;
  readonly markdown: boolean;
  /** Fetches the edit of a code action when it is chosen. */
  readonly resolvesEdits: boolean;
  /** Understands code actions; else only commands. */
  readonly actionLiterals: boolean;
  readonly showsDocuments: boolean;
  /** Takes edits of documents in one version (`documentChanges`). */
  readonly versionsEdits: boolean;
  readonly createsFiles: boolean;
  readonly annotatesEdits: boolean;
  readonly progress: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Watches files on request. */
  readonly watches: boolean;
  /** Tells of changed workspace folders. */
  readonly folders: boolean;
  readonly listensToSettings: boolean;
  readonly nestedSymbols: boolean;
  readonly preparesRename: boolean;
  readonly wantsStatus: boolean;
  /** Completes JSON files by their schemas itself, and tells what is no JSON. */
  readonly knowsSchemas: boolean;
  /** Shows the places that a code lens counts. */
  readonly showsPlaces: boolean;
}

/** What the client said of itself; a client that says nothing gets plain LSP. Never throws on odd shapes. */
export function clientOf({ capabilities, initializationOptions }: Partial<InitializeParams>): Client {
  const { general, textDocument, workspace, window }: ClientCapabilities = capabilities ?? {};
  const options: unknown = initializationOptions;
  const edits = workspace?.workspaceEdit;
  const action = textDocument?.codeAction;
  return {
    encoding: encodingOf(general?.positionEncodings),
    pulls: Boolean(textDocument?.diagnostic),
    refreshes: {
      diagnostics: Boolean(workspace?.diagnostics?.refreshSupport),
      codeLenses: Boolean(workspace?.codeLens?.refreshSupport),
      inlayHints: Boolean(workspace?.inlayHint?.refreshSupport),
      tokens: Boolean(workspace?.semanticTokens?.refreshSupport),
    },
    relatedInformation: Boolean(
      textDocument?.publishDiagnostics?.relatedInformation || textDocument?.diagnostic?.relatedInformation,
    ),
    markdown: textDocument?.hover?.contentFormat?.includes?.(MarkupKind.Markdown) ?? false,
    resolvesEdits: Boolean(action?.dataSupport && action.resolveSupport?.properties?.includes?.('edit')),
    actionLiterals: Boolean(action?.codeActionLiteralSupport),
    showsDocuments: Boolean(window?.showDocument?.support),
    versionsEdits: Boolean(edits?.documentChanges),
    createsFiles: Boolean(
      edits?.documentChanges && edits.resourceOperations?.includes?.(ResourceOperationKind.Create),
    ),
    annotatesEdits: Boolean(edits?.documentChanges && edits.changeAnnotationSupport),
    progress: Boolean(window?.workDoneProgress),
    configuration: Boolean(workspace?.configuration),
    watches: Boolean(workspace?.didChangeWatchedFiles?.dynamicRegistration),
    folders: Boolean(workspace?.workspaceFolders),
    listensToSettings: Boolean(workspace?.didChangeConfiguration?.dynamicRegistration),
    nestedSymbols: Boolean(textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport),
    preparesRename: Boolean(textDocument?.rename?.prepareSupport),
    wantsStatus: flag(options, 'status'),
    knowsSchemas: flag(options, 'schemas'),
    showsPlaces: flag(options, 'places'),
  };
}

/** UTF-16 wherever the client has it: that is how texts are held here. UTF-8 where it wants nothing else or names it first. */
function encodingOf(offered: unknown): Encoding {
  if (!Array.isArray(offered) || offered.length === 0) return 'utf-16';
  const known = offered.find((it) => it === PositionEncodingKind.UTF16 || it === PositionEncodingKind.UTF8);
  return known === PositionEncodingKind.UTF8 ? 'utf-8' : 'utf-16';
}

function flag(options: unknown, key: string): boolean {
  return typeof options === 'object' && options !== null && Reflect.get(options, key) === true;
}
