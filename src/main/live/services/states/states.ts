import type { InvocationResult } from '../../functions/handler-pool'
import type { LocalService, ServiceContext } from '../local-service'
import { textMember, type Members } from '../members'
import { jsonService, type OperationResult } from '../protocols/json-protocol'
import { randomUuid } from '../random'
import { ServiceException } from '../service-exception'
import { unsupportedOperation } from '../unsupported-operation'

/** Bytes. Source: Step Functions Developer Guide, "Quotas": maximum input or output size. */
const MOST_INPUT = 262_144
/** Executions that are remembered, so that a name is not started twice. */
const MOST_EXECUTIONS = 10_000

interface StateMachine {
  readonly arn: string
  readonly name: string
  /** "arn:aws:states:us-east-1:123456789012". */
  readonly prefix: string
}

interface Execution {
  readonly input: string
  /** Seconds since 1970. */
  readonly startDate: number
}

type StatesContext = ServiceContext & { readonly region: string }

/**
 * Step Functions without a state machine: the function of the design that has its name plays it. Without one an execution is only
 * recorded, and a synchronous one gives its input back, as a machine of one Pass state does.
 */
export function createStates(): LocalService {
  const executions = new Map<string, Execution>()
  return jsonService({
    targetPrefix: 'AWSStepFunctions',
    version: '1.0',
    unsupported: unsupportedOperation('ValidationException', 'Step Functions'),
    resourceOf: (input) => machineNameOf(input['stateMachineArn']) || executionParts(input['executionArn'])[0],
    operations: new Map([
      ['StartExecution', (input: Members, context: StatesContext) => startExecution(executions, input, context)],
      ['StartSyncExecution', startSyncExecution],
      ['StopExecution', (input: Members, context: StatesContext) => stopExecution(executions, input, context)],
    ]),
  })
}

/** A name that runs already gives the same answer for the same input, and is refused for another. */
async function startExecution(
  executions: Map<string, Execution>,
  input: Members,
  context: StatesContext,
): Promise<OperationResult> {
  const { machine, name, text, event } = readStart(input, context)
  const executionArn = `${machine.prefix}:execution:${machine.name}:${name}`
  const known = executions.get(executionArn)
  if (known !== undefined && known.input !== text) {
    throw new ServiceException('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`)
  }
  const startDate = known?.startDate ?? context.at / 1000
  const isPlayed = context.hasFunction(machine.name)
  if (known === undefined) {
    executions.set(executionArn, { input: text, startDate })
    if (executions.size > MOST_EXECUTIONS) executions.delete(executions.keys().next().value!)
    if (isPlayed) void context.runFunction(machine.name, event, 'later')
  }
  const how = known !== undefined ? 'runs already' : isPlayed ? `RUNNING as function ${machine.name}` : 'RUNNING'
  return { output: { executionArn, startDate }, resource: machine.name, summary: `${name}, ${how}`, recorded: text }
}

async function startSyncExecution(input: Members, context: StatesContext): Promise<OperationResult> {
  const { machine, name, text, event } = readStart(input, context)
  const isPlayed = context.hasFunction(machine.name)
  const ended = isPlayed
    ? endOf(await context.runFunction(machine.name, event, 'now'))
    : { members: { output: text, outputDetails: DETAILS, status: 'SUCCEEDED' }, status: 'SUCCEEDED' }
  const output = {
    billingDetails: { billedDurationInMilliseconds: 100, billedMemoryUsedInMB: 64 },
    executionArn: `${machine.prefix}:express:${machine.name}:${name}:${randomUuid(context.random)}`,
    input: text,
    inputDetails: DETAILS,
    name,
    startDate: context.at / 1000,
    stateMachineArn: machine.arn,
    stopDate: context.at / 1000,
    ...ended.members,
  }
  const how = isPlayed ? `${ended.status} as function ${machine.name}` : ended.status
  return { output, resource: machine.name, summary: `${name}, ${how}`, recorded: text }
}

/** The function that plays a machine is not ended: what it does is its own. Source: Step Functions API Reference, StopExecution. */
async function stopExecution(
  executions: Map<string, Execution>,
  input: Members,
  context: StatesContext,
): Promise<OperationResult> {
  const arn = textMember(input, 'executionArn')
  const [machine, name] = executionParts(arn)
  if (arn === undefined || machine === '') {
    throw new ServiceException('InvalidArn', `Invalid Arn: '${(arn ?? '').slice(0, 200)}'`)
  }
  if (!executions.has(arn)) throw new ServiceException('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)
  const cause = textMember(input, 'cause')
  const error = textMember(input, 'error')
  const why = [error, cause].filter((text) => text !== undefined).join(': ')
  return {
    output: { stopDate: context.at / 1000 },
    resource: machine,
    summary: `${name} ABORTED${why === '' ? '' : `, ${why}`}`,
  }
}

/** "arn:aws:states:us-east-1:123456789012:execution:orders:run-1" -> "orders" and "run-1"; empty texts for what is no such ARN. */
function executionParts(arn: unknown): readonly [machine: string, name: string] {
  const [, machine = '', name = ''] = typeof arn === 'string' ? (EXECUTION_ARN.exec(arn) ?? []) : []
  return [machine, name]
}

const EXECUTION_ARN = /^arn:[\w-]+:states:[\w-]*:\d*:execution:([A-Za-z0-9_.-]{1,80}):([^:]{1,80})$/

const DETAILS = { __type: 'com.amazonaws.swf.base.model#CloudWatchEventsExecutionDataDetails', included: true }

/** A synchronous execution that fails is answered with 200 all the same. */
function endOf(result: InvocationResult): { readonly members: Members; readonly status: string } {
  switch (result.kind) {
    case 'answered': {
      const output = JSON.stringify(result.result ?? null)
      return { members: { output, outputDetails: DETAILS, status: 'SUCCEEDED' }, status: 'SUCCEEDED' }
    }
    case 'failed': {
      const { errorType, errorMessage } = result.error
      return { members: { error: errorType, cause: errorMessage, status: 'FAILED' }, status: 'FAILED' }
    }
    case 'refused':
      return { members: { error: 'States.Runtime', cause: result.problem, status: 'FAILED' }, status: 'FAILED' }
  }
}

interface Start {
  readonly machine: StateMachine
  readonly name: string
  readonly text: string
  readonly event: unknown
}

function readStart(input: Members, { random }: ServiceContext): Start {
  const machine = machineOf(textMember(input, 'stateMachineArn'))
  const name = textMember(input, 'name') ?? randomUuid(random)
  // Source: Step Functions API Reference, StartExecution: 1 to 80 characters, none of these.
  if (name === '' || name.length > 80 || /[\s\p{Cc}<>{}[\]?*"#%\\^|~`$&,;:/]/u.test(name)) {
    throw new ServiceException('InvalidName', `Invalid Name: '${name.slice(0, 100)}'`)
  }
  const text = textMember(input, 'input') ?? '{}'
  if (Buffer.byteLength(text) > MOST_INPUT) {
    throw new ServiceException('InvalidExecutionInput', `Input exceeds the maximum of ${MOST_INPUT} bytes`)
  }
  try {
    return { machine, name, text, event: JSON.parse(text) as unknown }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const hint = 'input is a text that holds JSON: write it with $util.escapeJavaScript(...)'
    throw new ServiceException('InvalidExecutionInput', `Invalid State Machine Execution Input: '${why}'`, { hint })
  }
}

const ARN = /^(arn:[\w-]+:states:[\w-]*:\d*):(?:stateMachine|express):([A-Za-z0-9_.-]{1,80})(?::[\w.-]+)?$/

/** With a version or an alias behind the name or without. */
function machineOf(arn: string | undefined): StateMachine {
  if (arn === undefined) {
    const message =
      "1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null"
    throw new ServiceException('ValidationException', message)
  }
  const [, prefix, name] = ARN.exec(arn) ?? []
  if (prefix !== undefined && name !== undefined) return { arn, name, prefix }
  throw new ServiceException(
    'InvalidArn',
    `Invalid Arn: 'Resource type not valid in this context: ${arn.slice(0, 200)}'`,
  )
}

function machineNameOf(arn: unknown): string {
  return (typeof arn === 'string' && ARN.exec(arn)?.[2]) || ''
}
