/**
 * One council's whole deployment, as a list. Each part is a file beside this one. Not the compiling or bundling of what is
 * deployed: `synthesise.ts` hands both in. Called by `synthesise.ts` only.
 */
import { type App, CfnOutput, CustomResource, Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { alarmTopic, watch } from './alarms.ts';
import { councilKey } from './council-key.ts';
import { type BuiltFunction, ownwayFunction } from './function.ts';
import { type FunctionSpec, isWeb, pascal } from './functions.ts';
import { type CompiledPathway, type PathwayMachine, pathwayMachine } from './pathway-machine.ts';
import { schedule } from './schedules.ts';
import { caseTable } from './table.ts';
import { accountWatches, functionWatches, machineWatches, tableWatches } from './watches.ts';
import { type Routed, webApi } from './web-api.ts';

export type OwnwayStackProps = {
  readonly council: string;
  /** `closed`: nobody can sign in until identity is set up. `demo`: anyone can sign in as the made-up people. */
  readonly signIn: 'closed' | 'demo';
  readonly alarmEmail?: string;
  readonly configurationVersion: string;
  readonly pathways: readonly CompiledPathway[];
  readonly functions: readonly BuiltFunction[];
};

type Deployed = { readonly built: BuiltFunction; readonly target: IFunction };

const routed = ({ built: { spec }, target }: Deployed): Routed[] =>
  spec.caller.by === 'http' && spec.caller.routes ? [{ id: pascal(spec.name), target, routes: spec.caller.routes }] : [];

export class OwnwayStack extends Stack {
  constructor(app: App, props: OwnwayStackProps) {
    super(app, 'Ownway', {
      stackName: `ownway-${props.council}`,
      description: `Ownway for ${props.council}: self-directed support`,
      terminationProtection: true,
    });
    const key = councilKey(this, props.council);
    const table = caseTable(this, key);
    const around = {
      key,
      table,
      council: props.council,
      environment: { TABLE_NAME: table.tableName, SIGN_IN: props.signIn, COUNCIL: props.council },
    };
    const deployed = props.functions.map((built): Deployed => ({ built, target: ownwayFunction(this, built, around) }));
    const calledByMachines = new Map(
      deployed.flatMap(({ built: { spec }, target }): [string, IFunction][] =>
        spec.caller.by === 'machine' ? [[spec.caller.placeholder, target]] : [],
      ),
    );
    const machines = props.pathways.map((pathway) => pathwayMachine(this, props.council, pathway, calledByMachines, key));
    for (const { built, target } of deployed) schedule(this, built.spec, target);
    this.publish(props, deployed, machines, calledByMachines);

    const api = webApi(this, this.only(deployed, isWeb, 'is called over HTTP without routes'), deployed.flatMap(routed), key);
    const topic = alarmTopic(this, key, props.alarmEmail);
    for (const each of [
      ...deployed.flatMap(({ built, target }) => functionWatches(built.spec, target)),
      ...machines.flatMap(machineWatches),
      ...tableWatches(table),
      ...accountWatches(api),
    ])
      watch(this, topic, each);
    new CfnOutput(this, 'Address', { value: api.apiEndpoint, description: 'Where the service is' });
    new CfnOutput(this, 'TableName', { value: table.tableName, description: 'The table that holds every case' });
  }

  /**
   * Files the configuration in the table once the machines exist. CloudFormation calls the function directly; it answers for
   * itself, so nothing stands between them.
   */
  private publish(
    props: OwnwayStackProps,
    deployed: readonly Deployed[],
    machines: readonly PathwayMachine[],
    calledByMachines: ReadonlyMap<string, IFunction>,
  ): void {
    new CustomResource(this, 'Configuration', {
      resourceType: 'Custom::OwnwayConfiguration',
      serviceToken: this.only(deployed, ({ caller }) => caller.by === 'cloudformation', 'is called by CloudFormation')
        .functionArn,
      properties: {
        ConfigurationVersion: props.configurationVersion,
        Machines: Object.fromEntries(machines.map(({ pathway, version }) => [pathway, version.ref])),
        // What an administrator who publishes later needs to know of this deployment: where machines are, and what they call.
        MachineArns: Object.fromEntries(machines.map(({ pathway, machine }) => [pathway, machine.ref])),
        Functions: Object.fromEntries([...calledByMachines].map(([placeholder, { functionArn }]) => [placeholder, functionArn])),
      },
    });
  }

  private only(deployed: readonly Deployed[], wanted: (spec: FunctionSpec) => boolean, what: string): IFunction {
    const [found, ...more] = deployed.filter(({ built }) => wanted(built.spec));
    if (!found || more.length > 0)
      throw new Error(`Exactly one function ${what}; the list has ${more.length + (found ? 1 : 0)}.`);
    return found.target;
  }
}
