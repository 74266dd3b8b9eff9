import { CONFIG_NAME } from '../../project/config.ts';
import { reasonOf } from '../../project/fileSystem.ts';
import { nodeFileSystem } from '../../project/nodeFileSystem.ts';
import { join, shownPath, withSlashes } from '../../project/paths.ts';
import type { Command } from '../command.ts';
import { EXIT, type ExitCode, type Io, UsageError } from '../io.ts';
import type { Given } from '../options.ts';

/** `factlint init`: a configuration and a first facts file. */
export const initCommand: Command = {
  usage: 'init [FOLDER]',
  description: 'write a factlint.json and a first facts file',
  details: 'Nothing that is there already is written over.',
  options: {},
  run: runInit,
};

async function runInit(given: Given, io: Io): Promise<ExitCode> {
  const folder = withSlashes(nodeFileSystem.resolve(given.positionals[0] ?? '.'));
  if (nodeFileSystem.kindOf(folder) !== 'folder') throw new UsageError(`There is no folder ${folder}.`);
  const files = [
    { path: join(folder, CONFIG_NAME), text: CONFIG },
    { path: join(folder, 'desk.facts.json'), text: FACTS },
  ];
  const there = files.find(({ path }) => nodeFileSystem.kindOf(path) !== undefined);
  if (there)
    throw new UsageError(`${shownPath(there.path, io.workingFolder)} is there already; nothing was written.`);
  for (const { path, text } of files) {
    try {
      nodeFileSystem.write(path, new TextEncoder().encode(text));
    } catch (error) {
      throw new UsageError(`${path} cannot be written: ${reasonOf(error)}.`);
    }
    await io.stdout.write(`Wrote ${shownPath(path, io.workingFolder)}\n`);
  }
  await io.stdout.write('Put your facts into desk.facts.json, then run “factlint check”.\n');
  return EXIT.clean;
}

const CONFIG = `{
  // The same keys as in the editor's settings (factlint.*); this file wins.
  "facts": ["**/*.facts.json"],
  "ignore": [],
  // Severities: "error", "warning", "info", "hint" or "off".
  "rules": {}
}
`;

const FACTS = `{
  "version": 1,
  "title": "Our desk",

  // Where it is known from.
  "sources": {
    "example-2024": { "title": "Annual report", "publisher": "Example Motors", "published": "2024-03-01", "url": "https://example.com/report" }
  },

  // Who it is about: how the name is written, and how not.
  "entities": {
    "example-motors": {
      "type": "company",
      "name": "Example Motors",
      "legalName": "Example Motors plc",
      "misnomers": ["Example Motor"],
      "source": "example-2024"
    }
  },

  // What is known. Values are written as in copy.
  "facts": [
    { "id": "example-founded", "subject": "example-motors", "relation": "founded", "value": "1921-05-01", "source": "example-2024" },
    { "id": "example-margin-2023", "subject": "example-motors", "relation": "operating-margin", "period": "2023", "value": "5.6%", "source": "example-2024" }
  ]
}
`;
