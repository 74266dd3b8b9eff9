import { createInterface } from 'node:readline';
import { type Prompts, type Question, UsageError } from './io.ts';
import { printable } from './terminal.ts';

/** As many as Tab shows at a time. */
const MOST_SHOWN = 100;

/** Questions over a terminal, a line each; Tab completes. `node:readline` edits the line and knows its history. */
export function openPrompts(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Prompts {
  let choices: readonly string[] = [];
  const complete = (line: string): [string[], string] => [completionsOf(line, choices), line];
  const lines = createInterface({ input, output, completer: complete, terminal: true, historySize: 0 });
  const typed: string[] = [];
  let isClosed = false;
  let wake = () => {};
  lines.on('line', (line) => {
    typed.push(line);
    wake();
  });
  lines.on('close', () => {
    isClosed = true;
    wake();
  });
  async function nextLine(): Promise<string> {
    while (typed.length === 0) {
      if (isClosed) throw new UsageError('Nothing was written.');
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return typed.shift()!.trim();
  }
  async function ask(question: Question): Promise<string> {
    choices = question.choices ?? [];
    for (;;) {
      const preset = question.preset === undefined ? '' : ` [${printable(question.preset)}]`;
      lines.setPrompt(`${question.label}${preset}: `);
      if (!isClosed) lines.prompt();
      const answer = (await nextLine()) || (question.preset ?? '');
      const problem = question.check?.(answer);
      if (problem === undefined) return answer;
      output.write(`  ${printable(problem)}\n`);
    }
  }
  return {
    ask,
    say: (text) => void output.write(`${text}\n`),
    async confirm(label, isYes) {
      const check = (answer: string) => (/^(?:y|yes|n|no)$/i.test(answer) ? undefined : 'Type y or n.');
      return /^y/i.test(await ask({ label, preset: isYes ? 'y' : 'n', check }));
    },
    close: () => lines.close(),
  };
}

/** Those that begin with what is typed, else those that hold it. */
function completionsOf(line: string, choices: readonly string[]): string[] {
  const words = line.trim().toLowerCase();
  const begin = choices.filter((choice) => choice.toLowerCase().startsWith(words));
  const found = begin.length > 0 ? begin : choices.filter((choice) => choice.toLowerCase().includes(words));
  return found.slice(0, MOST_SHOWN);
}
