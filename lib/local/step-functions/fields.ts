/**
 * Reads the fields of a request as AWS would: a missing or ill-shaped one is a `ValidationException` in its words. Not what the fields
 * mean; fields the operations do not read are ignored, as AWS ignores fields it does not know.
 */
import { invalid, notKept } from './refusal.ts';

export type Fields = {
  text(name: string, longest?: number): string;
  textIfAny(name: string, longest?: number): string | undefined;
  /** How many results at most; AWS's page is 100 unless told, 1,000 at most, and 0 means the usual. */
  pageSize(): number;
  flag(name: string, otherwise: boolean): boolean;
  oneOf<T extends string>(name: string, values: readonly T[]): T | undefined;
};

const LARGEST_PAGE = 1000;
const USUAL_PAGE = 100;
const quoted = (value: unknown): string => `'${String(value).slice(0, 100)}'`;

export const fieldsOf = (body: Readonly<Record<string, unknown>>): Fields => {
  const textIfAny = (name: string, longest = Number.POSITIVE_INFINITY): string | undefined => {
    const value = body[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw invalid(`The value of '${name}' must be a string.`);
    if (value.length > longest) throw notKept(quoted(value), name, `Member must have length less than or equal to ${longest}`);
    return value;
  };
  return {
    textIfAny,
    text: (name, longest) => {
      const value = textIfAny(name, longest);
      if (value === undefined) throw notKept('null', name, 'Member must not be null');
      return value;
    },
    pageSize: () => {
      const value = body.maxResults ?? 0;
      if (typeof value !== 'number' || !Number.isInteger(value))
        throw invalid("The value of 'maxResults' must be a whole number.");
      if (value < 0) throw notKept(quoted(value), 'maxResults', 'Member must have value greater than or equal to 0');
      if (value > LARGEST_PAGE)
        throw notKept(quoted(value), 'maxResults', `Member must have value less than or equal to ${LARGEST_PAGE}`);
      return value || USUAL_PAGE;
    },
    flag: (name, otherwise) => {
      const value = body[name] ?? otherwise;
      if (typeof value !== 'boolean') throw invalid(`The value of '${name}' must be true or false.`);
      return value;
    },
    oneOf: (name, values) => {
      const value = textIfAny(name);
      const known = values.find((one) => one === value);
      if (value !== undefined && !known)
        throw notKept(quoted(value), name, `Member must satisfy enum value set: [${values.join(', ')}]`);
      return known;
    },
  };
};
