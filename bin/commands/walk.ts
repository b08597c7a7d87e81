/** `ownway walk`: the stages a case goes through when its stages end as given. On paper: nothing is started. */
import { schemaFaults } from '../../lib/pathway/check-schema.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { type Walk, walk } from '../../lib/pathway/walk.ts';
import { type Command, type Io, onlyFile, parse, readJson } from './command.ts';
import { tellFaults } from './pathway-file.ts';

const usage = 'walk <pathway.json> --outcomes a,b,c [--from <stage>]';

const options = { json: { type: 'boolean' }, outcomes: { type: 'string' }, from: { type: 'string' } } as const;

const listOf = (text: string | undefined): string[] => (text ?? '').split(',').flatMap((outcome) => outcome.trim() || []);

const tell = ({ fault, ...walked }: Walk, io: Io): 0 | 1 => {
  if (fault !== undefined) io.err(fault);
  if (fault === undefined) io.out(JSON.stringify(walked, null, 2));
  return fault === undefined ? 0 : 1;
};

export const walkCommand: Command = {
  name: 'walk',
  summary: 'Say which stages a case goes through, given how each one ends.',
  usage,
  details: [
    '--outcomes   one outcome for each stage visited, automatic ones included; “late” keeps a case at a stage people hold',
    '--from       the stage to begin at instead of the start, for instance the review',
    '--json       allowed and changes nothing: the output is always JSON, on standard output',
    'Prints { visited, end }. With too few outcomes end is null and waitingAt names the stage.',
    'The pathway is read, not checked: use check for that.',
    'Exit code 0: walked. 1: an outcome the stage does not have, one too many, or a faulty file.',
    '          2: used wrongly, no such file, or the file is not JSON.',
  ],
  examples: [
    'walk workflows/pathways/adult-care.json --outcomes submitted,not-eligible',
    'walk workflows/pathways/adult-care.json --from review --outcomes late,no-change',
  ],
  run: async (args, io) => {
    const { values, positionals } = parse({ args: [...args], allowPositionals: true, options });
    const path = onlyFile(positionals, usage);
    const json = await readJson(path);
    const read = Pathway.safeParse(json);
    if (read.success) return tell(walk(read.data, listOf(values.outcomes), values.from), io);
    tellFaults(path, schemaFaults(json, read.error), io);
    return 1;
  },
};
