import type { TemplateRun } from '@shared/contract/gateway'
import type { MappingTools } from '../../engine/mapping/mapping-tools'
import type { Call } from '../call'
import type { BackendAnswer } from './backend-answer'
import type { KeptAnswer } from './kept-mock'
import { mockAnswer } from './mock'

/** Whether the integration of a call waits for nothing, so that neither a promise nor a time limit is needed for it. */
export function answersAtOnce({ authorizer, route }: Call): boolean {
  const { type, fault } = route.compiled.method.integration!
  return type === 'MOCK' && fault === undefined && authorizer?.hasUnusableContext !== true
}

/** The answer of such an integration. */
export function answerAtOnce(tools: MappingTools, call: Call): BackendAnswer {
  const { message, route, templateRuns } = call
  const { keptMock } = route
  const isKept = keptMock !== null && message.body.length === 0
  const { answer, runs } = isKept ? keptMock.answer(message, () => mapped(tools, call)) : mapped(tools, call)
  for (const run of runs) templateRuns.push(run)
  return answer
}

function mapped(tools: MappingTools, call: Call): KeptAnswer {
  const runs: TemplateRun[] = []
  const answer = mockAnswer({ ...tools, onTemplateRun: (run) => runs.push(run) }, call)
  return { answer, runs }
}
