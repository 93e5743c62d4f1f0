import type { StepName } from '@shared/step-name'

/** A row of the ladder: what a person sees as one step. Several of the engine's steps may share a row. */
export type LadderStep =
  | 'client'
  | 'domain'
  | 'waf'
  | 'resource-policy'
  | 'route'
  | 'authorizer'
  | 'api-key'
  | 'throttle'
  | 'validation'
  | 'cache'
  | 'request-mapping'
  | 'integration'
  | 'response-mapping'

export const LADDER_LABELS: { readonly [step in LadderStep]: string } = {
  client: 'Client',
  domain: 'Domain',
  waf: 'WAF',
  'resource-policy': 'Resource policy',
  route: 'Route selection',
  authorizer: 'Authorizer',
  'api-key': 'API key and plan',
  throttle: 'Throttle',
  validation: 'Validation',
  cache: 'Cache',
  'request-mapping': 'Request mapping',
  integration: 'Integration',
  'response-mapping': 'Response mapping',
}

/** The row that shows an engine step. */
export const ROW_OF_STEP: { readonly [step in StepName]: LadderStep } = {
  waf: 'waf',
  'resource-policy': 'resource-policy',
  authorizer: 'authorizer',
  'api-key': 'api-key',
  quota: 'api-key',
  'usage-plan-throttle': 'throttle',
  'method-throttle': 'throttle',
  'stage-throttle': 'throttle',
  'account-throttle': 'throttle',
  'connection-rate': 'throttle',
  'count-quota': 'api-key',
  'request-validator': 'validation',
  'cache-lookup': 'cache',
  integration: 'integration',
}
