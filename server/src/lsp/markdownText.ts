/** Text of a facts file or a draft, made harmless in Markdown: shown as it is, in a table's cell too. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&-]/g, (mark) => (ENTITIES[mark] ? ENTITIES[mark] : `\\${mark}`))
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A link, only to the web: a facts file may start no command of the editor. */
export function linkTo(words: string, url: string | undefined): string {
  const escaped = escapeMarkdown(words);
  return url !== undefined && isWebAddress(url)
    ? `[${escaped}](${encodeURI(decoded(url)).replace(/[()]/g, percent)})`
    : escaped;
}

/** Whether a source's address is one of the web. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url);
}

function percent(mark: string): string {
  return mark === '(' ? '%28' : '%29';
}

/** Encoded once, however it was written. */
function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch (error) {
    if (error instanceof URIError) return url; // a percent sign that encodes nothing
    throw error;
  }
}

/** Markdown turned to plain text, for clients that show no Markdown: the marks go, the words stay. */
export function toPlainText(markdown: string): string {
  return markdown
    .replace(/\[((?:[^\]\\]|\\.)*)\]\(([^)]*)\)/g, '$1 <$2>')
    .replace(/^\|(?::?-+\|)+$\n?/gm, '')
    .replace(/^\| (.*) \|$/gm, '$1')
    .replace(/\*\*/g, '')
    .replace(/\\([^\w\s])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
