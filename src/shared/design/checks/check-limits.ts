import type { Diagnostic } from '../../diagnostic'
import { LIMITS } from '../../limits'
import type { Design } from '../design'
import { resourceNodes } from './resource-nodes'
import type { ApiScope } from './scope'
import { within } from './within'

/** How many of everything an account may have: warnings, since the design works here. Source: rest-api.md 15. */
export function checkDesignLimits(design: Design): Diagnostic[] {
  return [
    ...within('The account', design.apiKeys.length, 'API keys', LIMITS.apiKeys, ['apiKeys']),
    ...within('The account', design.usagePlans.length, 'usage plans', LIMITS.usagePlans, ['usagePlans']),
    ...checkPlansPerKey(design),
  ]
}

/** The same for one REST API. */
export function checkApiLimits({ api, at }: ApiScope): Diagnostic[] {
  const policyLength = api.policy ? JSON.stringify(api.policy).length : 0
  const resources = resourceNodes(Object.keys(api.resources)).length
  const authorizers = Object.keys(api.authorizers).length
  return [
    ...within(api.name, resources, 'resources', LIMITS.resourcesPerApi, [...at, 'resources']),
    ...within(api.name, Object.keys(api.stages).length, 'stages', LIMITS.stagesPerApi, [...at, 'stages']),
    ...within(api.name, authorizers, 'authorizers', LIMITS.authorizersPerApi, [...at, 'authorizers']),
    ...within(`${api.name}, resource policy`, policyLength, 'characters', LIMITS.resourcePolicyLength, [
      ...at,
      'policy',
    ]),
    ...Object.entries(api.stages).flatMap(([name, stage]) => {
      const variables = Object.keys(stage.variables ?? {}).length
      const variablesAt = [...at, 'stages', name, 'variables']
      return within(`${api.name}, stage ${name}`, variables, 'stage variables', LIMITS.stageVariables, variablesAt)
    }),
  ]
}

function checkPlansPerKey(design: Design): Diagnostic[] {
  const counts = new Map<string, number>()
  for (const plan of design.usagePlans) {
    for (const keyId of new Set(plan.keyIds)) counts.set(keyId, (counts.get(keyId) ?? 0) + 1)
  }
  return design.apiKeys.flatMap((key, index) =>
    within(`API key ${key.name}`, counts.get(key.id) ?? 0, 'usage plans', LIMITS.usagePlansPerApiKey, [
      'apiKeys',
      index,
    ]),
  )
}
