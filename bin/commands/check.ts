/**
 * `ownway check`: is this a pathway a council may run, with the ways to hold the money and the councils that lie beside it? What is asked
 * is `lib/pathway/check.ts`, `lib/domain/support-faults.ts` and `lib/domain/council-faults.ts`; this only reads and tells. A whole
 * folder is `check-bundle.ts`.
 */
import { dirname, join } from 'node:path';
import { toIsoDate } from '../../lib/domain/calendar.ts';
import { expiredGrounds } from '../../lib/domain/support-faults.ts';
import { besidePathways } from '../workflows-folder.ts';
import { checkBundle } from './check-bundle.ts';
import { type Command, fromHere, onlyFile, parse, WrongUse } from './command.ts';
import { readPathwayFile, tellFaults } from './pathway-file.ts';

const usage = 'check <pathway.json> [--json] | check --bundle <folder> [--json]';

/** The ways to hold the money in `../support` and who agrees what in `../councils`: their faults, and what is only worth knowing. A pathway that lies alone has none. */
const besideOf = (path: string) => {
  const { support, faults } = besidePathways(join(dirname(fromHere(path)), '..'));
  const today = toIsoDate(new Date());
  return {
    faults: faults.map(({ file, where, ...fault }) => ({ ...fault, where: `${file}, ${where}` })),
    notes: support.flatMap((rules) =>
      expiredGrounds(rules, today).map(({ where, message }) => `Note: support/${rules.id}, ${where}: ${message}`),
    ),
  };
};

export const checkCommand: Command = {
  name: 'check',
  summary: 'Say whether a pathway is sound and lawful, and if not, where.',
  usage,
  details: [
    '--json   print { ok, faults: [{ code, where, message, law?, path? }] } on standard output; otherwise words on standard error',
    'Forms and duties are read from ../forms and ../duties beside the file, or else from the project.',
    'The ways to hold the money in ../support are checked as well, where there are any; a reason that has run out is only noted.',
    'So are the councils in ../councils, and who agrees which plans there.',
    '--bundle <folder>   check everything in a folder laid out like workflows/; always prints { ok, faults: [{ code, where, message, law?, path? }] }',
    'path: the stages of a case on which a duty is missed, [{ stage, outcome? }, …, { end } or the stage come to].',
    'Exit code 0: no faults. 1: faults found. 2: used wrongly, no such file, or the file is not JSON.',
  ],
  examples: ['check workflows/pathways/adult-care.json', 'check my-pathway.json --json', 'check --bundle workflows'],
  run: async (args, io) => {
    const { values, positionals } = parse({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, bundle: { type: 'string' } },
    });
    if (values.bundle !== undefined) {
      if (positionals.length > 0) throw new WrongUse(`Name a pathway or a folder, not both: ownway ${usage}`);
      return checkBundle(values.bundle, io);
    }
    const path = onlyFile(positionals, usage);
    const pathway = await readPathwayFile(path);
    const beside = besideOf(path);
    const faults = [...pathway.faults, ...beside.faults];
    for (const note of beside.notes) io.err(note);
    const ok = faults.length === 0;
    if (values.json) io.out(JSON.stringify({ ok, faults }, null, 2));
    else if (ok) io.err(`${path} has no faults.`);
    else tellFaults(path, faults, io);
    return ok ? 0 : 1;
  },
};
