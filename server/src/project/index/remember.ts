/** So many answers are kept: names come again and again. */
const MOST_KEPT = 10_000;

/** A function that keeps its last answers; one without an answer is asked again. */
export function remember<Key, Answer>(ask: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new Map<Key, Answer>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(key);
    if (answers.size >= MOST_KEPT) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
