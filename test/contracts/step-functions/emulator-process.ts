/**
 * Our emulator in a process of its own, to be killed: `node --import tsx emulator-process.ts <folder> <where the functions are>`. Prints its
 * endpoint. Started by `killable.ts`, never imported.
 */
import { startStepFunctions } from '../../../lib/local/step-functions/start.ts';
import { NamedError } from './functions.ts';

const [, , dataDir = '', outside = ''] = process.argv;

const invoke = async (name: string, payload: unknown): Promise<unknown> => {
  const response = await fetch(`${outside}/invoke`, { method: 'POST', body: JSON.stringify({ function: name, payload }) });
  const answer = (await response.json()) as { payload?: unknown; error?: string; cause?: string };
  if (answer.error) throw new NamedError(answer.error, answer.cause ?? '');
  return answer.payload;
};

const { endpoint } = await startStepFunctions({ dataDir, invoke });
console.log(endpoint);
// It ends with whoever started it, however that ended.
process.stdin.on('end', () => process.exit()).resume();
