// Worker hosts for the scale test: network namespaces on one bridge, each with an SSH server of its own.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';

/** Programs that the test runs, and the Debian packages that bring them. */
export const PROGRAMS = {
  parallel: 'parallel',
  ssh: 'openssh-client',
  '/usr/sbin/sshd': 'openssh-server',
  ip: 'iproute2',
};

const ip = (...args) => execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Why no hosts can be made on this machine; undefined where they can. */
export function whyNoHosts() {
  if (process.platform !== 'linux') return 'network namespaces need Linux';
  if (process.getuid() !== 0) return 'network namespaces need root';
  for (const [program, debian] of Object.entries(PROGRAMS)) {
    if (!isThere(program)) {
      return `there is no ${program} (Debian: ${debian}; node test/scale/install-hosts.mjs installs it)`;
    }
  }
  return undefined;
}

function isThere(program) {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // what sh says of a program that is not there
  }
}

/** Starts so many hosts; `folder` is where their keys lie. All is gone after `stop`. */
export async function startHosts(count, folder) {
  const tag = `fl${process.pid % 100_000}`;
  const net = `10.${100 + (process.pid % 100)}.${(process.pid >> 7) % 250}`;
  makeKeys(folder);
  ip('link', 'add', tag, 'type', 'bridge');
  ip('addr', 'add', `${net}.1/24`, 'dev', tag);
  ip('link', 'set', tag, 'up');
  const hosts = Array.from({ length: count }, (_, index) =>
    startHost(`${tag}-${index + 1}`, { bridge: tag, address: `${net}.${index + 2}`, folder }),
  );
  const stop = () => {
    for (const host of hosts) host.stop();
    ip('link', 'delete', tag);
  };
  try {
    await Promise.all(hosts.map(({ address }) => answers(address)));
  } catch (error) {
    stop();
    throw error;
  }
  return { hosts, stop };
}

function startHost(name, { bridge, address, folder }) {
  const [outside, inside] = [`${name}o`, `${name}i`];
  ip('netns', 'add', name);
  ip('link', 'add', outside, 'type', 'veth', 'peer', 'name', inside);
  ip('link', 'set', outside, 'master', bridge, 'up');
  ip('link', 'set', inside, 'netns', name);
  ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', inside);
  ip('-n', name, 'link', 'set', inside, 'up');
  ip('-n', name, 'link', 'set', 'lo', 'up');
  const sshd = ['/usr/sbin/sshd', '-D', '-e', '-f', path.join(folder, 'sshd_config')];
  const server = spawn('ip', ['netns', 'exec', name, ...sshd], { stdio: 'ignore' });
  const processes = () => ip('netns', 'pids', name).split(/\s+/).filter(Boolean).map(Number);
  const kill = () => {
    for (const pid of processes()) killQuietly(pid);
  };
  return {
    address,
    /** Whether a program runs there whose arguments hold this word. */
    runs: (word) => processes().some((pid) => argumentsOf(pid).includes(word)),
    /** As a machine dies: from one moment to the next nothing answers, not even to say so. */
    pullThePlug() {
      ip('link', 'set', outside, 'down');
      kill();
    },
    stop() {
      kill();
      server.kill('SIGKILL');
      ip('link', 'delete', outside);
      ip('netns', 'delete', name);
    },
  };
}

function killQuietly(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // it ended by itself
  }
}

function argumentsOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // it ended by itself
  }
}

/** One key for all hosts and one for whoever calls them; only these hosts know them. */
function makeKeys(folder) {
  mkdirSync('/run/sshd', { recursive: true });
  for (const name of ['host', 'user']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path.join(folder, name)]);
  }
  const sshd = {
    HostKey: path.join(folder, 'host'),
    AuthorizedKeysFile: path.join(folder, 'user.pub'),
    PermitRootLogin: 'prohibit-password',
    PidFile: 'none',
    StrictModes: 'no',
    UsePAM: 'no',
    MaxStartups: 100,
  };
  const ssh = {
    IdentityFile: path.join(folder, 'user'),
    IdentitiesOnly: 'yes',
    UserKnownHostsFile: path.join(folder, 'known_hosts'),
    StrictHostKeyChecking: 'accept-new',
    BatchMode: 'yes',
    LogLevel: 'ERROR',
    ConnectTimeout: 3,
    ServerAliveInterval: 1,
    ServerAliveCountMax: 3,
  };
  for (const [name, settings] of Object.entries({ sshd_config: sshd, ssh_config: ssh })) {
    const lines = Object.entries(settings).map(([key, value]) => `${key} ${value}\n`);
    writeFileSync(path.join(folder, name), lines.join(''));
  }
  chmodSync(path.join(folder, 'user'), 0o600);
}

/** Resolves once an SSH server greets there. */
async function answers(host) {
  for (let tries = 0; tries < 200; tries++) {
    const greeted = await new Promise((resolve) => {
      const socket = connect({ host, port: 22 });
      socket.on('data', () => resolve(true)).on('error', () => resolve(false));
      socket.on('close', () => resolve(false));
      setTimeout(() => socket.destroy(), 500).unref();
    });
    if (greeted) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No SSH server answers at ${host}.`);
}
