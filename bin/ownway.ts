/**
 * The command line: `npm run --silent ownway -- <command>`. It only ties `bin/commands/run.ts` to this process and its streams.
 * Only the commands that read or change what is live reach anything: see `connection.ts`.
 */
import { run } from './commands/run.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault of ours and no reason for a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const block = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
const io = {
  out: (text: string) => void process.stdout.write(block(text)),
  err: (text: string) => void process.stderr.write(block(text)),
};

try {
  // Not `process.exit`: what is still on its way down a pipe must arrive.
  process.exitCode = await run(process.argv.slice(2), io);
} catch (cause) {
  io.err(
    `Ownway could not finish: ${cause instanceof Error ? cause.message : String(cause)}. This is a fault in Ownway; please report it.`,
  );
  process.exitCode = 1;
}
