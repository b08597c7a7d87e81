/** `ownway compile`: the machine a pathway becomes. The same document is deployed to AWS and run locally. */
import { compile } from '../../lib/pathway/compile.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { type Command, onlyFile, parse } from './command.ts';
import { readPathwayFile, tellFaults } from './pathway-file.ts';

const usage = 'compile <pathway.json>';

export const compileCommand: Command = {
  name: 'compile',
  summary: 'Print the States Language machine of a pathway.',
  usage,
  details: [
    '--json   allowed and changes nothing: the output is always JSON, on standard output',
    'A pathway with faults is not compiled; the faults are told on standard error.',
    'Exit code 0: compiled. 1: faults found. 2: used wrongly, no such file, or the file is not JSON.',
  ],
  examples: ['compile workflows/pathways/adult-care.json', 'compile workflows/pathways/adult-care.json > adult-care.asl.json'],
  run: async (args, io) => {
    const { positionals } = parse({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
    const path = onlyFile(positionals, usage);
    const { json, faults } = await readPathwayFile(path);
    if (faults.length > 0) {
      tellFaults(path, faults, io);
      return 1;
    }
    io.out(JSON.stringify(compile(Pathway.parse(json)), null, 2));
    return 0;
  },
};
