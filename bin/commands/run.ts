/**
 * The table of commands, the help, and what an exit code is made from. No command's own work; `bin/ownway.ts` gives it the real
 * streams, tests give it others.
 */
import { allocateCommand } from './allocate.ts';
import { burdenCommand } from './burden.ts';
import { checkCommand } from './check.ts';
import { type Command, type ExitCode, type Io, WrongUse } from './command.ts';
import { compileCommand } from './compile.ts';
import { contributionCommand } from './contribution.ts';
import { diffCommand } from './diff.ts';
import { eligibilityCommand } from './eligibility.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { draftsCommand, versionsCommand } from './listings.ts';
import { migrateCommand } from './migrate.ts';
import { publishCommand } from './publish.ts';
import { rollbackCommand } from './rollback.ts';
import { schemaCommand } from './schema.ts';
import { walkCommand } from './walk.ts';
import { wordsCommand } from './words.ts';

const COMMANDS: readonly Command[] = [
  checkCommand,
  compileCommand,
  walkCommand,
  allocateCommand,
  contributionCommand,
  eligibilityCommand,
  burdenCommand,
  diffCommand,
  wordsCommand,
  schemaCommand,
  draftsCommand,
  versionsCommand,
  exportCommand,
  importCommand,
  publishCommand,
  migrateCommand,
  rollbackCommand,
];
const CALLED = 'npm run --silent ownway --';

const overview = (): string =>
  [
    `Usage: ${CALLED} <command> [--json]`,
    '',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(14)}${summary}`),
    '',
    'Exit codes: 0 fine, 1 faults found, 2 wrong use. Results go to standard output, everything else to standard error.',
    `More about one: ${CALLED} <command> --help`,
  ].join('\n');

const helpOf = (command: Command): string =>
  [
    command.summary,
    '',
    `Usage: ${CALLED} ${command.usage}`,
    '',
    ...command.details.map((line) => `  ${line}`),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${CALLED} ${example}`),
  ].join('\n');

const asksForHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');

const runCommand = async (command: Command, args: readonly string[], io: Io): Promise<ExitCode> => {
  if (asksForHelp(args)) {
    io.out(helpOf(command));
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (cause) {
    if (!(cause instanceof WrongUse)) throw cause;
    io.err(cause.message);
    io.err(`Help: ${CALLED} ${command.name} --help`);
    return 2;
  }
};

/** Runs what was typed after `ownway`. */
export const run = async ([name, ...args]: readonly string[], io: Io): Promise<ExitCode> => {
  const command = COMMANDS.find((one) => one.name === name);
  if (command) return runCommand(command, args, io);
  if (name === 'help' || name === '--help' || name === '-h') {
    io.out(overview());
    return 0;
  }
  io.err(name === undefined ? 'Say what to do.' : `There is no command “${name}”.`);
  io.err(overview());
  return 2;
};
