/** The file with the folder that it is in, for messages: the core knows no folder that a path could count from. */
export function shortPathOf(path: string): string {
  return path.split('/').slice(-2).join('/');
}
