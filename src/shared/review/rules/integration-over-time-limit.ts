import { LIMITS } from '../../limits'
import type { Design } from '../../design/design'
import { finding } from '../finding'
import type { Finding, ReviewRule } from '../review-rule'
import { functionTarget } from '../scopes/function-target'
import { integrations, type IntegrationScope } from '../scopes/integrations'

export const integrationOverTimeLimit: ReviewRule = {
  id: 'integration-over-time-limit',
  title: 'Callers get 504 while the work goes on',
  severity: 'warning',
  what: 'Functions that may run longer than the integration waits for them, and integrations that wait longer than accounts allow without a raised quota.',
  why: 'The gateway answers 504 when its time is up. The function goes on, is paid for, and whoever tries again starts it a second time.',
  source: 'Guides 000, 001 and 003, "29-second timeout"; rest-api.md 9.1 and 15.',
  find: (design) => integrations(design).flatMap((scope) => [...longFunction(design, scope), ...longWait(scope)]),
}

function longFunction({ functions }: Design, { api, at, name, uri, timeoutInMillis }: IntegrationScope): Finding[] {
  const target = functionTarget(uri)
  if (target === null || !Object.hasOwn(functions, target.name)) return []
  const timeoutMs = (functions[target.name]!.timeout ?? 0) * 1000
  const waitsMs = timeoutInMillis ?? defaultWait(api.protocolType)
  if (timeoutMs <= waitsMs) return []
  const message = `${api.name}, ${name}: the function ${target.name} may run ${timeoutMs / 1000} s, but the gateway waits ${waitsMs / 1000} s. Answer 202 and do long work from a queue, or give the function less time.`
  return [finding(integrationOverTimeLimit, at, message)]
}

function longWait({ api, at, name, timeoutInMillis }: IntegrationScope): Finding[] {
  const most = defaultWait(api.protocolType)
  if (timeoutInMillis === undefined || timeoutInMillis <= most) return []
  const message = `${api.name}, ${name}: it waits ${timeoutInMillis / 1000} s, but an account has ${most / 1000} s unless its quota was raised, which lowers its rate. Answer 202 and do long work from a queue.`
  return [finding(integrationOverTimeLimit, [...at, 'timeoutInMillis'], message)]
}

function defaultWait(protocolType: string): number {
  return protocolType === 'HTTP' ? LIMITS.httpIntegrationTimeoutMax.value : LIMITS.integrationTimeoutMax.value
}
