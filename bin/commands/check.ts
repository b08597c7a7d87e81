/** `ownway check`: is this a pathway a council may run? What is asked is `lib/pathway/check.ts`; this only reads and tells. */
import { type Command, onlyFile, parse } from './command.ts';
import { readPathwayFile, tellFaults } from './pathway-file.ts';

const usage = 'check <pathway.json> [--json]';

export const checkCommand: Command = {
  name: 'check',
  summary: 'Say whether a pathway is sound and lawful, and if not, where.',
  usage,
  details: [
    '--json   print { ok, faults: [{ code, where, message, law? }] } on standard output; otherwise words on standard error',
    'Forms and duties are read from ../forms and ../duties beside the file, or else from the project.',
    'Exit code 0: no faults. 1: faults found. 2: used wrongly, no such file, or the file is not JSON.',
  ],
  examples: ['check workflows/pathways/adult-care.json', 'check my-pathway.json --json'],
  run: async (args, io) => {
    const { values, positionals } = parse({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
    const path = onlyFile(positionals, usage);
    const { faults } = await readPathwayFile(path);
    const ok = faults.length === 0;
    if (values.json) io.out(JSON.stringify({ ok, faults }, null, 2));
    else if (ok) io.err(`${path} has no faults.`);
    else tellFaults(path, faults, io);
    return ok ? 0 : 1;
  },
};
