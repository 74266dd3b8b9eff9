import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { readSettings, type Settings } from '../settings.ts';
import type { Context } from './context.ts';
import { show } from './tell.ts';

/** The section of an editor's settings that is ours. */
const SECTION = 'factlint';

/** A client that has not answered by then gets the defaults, and its answer counts when it comes. */
const PATIENCE_MS = 2000;

/** Settings as they come from the client, asked for or told. */
export interface Configuration {
  /** Asks for every folder's settings; resolves when they are known, or after a while. An answer that comes later counts then. */
  fetch(): Promise<void>;
  /** `workspace/didChangeConfiguration`: takes what it brings, or asks. */
  changed(told: unknown): Promise<void>;
  /** Asks the client to tell of changed settings and files, where it can. */
  watch(): Promise<void>;
}

interface State {
  readonly context: Context;
  /** Problems that the writer has heard of. */
  readonly told: Set<string>;
  readonly changed: () => void;
}

/** Reads settings into the context's session; `changed` is called when others hold than at first. */
export function createConfiguration(context: Context, changed: () => void): Configuration {
  const state: State = { context, told: new Set(), changed };
  return {
    fetch: () => fetchSettings(state),
    async changed(params) {
      if (context.client().configuration) await fetchSettings(state);
      else context.session.setSettings(undefined, read(state, sectionOf(params)));
      changed();
    },
    watch: () => watch(context),
  };
}

async function fetchSettings(state: State): Promise<void> {
  const { context, changed } = state;
  if (!context.client().configuration) return;
  let isLate = false;
  const asked = ask(state).catch((error: Error) => {
    const why = `The editor did not give its settings (${error.message}); the defaults are used.`;
    context.connection.console.warn(why);
  });
  const late = after(PATIENCE_MS).then(() => {
    isLate = true;
  });
  await Promise.race([asked, late]);
  if (isLate) void asked.then(changed);
}

async function ask(state: State): Promise<void> {
  const { connection, session } = state.context;
  const folders = session.folders().map(({ uri }) => uri);
  const items = [{ section: SECTION }, ...folders.map((scopeUri) => ({ scopeUri, section: SECTION }))];
  const answers: unknown = await connection.workspace.getConfiguration(items);
  const [general, ...byFolder] = Array.isArray(answers) ? answers : [];
  session.setSettings(undefined, read(state, general));
  for (const [index, uri] of folders.entries()) session.setSettings(uri, read(state, byFolder[index]));
}

function read({ context, told }: State, raw: unknown): Settings {
  const { settings, problems } = readSettings(withoutTrace(raw));
  for (const { message } of problems) {
    if (told.has(message)) continue;
    told.add(message);
    show(context.connection, 'warning', `settings: ${message} The default is used.`);
  }
  return settings;
}

/** `factlint.trace.server` is for the editor's own client; VS Code sends it along with the rest. */
function withoutTrace(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || !('trace' in raw)) return raw;
  const { trace: _, ...ours } = raw;
  return ours;
}

async function watch({ connection, client }: Context): Promise<void> {
  const { listensToSettings, watches } = client();
  if (listensToSettings) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  }
  if (!watches) return;
  const watchers = WATCHED.map((globPattern) => ({ globPattern }));
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** Facts files may have any name (`facts` in the configuration), drafts many endings: what does not matter is passed over. */
const WATCHED = [
  '**/*.json',
  '**/*.{csv,tsv,xlsx}',
  '**/*.{md,markdown,mdx,html,htm,txt,adoc,asciidoc,rst,tex}',
];

/** Some clients send `{ factlint: { … } }`, some what is in it. */
function sectionOf(told: unknown): unknown {
  if (typeof told !== 'object' || told === null) return undefined;
  return SECTION in told ? told[SECTION] : told;
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
