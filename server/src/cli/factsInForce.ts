import type { Problem } from '../facts/facts.ts';
import type { FactsText } from '../project/factsLayers.ts';
import { nodeFileSystem } from '../project/nodeFileSystem.ts';
import { shownPath } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import type { FactsView } from './factWords.ts';
import type { Io } from './io.ts';
import type { Given } from './options.ts';
import { openSession } from './session.ts';

/** For commands that can print JSON. */
export const JSON_OPTION = { json: { type: 'boolean', description: 'as JSON' } } as const;

/** The facts of the folder worked in. */
export interface FactsInForce extends FactsView {
  readonly texts: readonly FactsText[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly asOf: Project['check']['asOf'];
  readonly check: Project['check'];
}

/** Loads the facts of the folder worked in, with the files named beside them. */
export function loadFacts(given: Given, io: Io, more: readonly string[] = []): FactsInForce {
  const session = openSession(given, io, nodeFileSystem, more);
  const project = session.projects.projectOf(`${io.workingFolder}/.`, io.workingFolder);
  const { base, texts } = session.factsOf(project);
  return {
    facts: base,
    texts,
    problems: session.problems(),
    notes: session.notes(),
    asOf: project.check.asOf,
    check: project.check,
    showPath: (path) => shownPath(path, io.workingFolder),
  };
}
