/** An action of an AWS service that an HTTP API can call by itself. */
export interface ServiceAction {
  readonly subtype: string
  readonly required: readonly string[]
  /** Those as well that may be left out. */
  readonly names: readonly string[]
}

function action(subtype: string, required: readonly string[], optional: readonly string[] = []): ServiceAction {
  return { subtype, required, names: [...required, ...optional, 'Region'] }
}

/** Source: http-api.md 8.6. */
export const SERVICE_ACTIONS: readonly ServiceAction[] = [
  action(
    'EventBridge-PutEvents',
    ['Detail', 'DetailType', 'Source'],
    ['Time', 'EventBusName', 'Resources', 'TraceHeader'],
  ),
  action(
    'SQS-SendMessage',
    ['QueueUrl', 'MessageBody'],
    ['DelaySeconds', 'MessageAttributes', 'MessageDeduplicationId', 'MessageGroupId', 'MessageSystemAttributes'],
  ),
  action(
    'SQS-ReceiveMessage',
    ['QueueUrl'],
    [
      'AttributeNames',
      'MaxNumberOfMessages',
      'MessageAttributeNames',
      'ReceiveRequestAttemptId',
      'VisibilityTimeout',
      'WaitTimeSeconds',
    ],
  ),
  action('SQS-DeleteMessage', ['QueueUrl', 'ReceiptHandle']),
  action('SQS-PurgeQueue', ['QueueUrl']),
  action(
    'AppConfig-GetConfiguration',
    ['Application', 'Environment', 'Configuration', 'ClientId'],
    ['ClientConfigurationVersion'],
  ),
  action('Kinesis-PutRecord', ['StreamName', 'Data', 'PartitionKey'], ['SequenceNumberForOrdering', 'ExplicitHashKey']),
  action('StepFunctions-StartExecution', ['StateMachineArn'], ['Name', 'Input']),
  action('StepFunctions-StartSyncExecution', ['StateMachineArn'], ['Name', 'Input', 'TraceHeader']),
  action('StepFunctions-StopExecution', ['ExecutionArn'], ['Cause', 'Error']),
]

export function serviceActionOf(subtype: string): ServiceAction | undefined {
  return SERVICE_ACTIONS.find((each) => each.subtype === subtype)
}
