// `--false-alarms FOLDER --as-of DATE`: findings of warning or above on copy that has nothing to do with our facts.
import { spawnSync } from 'node:child_process';
import { readFolder } from './corpus.mjs';
import { CLI } from './programs.mjs';

/** Prints each finding, and how many there are per 20,000 words. */
export function printFalseAlarms(folder, asOf) {
  const words = readFolder(folder).reduce((sum, text) => sum + (text.match(/\S+/g) ?? []).length, 0);
  const args = [CLI, 'check', folder, '--format', 'json', ...(asOf ? ['--as-of', asOf] : [])];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  });
  if (status === null || status > 1) throw new Error(stderr);
  const { files } = JSON.parse(stdout);
  const loud = files.flatMap(({ path, findings }) =>
    findings
      .filter(({ severity, suppressed }) => !suppressed && (severity === 'warning' || severity === 'error'))
      .map((finding) => ({ path, ...finding })),
  );
  for (const { path, start, severity, code, message } of loud)
    console.log(`${path}:${start.line + 1}:${start.character + 1}  ${severity}  ${code}  ${message}`);
  const rate = (loud.length / words) * 20_000;
  console.log(
    `\n${loud.length} findings of severity warning or above in ${words.toLocaleString('en')} words of ${files.length} files: ${rate.toFixed(2)} per 20,000 words`,
  );
}
