import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of its own under the temporary ones, with a copy of the fixture workspace in it, free to be changed. */
export async function copiedWorkspace(): Promise<{ readonly home: string; readonly workspace: string }> {
  const home = await mkdtemp(path.join(tmpdir(), 'factlint-host-'));
  const workspace = path.join(home, 'workspace');
  await cp('test/e2e/workspace', workspace, { recursive: true });
  return { home, workspace };
}
