/**
 * Reading JSON that people wrote by hand: what it says, or the line where it breaks. Not a parser of its own: it asks `JSON.parse`,
 * which does not always say where. Called by the command line and by `bin/workflows-folder.ts`.
 */

const complaint = (text: string): string | undefined => {
  try {
    JSON.parse(text);
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'It is not JSON.';
  }
};

/** Could `text` still become JSON if more followed? So it is when the engine only misses its end. */
const unfinished = (text: string): boolean => {
  const said = complaint(text);
  if (said === undefined || said.includes('end of JSON') || said.startsWith('Unterminated')) return true;
  return Number(/at position (\d+)/.exec(said)?.[1] ?? -1) >= text.length;
};

/** How many characters can be read before the document is past saving; all of them when it only breaks off. */
const readableUntil = (text: string): number => {
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (unfinished(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
};

const breaksAt = (text: string): { line: number; message: string } => {
  const until = readableUntil(text);
  const next = text[until];
  if (next === undefined) return { line: text.trimEnd().split('\n').length, message: 'the document breaks off here.' };
  const shown = next === '\n' ? 'the end of the line' : JSON.stringify(next);
  return { line: text.slice(0, until).split('\n').length, message: `${shown} is not expected here.` };
};

export type JsonText = { readonly json: unknown } | { readonly line: number; readonly message: string };

/** What the text says, or the line (from 1) where it stops being JSON and a short sentence. A byte order mark is let pass. */
export const parseJson = (text: string): JsonText => {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return { json: JSON.parse(plain) };
  } catch {
    return breaksAt(plain);
  }
};
