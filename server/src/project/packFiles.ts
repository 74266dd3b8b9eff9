import { readFactsFile } from '../facts/read.ts';
import { packLayer } from './packedLayer.ts';

/** The text of the packed file of some facts files, name to text; run at build. Throws where one has a mistake. */
export function packFiles(files: Readonly<Record<string, string>>): string {
  const lines = Object.entries(files).map(([name, text]) => {
    const { layer, problems } = readFactsFile(text, name);
    const [problem] = problems.filter(({ severity }) => severity !== 'warning');
    if (problem) throw new Error(`${name}:${(problem.line ?? 0) + 1}: ${problem.message}`);
    return `${name}\t${packLayer(layer)}\n`;
  });
  return lines.join('');
}
