/**
 * Is this a pathway a council may run? Its form, its links, its shape and the law, in that order; every fault with its place.
 * It changes nothing and repairs nothing. Asked by the command line, by publication, by synthesis and by the start.
 */
import { missedDuties } from './check-duties.ts';
import { type FormIds, formFaults, linkFaults } from './check-links.ts';
import { schemaFaults } from './check-schema.ts';
import { shapeFaults } from './check-shape.ts';
import { compile } from './compile.ts';
import type { DutyRegister } from './duty.ts';
import { type Fault, type FaultCode, fault } from './fault.ts';
import { graphOf } from './graph.ts';
import { Pathway } from './schema.ts';

export type CheckContext = { readonly forms?: FormIds; readonly duties: DutyRegister };

/** Far more than any council needs, and few enough that a mistaken file is refused at once. */
export const MOST_STAGES = 1_000;

/** AWS takes a definition of 1 MB (1,048,576 bytes); the rest is room for the functions' full names. */
const MOST_BYTES = 1_000_000;

const tooMany = (file: unknown): Fault[] => {
  const stages = typeof file === 'object' && file !== null && 'stages' in file ? file.stages : undefined;
  return Array.isArray(stages) && stages.length > MOST_STAGES
    ? [
        fault(
          'too-many-stages',
          'stages',
          `There are ${stages.length} stages; a pathway has at most ${MOST_STAGES}. Split it in two.`,
        ),
      ]
    : [];
};

const tooLarge = (pathway: Pathway): Fault[] => {
  const bytes = JSON.stringify(compile(pathway)).length;
  return bytes > MOST_BYTES
    ? [
        fault(
          'too-large',
          'stages',
          `The machine would be ${bytes} bytes long and AWS takes ${MOST_BYTES}. Use fewer stages or outcomes, or split the pathway in two.`,
        ),
      ]
    : [];
};

/** Faults of form that keep people from what they are owed: said once, with the law. */
const BREAKS: readonly FaultCode[] = ['dangling-outcome', 'no-outcomes', 'no-way-to-an-end'];

/** Where an outcome that leads nowhere is also a duty missed, the two are one fault. */
const together = (faults: readonly Fault[], missed: readonly Fault[]): Fault[] => {
  const told = [...faults];
  const others = missed.filter((duty) => {
    const at = told.findIndex(
      ({ code, where, law }) => BREAKS.includes(code) && !law && `${where}/`.startsWith(`${duty.where}/`),
    );
    const known = told[at];
    if (!known) return true;
    told[at] = { ...duty, code: known.code, where: known.where, message: `${known.message} ${duty.message}` };
    return false;
  });
  return [...told, ...others];
};

/**
 * Everything that is wrong with `pathway`; an empty list means it may be published. Faults of form hide the rest, because nothing
 * can be said about a file that cannot be read; broken links hide faults of shape, which would only repeat them.
 */
export const check = (pathway: unknown, context: CheckContext): Fault[] => {
  const crowd = tooMany(pathway);
  if (crowd.length > 0) return crowd;
  const read = Pathway.safeParse(pathway);
  if (!read.success) return schemaFaults(pathway, read.error);
  const graph = graphOf(read.data);
  const links = linkFaults(read.data);
  const shape = links.length > 0 ? [] : [...shapeFaults(graph), ...tooLarge(read.data)];
  return together([...links, ...formFaults(read.data, context.forms), ...shape], missedDuties(graph, context.duties));
};
