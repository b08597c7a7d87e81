/**
 * The ARN of an execution, from the machine (or one version of it) that started it.
 * @example executionArn('arn:aws:states:eu-west-2:1:stateMachine:adult-care:3', 'C-1-run-1')
 * // 'arn:aws:states:eu-west-2:1:execution:adult-care:C-1-run-1'
 */
export const executionArn = (machine: string, name: string): string => {
  const [arn, partition, service, region, account, , machineName] = machine.split(':');
  return [arn, partition, service, region, account, 'execution', machineName, name].join(':');
};
