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

/** Reads settings into the context's session; `changed` is called when others hold than at first. */
export function createConfiguration(context: Context, changed: () => void): Configuration {
  const { connection, session } = context;
  const told = new Set<string>();

  function read(raw: unknown): Settings {
    const { settings, problems } = readSettings(raw);
    for (const { message } of problems) tellOnce(message);
    return settings;
  }

  function tellOnce(message: string): void {
    if (told.has(message)) return;
    told.add(message);
    show(connection, 'warning', `settings: ${message} The default is used.`);
  }

  async function ask(): Promise<void> {
    const folders = session.folders().map(({ uri }) => uri);
    const items = [{ section: SECTION }, ...folders.map((scopeUri) => ({ scopeUri, section: SECTION }))];
    const answers: unknown = await connection.workspace.getConfiguration(items);
    const [general, ...byFolder] = Array.isArray(answers) ? answers : [];
    session.setSettings(undefined, read(general));
    for (const [index, uri] of folders.entries()) session.setSettings(uri, read(byFolder[index]));
  }

  async function fetch(): Promise<void> {
    if (!context.client().configuration) return;
    let isLate = false;
    const asked = ask().catch((error: Error) => {
      connection.console.warn(
        `The editor did not give its settings (${error.message}); the defaults are used.`,
      );
    });
    const late = after(PATIENCE_MS).then(() => {
      isLate = true;
    });
    await Promise.race([asked, late]);
    if (isLate) void asked.then(changed);
  }

  return {
    fetch,
    async changed(params) {
      if (context.client().configuration) await fetch();
      else session.setSettings(undefined, read(sectionOf(params)));
      changed();
    },
    async watch() {
      const { listensToSettings, watches } = context.client();
      if (listensToSettings) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      }
      if (!watches) return;
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
  };
}

/** Facts files may have any name (`facts` in the configuration), drafts many endings: what does not matter is passed over. */
const WATCHED = ['**/*.json', '**/*.{md,markdown,mdx,html,htm,txt,adoc,asciidoc,rst,tex}'];

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
