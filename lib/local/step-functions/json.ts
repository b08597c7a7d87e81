/**
 * What travels through a machine: JSON, and never more than 256 KiB of it at a time. Not a general JSON library; the interpreter
 * and the operations use it to weigh and to copy payloads.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The hard limit of Step Functions on every input, output and result, in bytes of UTF-8. */
export const PAYLOAD_LIMIT_BYTES = 262_144;

/** Whether this JSON text may be an input, an output or a result. No character takes more than three bytes per UTF-16 unit. */
export const fitsPayload = (text: string): boolean =>
  text.length * 3 <= PAYLOAD_LIMIT_BYTES || Buffer.byteLength(text) <= PAYLOAD_LIMIT_BYTES;

/** The value as JSON would carry it; `undefined` when JSON cannot (a function, nothing at all). */
export const asJson = (value: unknown): Json | undefined => {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? undefined : (JSON.parse(text) as Json);
};

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
