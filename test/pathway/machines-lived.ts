/**
 * Compiled pathways on the Step Functions emulator, through the SDK: a case is begun, every stage that opens is answered with the next
 * outcome of a life, and what the machine did is told. It decides nothing about pathways. Not a test.
 */
import { CreateStateMachineCommand, GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import { FUNCTION_PLACEHOLDERS, type StateMachineDefinition } from '../../lib/pathway/asl.ts';
import { newName, ROLE, start, succeed, until } from '../contracts/step-functions/drive.ts';
import { openOurs, type World } from '../contracts/step-functions/world.ts';
import type { Life } from './exploration.ts';

/** What a machine did with a life. `asked`: every call in order, stages by id and `late` and `attention` with the stage they were for. */
export type Lived = { readonly asked: readonly string[]; readonly status: string; readonly end: string };

/** A case under way: what it still answers, and what it was asked. */
type Under = { readonly outcomes: readonly string[]; readonly asked: string[]; answered: number; failed?: unknown };

const PROMISE_SECONDS = 60 * 60;

export class Machines {
  readonly #world: World;
  readonly #names: Readonly<Record<string, string>>;
  readonly #cases = new Map<string, Under>();

  private constructor(world: World) {
    this.#world = world;
    this.#names = Object.fromEntries(
      FUNCTION_PLACEHOLDERS.map((each) => [each, world.functions.make((payload) => this.#call(each, payload))]),
    );
  }

  static async open(): Promise<Machines> {
    return new Machines(await openOurs());
  }

  close(): Promise<void> {
    return this.#world.close();
  }

  /** Made as a deployment makes it, with the names of the functions filled in. */
  async make(machine: StateMachineDefinition): Promise<string> {
    const definition = JSON.stringify(machine).replaceAll(/\$\{(\w+)\}/g, (_, each: string) => this.#names[each] ?? '');
    const command = new CreateStateMachineCommand({ name: newName('pathway'), roleArn: ROLE, definition });
    return (await this.#world.client.send(command)).stateMachineArn ?? '';
  }

  /** Lives the life on the machine to its end, and tells it. Fails loudly when the machine waits for anything else. */
  async live(machineArn: string, { from, outcomes }: Life): Promise<Lived> {
    const caseId = newName('case');
    const under: Under = { outcomes, asked: [], answered: 0 };
    this.#cases.set(caseId, under);
    const arn = await start(this.#world, machineArn, { caseId, run: '1', resumeAt: from, dueSeconds: PROMISE_SECONDS }, caseId);
    await until(async () => (under.answered === outcomes.length || under.failed ? true : undefined), `${caseId} to be answered`);
    if (under.failed) throw under.failed;
    const ending = await this.#endOf(arn);
    this.#cases.delete(caseId);
    return { asked: under.asked, ...ending };
  }

  /** Opens a stage: one that waits is answered under its token, as a person would, and one that does not answers at once. */
  async #call(name: string, payload: Record<string, unknown>): Promise<unknown> {
    const under = this.#cases.get(String(payload.caseId));
    const stage = String(payload.stage);
    if (!under) throw new Error(`${name} was called for a case that is over: ${stage}`);
    under.asked.push(name === 'late' || name === 'attention' ? `${name} ${stage}` : stage);
    const answer = { outcome: under.outcomes[under.asked.length - 1], dueSeconds: PROMISE_SECONDS };
    if (typeof payload.token !== 'string') {
      under.answered += 1;
      return answer;
    }
    await succeed(this.#world, payload.token, answer).then(
      () => (under.answered += 1),
      (error: unknown) => (under.failed = error),
    );
    return {};
  }

  /** The last two events of an execution: it leaves a state, and is over. */
  async #endOf(executionArn: string): Promise<Pick<Lived, 'status' | 'end'>> {
    const command = new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 2 });
    return until(async () => {
      const [last, left] = (await this.#world.client.send(command)).events ?? [];
      const status = last?.type ?? '';
      if (!status.startsWith('Execution') || status === 'ExecutionStarted') return undefined;
      return { status, end: left?.stateExitedEventDetails?.name ?? '' };
    }, `the end of ${executionArn}`);
  }
}
