/** Tells when the editor's messages so far have all been read, so that no version is checked that is superseded already. */
export interface Settling {
  /** A document has changed. */
  noteChange(): void;
  /** Something else has come: what is behind it may be a change. */
  noteRequest(): void;
  /** How many changes there have been. */
  changes(): number;
  /** Resolves when a whole turn of the event loop has brought no message. Costs a few microseconds; there is no timer. */
  settled(): Promise<void>;
  /** As `settled`, and those who wait for an answer to what was typed have had their turn: for work that can wait. */
  quiet(): Promise<void>;
}

/** Counts changes. */
export function createSettling(): Settling {
  let changes = 0;
  let messages = 0;
  async function settled(): Promise<void> {
    // Messages are read one a turn: after two turns without one none is waiting.
    for (let seen = -1; seen !== messages; ) {
      seen = messages;
      await nextTurn();
      await nextTurn();
    }
  }
  return {
    noteChange() {
      changes++;
      messages++;
    },
    noteRequest() {
      messages++;
    },
    changes: () => changes,
    settled,
    async quiet() {
      await settled();
      await nextTurn();
    },
  };
}

/** Lets the event loop take a turn: messages are read, answers are written. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
