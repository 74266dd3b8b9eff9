import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { FactBase } from '../facts/facts.ts';
import type { FileOutcome } from './checkFile.ts';
import { nodeFileSystem } from './nodeFileSystem.ts';
import { type RunPlan, runHere, type Task } from './run.ts';
import { keepHeapSmall } from './smallHeap.ts';

/** Files handed out at once: enough that messages cost little, few enough that memory stays bounded. */
const BATCH = 16;
/** Batches that may be handed out, or done and not yet told, for each thread. */
const AHEAD = 3;
/** For short-lived objects, in MB: V8's own choice (48) is made for one thread a process. */
const YOUNG_SPACE = 8;

/** What the threads share out. `jobs` counts this thread, which checks files as well. */
export interface ThreadedRun {
  readonly tasks: readonly Task[];
  readonly plans: readonly RunPlan[];
  /** Facts that this thread has read already, by plan. */
  readonly bases: Map<number, FactBase>;
  readonly jobs: number;
  /** Its module calls `answerAsWorker`. */
  readonly workerFile: string;
}

/**
 * Checks files on several threads; outcomes come in the order of the tasks. Nothing is handed out that lies too far
 * ahead of the last outcome that was taken, so that neither slow files nor a slow reader let results pile up.
 */
export async function* runInThreads(run: ThreadedRun): AsyncGenerator<FileOutcome> {
  const { tasks, plans, bases, jobs, workerFile } = run;
  const batches = Math.ceil(tasks.length / BATCH);
  const done = new Map<number, readonly FileOutcome[]>();
  const idle: Set<Worker> = new Set();
  let handed = 0;
  let told = 0;
  let failure: Error | undefined;
  let wake = () => {};

  const tasksOf = (batch: number) => tasks.slice(batch * BATCH, (batch + 1) * BATCH);
  const next = () => (handed < Math.min(batches, told + AHEAD * jobs) ? handed++ : undefined);
  function hand(worker: Worker): void {
    const batch = next();
    if (batch === undefined) idle.add(worker);
    else worker.postMessage({ batch, tasks: tasksOf(batch) } satisfies Request);
  }
  const workers = Array.from({ length: Math.min(jobs, batches) - 1 }, () => startWorker(workerFile, plans));
  for (const worker of workers) {
    worker.on('message', ({ batch, outcomes }: Answer) => {
      done.set(batch, outcomes);
      hand(worker);
      wake();
    });
    worker.on('error', (error) => {
      failure = error;
      wake();
    });
    hand(worker);
    hand(worker); // one in work, one waiting
  }
  try {
    while (told < batches) {
      if (failure) throw failure;
      const outcomes = done.get(told);
      if (outcomes) {
        done.delete(told++);
        const free = [...idle];
        idle.clear();
        free.forEach(hand);
        yield* outcomes;
        continue;
      }
      const own = next();
      if (own === undefined) await new Promise<void>((resolve) => (wake = resolve));
      else {
        done.set(own, [...runHere(nodeFileSystem, tasksOf(own), plans, bases)]);
        await new Promise((resolve) => setImmediate(resolve)); // lets the workers' answers in
      }
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

interface Request {
  readonly batch: number;
  readonly tasks: readonly Task[];
}

interface Answer {
  readonly batch: number;
  readonly outcomes: readonly FileOutcome[];
}

function startWorker(workerFile: string, plans: readonly RunPlan[]): Worker {
  return new Worker(workerFile, {
    workerData: { factlint: plans },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_SPACE },
  });
}

/** Whether this thread was started by `runInThreads`. */
export function isWorker(): boolean {
  return (
    parentPort !== null && typeof workerData === 'object' && workerData !== null && 'factlint' in workerData
  );
}

/** What a worker thread does: answers each batch of files with their outcomes. */
export function answerAsWorker(): void {
  keepHeapSmall(); // its start has undone it for all threads
  const { factlint: plans } = workerData as { readonly factlint: readonly RunPlan[] };
  const bases = new Map<number, FactBase>();
  parentPort?.on('message', ({ batch, tasks }: Request) => {
    const outcomes = [...runHere(nodeFileSystem, tasks, plans, bases)];
    parentPort?.postMessage({ batch, outcomes } satisfies Answer);
  });
}
