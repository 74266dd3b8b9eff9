import type { FactBase } from '../facts/facts.ts';
import { isError } from '../facts/isError.ts';
import { type ByteLine, linesOf } from '../project/byteLines.ts';
import { checkSource, type FilePlan, faultOf } from '../project/checkFile.ts';
import { readDocumentLine, type StreamedDocument } from '../project/documentLine.ts';
import { sizeWords } from '../project/factsLayers.ts';
import { shownPath } from '../project/paths.ts';
import { keepHeapSmall } from '../project/smallHeap.ts';
import type { CheckRequest } from './checkOptions.ts';
import { toFilePlan } from './checkPlan.ts';
import { toJsonFile } from './formatters/json.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { tellProblems } from './problems.ts';
import { quieted } from './quiet.ts';
import type { Session } from './session.ts';
import { openSink } from './sink.ts';

/**
 * `factlint check --jsonl-in`: answers each line with one line, in order, and keeps nothing between them. A line that is
 * no document gets an error record in its place. Findings are data here: they leave the exit status at 0, since engines
 * take any other for a lost part and run it again.
 */
export async function checkStream(request: CheckRequest, session: Session, io: Io): Promise<ExitCode> {
  const project = session.projects.projectOf(`${io.workingFolder}/.`, io.workingFolder);
  const { base } = session.factsOf(project);
  const problems = session.problems();
  await tellProblems(
    problems.map((it) => ({ ...it, path: shownPath(it.path, io.workingFolder) })),
    io,
  );
  // Before a hundred million documents are held against half of the facts.
  if (problems.some(isError)) return EXIT.failed;
  keepHeapSmall();
  const answers = openAnswers(base, toFilePlan(project, request, io), request);
  const sink = openSink(io, request.output);
  try {
    for await (const lines of linesOf(io.stdin(), project.settings.maxFileSize)) {
      let text = '';
      for (const line of lines) {
        text += answers.answer(line);
        if (text.length < MOST_HELD) continue;
        await sink.write(text);
        text = '';
      }
      await sink.write(text);
    }
    sink.commit();
    return EXIT.clean;
  } finally {
    sink.abandon();
  }
}

/** Characters of answers that are written at once: more bring nothing, and would be memory. */
const MOST_HELD = 65_536;

function openAnswers(facts: FactBase, plan: FilePlan, request: CheckRequest) {
  let count = 0;
  return {
    answer({ bytes }: ByteLine): string {
      count++;
      const document = bytes === undefined ? lineTooLong(plan) : readDocumentLine(bytes);
      const { id } = document;
      if ('problem' in document) return toLine({ id, line: count, error: document.problem });
      try {
        return toLine(toRecord(document, facts, plan, request));
      } catch (error) {
        return toLine({ id, line: count, error: faultOf(error) });
      }
    },
  };
}

function lineTooLong({ maxFileSize }: FilePlan) {
  return { id: null, problem: `The line is longer than the ${sizeWords(maxFileSize)} of “maxFileSize”.` };
}

function toRecord(
  { id, text, language, asOf }: StreamedDocument,
  facts: FactBase,
  plan: FilePlan,
  request: CheckRequest,
): object {
  const check = asOf === undefined ? plan.check : { ...plan.check, asOf };
  const result = checkSource({ path: String(id), text, language }, facts, { ...plan, check });
  const { path: _, ...record } = toJsonFile(quieted(result, request));
  return { id, ...record };
}

function toLine(record: object): string {
  return `${JSON.stringify(record)}\n`;
}
