import type { FactBase } from '../facts/facts.ts';
import { checkFile, type FileOutcome, type FilePlan } from './checkFile.ts';
import { type FactsText, readLayers } from './factsLayers.ts';
import type { FileSystem } from './fileSystem.ts';

/** How the files of one project are checked; plain data, so that workers can be told. */
export interface RunPlan {
  readonly facts: readonly FactsText[];
  readonly file: FilePlan;
}

/** One file to check, and by which of the run's plans. */
export interface Task {
  readonly path: string;
  readonly plan: number;
}

/** Checks files one after the other, in this thread. */
export function* runHere(
  fileSystem: FileSystem,
  tasks: Iterable<Task>,
  plans: readonly RunPlan[],
  bases: Map<number, FactBase> = new Map(),
): Generator<FileOutcome> {
  for (const { path, plan } of tasks) {
    const { facts: texts, file } = plans[plan]!;
    let facts = bases.get(plan);
    if (!facts) {
      facts = readLayers(fileSystem, texts).facts;
      bases.set(plan, facts);
    }
    yield checkFile(fileSystem, path, facts, file);
  }
}
