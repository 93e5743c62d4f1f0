import { operationsOf } from '../../control-plane/operations/all-operations'
import type { ServiceName } from '../../control-plane/operations/operation'
import {
  judged,
  playedFile,
  skipped,
  type CaseResult,
  type ConformanceSuite,
  type SuiteFolder,
} from '../conformance-suite'
import { exchangeDifference, type Exchange } from './control-plane/exchange-difference'
import { operationDifference, type OperationVector } from './control-plane/operation-difference'

/**
 * The two management APIs and `@connections`: `operations-SERVICE.json` against our table of operations, `flow-NAME.json` against what our
 * reader of commands makes of each.
 */
export const CONTROL_PLANE_SUITE: ConformanceSuite = {
  folder: 'control-plane',
  play(folder) {
    return folder.files
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => playedFile(file, () => playFile(file, folder)))
  },
}

const SERVICES: readonly ServiceName[] = ['apigateway', 'apigatewayv2', 'apigatewaymanagementapi']

function playFile(file: string, folder: SuiteFolder): CaseResult[] {
  const name = file.replace(/\.json$/, '')
  const content = folder.json(file) as { operations?: OperationVector[]; exchanges?: Exchange[] }
  const service = SERVICES.find((each) => name === `operations-${each}`)
  if (service !== undefined) {
    return (content.operations ?? []).map((vector) => playOperation(service, vector))
  }
  if (content.exchanges === undefined) return [skipped(name, 'it holds neither operations nor exchanges')]
  return content.exchanges.map((exchange, index) =>
    judged(`${name}/${exchange.id ?? index}`, exchangeDifference(exchange)),
  )
}

function playOperation(service: ServiceName, vector: OperationVector): CaseResult {
  const operation = operationsOf(service).get(vector.operation)
  const id = `${service}/${vector.operation}`
  return judged(id, operation === undefined ? 'there is no such operation' : operationDifference(vector, operation))
}
