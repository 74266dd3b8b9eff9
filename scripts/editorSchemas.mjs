// Schemas for an editor that completes and explains by them, made of those in server/schemas/.
// Such an editor also checks by them, and every mistake would be told twice, once by the server in words for a person:
// here everything is allowed, while all that completes and explains stays.

// Without “boolean” and “null”: those would be offered, true, false and null, wherever a text is typed.
const TYPES = ['string', 'object', 'array', 'number', 'integer'];

/** What only forbids. */
const CHECKS = new Set([
  ...['required', 'minLength', 'pattern', 'errorMessage', 'format', 'minimum', 'maximum'],
  ...['exclusiveMinimum', 'minItems', 'uniqueItems', 'not', 'if', 'then', 'else', 'oneOf', 'dependencies'],
]);

/** Text of completions and examples, not schemas. */
const PLAIN = new Set(['defaultSnippets', 'default', 'examples', 'enumDescriptions']);

/** A schema that allows everything, and completes and explains like this one. */
export function relaxed(schema) {
  if (Array.isArray(schema)) return schema.map(relaxed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { type, enum: choices, enumDescriptions, const: only, additionalProperties, ...rest } = schema;
  const kept = Object.entries(rest)
    .filter(([key]) => !CHECKS.has(key))
    .map(([key, value]) => [key, relaxedMember(key, value)]);
  return {
    ...Object.fromEntries(kept),
    // The first one says what a completion begins with: quotes, braces or brackets.
    ...(type !== undefined && { type: anyType(type) }),
    ...(choices && { anyOf: [{ enum: choices, enumDescriptions }, {}] }),
    ...(only !== undefined && { default: only }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: relaxed(additionalProperties) }),
  };
}

function relaxedMember(key, value) {
  if (PLAIN.has(key)) return value;
  // The names in there are the format's own, and may be “required” or “format”.
  if (key === 'properties' || key === 'definitions') {
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, relaxed(it)]));
  }
  return key === 'anyOf' ? [...relaxed(value), {}] : relaxed(value);
}

function anyType(type) {
  const first = [type].flat();
  return [...first, ...TYPES.filter((it) => !first.includes(it))];
}
