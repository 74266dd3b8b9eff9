/** Tells when the editor's messages so far have all been read, so that no version is checked that is superseded already. */
export interface Settling {
  /** A document has changed. */
  noteChange(): void;
  /** How many changes there have been. */
  changes(): number;
  /** Resolves when a whole turn of the event loop has brought no change. Costs a few microseconds; there is no timer. */
  settled(): Promise<void>;
}

/** Counts changes. */
export function createSettling(): Settling {
  let changes = 0;
  return {
    noteChange() {
      changes++;
    },
    changes: () => changes,
    async settled() {
      // Messages are read one a turn: after two turns without a change none is waiting.
      for (let seen = -1; seen !== changes; ) {
        seen = changes;
        await nextTurn();
        await nextTurn();
      }
    },
  };
}

/** Lets the event loop take a turn: messages are read, answers are written. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
