import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { DomainName } from '@shared/design/domain-name'
import { idFrom } from '@shared/design/id-from'
import { methodSettingKey } from '@shared/design/method-settings'
import type { RestApi } from '@shared/design/rest-api'
import type { UsagePlan } from '@shared/design/usage-plan'
import type { Random } from '../../project-format/testing/random'
import { maybe, randomText, some } from './random-parts'

/** Plans for the REST APIs, keys in them, and domains in front of any API. */
export function randomClients(
  random: Random,
  apis: readonly Api[],
): Pick<Design, 'usagePlans' | 'apiKeys' | 'domainNames'> {
  const apiKeys = some(random, ['mobile', 'partner one']).map((name) => ({
    id: idFrom(`key ${name}`, 10),
    name,
    enabled: random.chance(0.8),
    value: idFrom(`value ${name}`, 40),
    ...(random.chance(0.3) && { description: randomText(random) }),
  }))
  const restApis = apis.filter((api) => api.protocolType === 'REST')
  const names = restApis.length === 0 ? [] : some(random, ['gold', 'trial plan'])
  const usagePlans = names.map((name, index) => {
    // For one stage a key can be in one plan only.
    const keyIds = apiKeys.filter((_, at) => at % names.length === index).map(({ id }) => id)
    return randomPlan(random, name, restApis, keyIds)
  })
  return { apiKeys, usagePlans, domainNames: random.chance(0.4) ? [randomDomain(random, apis)] : [] }
}

function randomPlan(random: Random, name: string, apis: readonly RestApi[], keyIds: readonly string[]): UsagePlan {
  return {
    id: idFrom(`plan ${name}`, 6),
    name,
    ...maybe<Pick<UsagePlan, 'description' | 'throttle' | 'quota'>>(random, {
      description: () => randomText(random),
      throttle: () => ({ rateLimit: 10 + random.below(90), burstLimit: 20 }),
      quota: () => ({ limit: 1000, period: random.pick(['DAY', 'WEEK', 'MONTH'] as const) }),
    }),
    apiStages: apis.flatMap((api) =>
      some(random, Object.keys(api.stages)).map((stage) => ({ apiId: api.id, stage, ...methodThrottle(random, api) })),
    ),
    keyIds: some(random, keyIds),
  }
}

function methodThrottle(random: Random, api: RestApi): Pick<UsagePlan['apiStages'][number], 'throttle'> {
  const keys = Object.entries(api.resources).flatMap(([path, { methods }]) =>
    Object.keys(methods).map((verb) => methodSettingKey(path, verb)),
  )
  const chosen = some(random, keys, 0.1)
  if (chosen.length === 0) return {}
  return { throttle: Object.fromEntries(chosen.map((key) => [key, { rateLimit: 5, burstLimit: 2 }])) }
}

/** APIs of the two services never share a domain; the mappings are those of the first API and its like. */
function randomDomain(random: Random, apis: readonly Api[]): DomainName {
  const isRest = apis[0]?.protocolType === 'REST'
  const alike = apis.filter((api) => (api.protocolType === 'REST') === isRest)
  return {
    domainName: 'api.example.com',
    endpointConfiguration: { types: ['REGIONAL'] },
    securityPolicy: 'TLS_1_2',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555',
    basePathMappings: alike.map((api, index) => ({
      basePath: index === 0 && random.chance(0.5) ? '(none)' : `v${index + 1}`,
      apiId: api.id,
      stage: Object.keys(api.stages)[0] ?? 'prod',
    })),
  }
}
