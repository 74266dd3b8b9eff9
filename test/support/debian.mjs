// Debian packages that tests need and a bare machine lacks.
import { spawnSync } from 'node:child_process';

/** Installs those that are missing; throws where that fails. */
export function installDebianPackages(names) {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const apt = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', 'apt-get'];
  run([...apt, 'update', '-q']);
  run([...apt, 'install', '-qy', '--no-install-recommends', ...missing]);
}

function isInstalled(name) {
  const { stdout } = spawnSync('dpkg', ['-s', name], { encoding: 'utf8' });
  return stdout?.includes('Status: install ok installed') === true;
}

function run([command, ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env });
  if (status !== 0) throw new Error(`“${[command, ...args].join(' ')}” failed: ${error?.message ?? status}.`);
}
