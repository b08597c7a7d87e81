/**
 * What can be wrong with forms and questions: a closed list of codes, each with its place and a sentence that says what to do. Like a
 * pathway's faults (`fault.ts`) they stop a publication, a synthesis and a start.
 */
import type { PathStep } from './fault.ts';

export type FormFaultCode =
  | 'duplicate-question'
  | 'duplicate-option'
  | 'unused-option'
  | 'group-field'
  | 'group-field-alone'
  | 'unknown-area'
  | 'area-name'
  | 'area-twice'
  | 'area-not-asked'
  | 'unknown-question'
  | 'retired-question'
  | 'asked-twice-in-form'
  | 'asked-in-two-forms'
  | 'nothing-to-confirm'
  | 'condition-on-unasked'
  | 'condition-looks-ahead'
  | 'condition-on-finding'
  | 'condition-type'
  | 'unknown-option'
  | 'never-shown'
  | 'too-many-ways'
  | 'duplicate-section'
  | 'duplicate-page'
  | 'reserved-form-id'
  | 'finding-elsewhere'
  | 'speaking-up-late'
  | 'statutory-id'
  | 'carer-outcome'
  | 'duty-missed';

/** `where` reads like a path with everything by its name: `forms/about-you/you/name/about.name`. */
export type FormFault = {
  readonly code: FormFaultCode;
  readonly where: string;
  /** What is wrong and what to do, in plain sentences. */
  readonly message: string;
  readonly law?: string;
  readonly path?: readonly PathStep[];
};

export const formFault = (code: FormFaultCode, where: string, message: string): FormFault => ({ code, where, message });

/** Each fault once, though several pathways lead to the same form. */
export const eachOnce = (faults: readonly FormFault[]): FormFault[] => [
  ...new Map(faults.map((fault) => [`${fault.code} ${fault.where} ${fault.message}`, fault])).values(),
];

/** Whatever comes a second time, by `nameOf`. @example repeated(['a', 'b', 'a'], (name) => name) // ['a'] */
export const repeated = <T>(things: readonly T[], nameOf: (thing: T) => string): T[] => {
  const seen = new Set<string>();
  return things.filter((thing) => seen.size === seen.add(nameOf(thing)).size);
};
