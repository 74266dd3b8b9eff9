import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { FileOutcome } from './checkFile.ts';
import { nodeFileSystem } from './nodeFileSystem.ts';
import { type RunPlan, runHere, type Task } from './run.ts';

/** Files handed to a worker at once: enough that messages cost little, few enough that memory stays bounded. */
const BATCH = 32;
/** Batches that a worker has before it: one in work, one waiting. */
const AHEAD = 2;

/**
 * Checks files on several threads; outcomes come in the order of the tasks. The queue is bounded: no batch is handed
 * out that lies further ahead of the last outcome than the workers can hold. `workerFile` must call `answerAsWorker`.
 */
export async function* runInWorkers(
  tasks: readonly Task[],
  plans: readonly RunPlan[],
  jobs: number,
  workerFile: string,
): AsyncGenerator<FileOutcome> {
  const batches = Math.ceil(tasks.length / BATCH);
  const waiting = new Map<number, (outcomes: readonly FileOutcome[]) => void>();
  const failing = new Map<number, (error: Error) => void>();
  const workers = Array.from({ length: Math.min(jobs, batches) }, () => {
    return new Worker(workerFile, { workerData: { factlint: plans } });
  });
  workers.forEach((worker) => {
    worker.on('message', ({ batch, outcomes }: Answer) => waiting.get(batch)?.(outcomes));
    worker.on('error', (error) => {
      for (const fail of failing.values()) fail(error);
    });
  });
  const answers: Promise<readonly FileOutcome[]>[] = [];
  function hand(batch: number): void {
    const answer = new Promise<readonly FileOutcome[]>((resolve, reject) => {
      waiting.set(batch, resolve);
      failing.set(batch, reject);
    });
    answer.catch(() => {}); // told where it is awaited; a batch nobody awaits any more has no reader
    answers[batch] = answer;
    const files = tasks.slice(batch * BATCH, (batch + 1) * BATCH);
    workers[batch % workers.length]?.postMessage({ batch, tasks: files } satisfies Request);
  }
  try {
    let handed = 0;
    for (let batch = 0; batch < batches; batch++) {
      while (handed < batches && handed < batch + AHEAD * workers.length) hand(handed++);
      yield* await answers[batch]!;
      delete answers[batch];
      waiting.delete(batch);
      failing.delete(batch);
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

/** Whether this thread was started by `runInWorkers`. */
export function isWorker(): boolean {
  return (
    parentPort !== null && typeof workerData === 'object' && workerData !== null && 'factlint' in workerData
  );
}

/** What a worker thread does: answers each batch of files with their outcomes. */
export function answerAsWorker(): void {
  const { factlint: plans } = workerData as { readonly factlint: readonly RunPlan[] };
  const bases = new Map();
  parentPort?.on('message', ({ batch, tasks }: Request) => {
    const outcomes = [...runHere(nodeFileSystem, tasks, plans, bases)];
    parentPort?.postMessage({ batch, outcomes } satisfies Answer);
  });
}
