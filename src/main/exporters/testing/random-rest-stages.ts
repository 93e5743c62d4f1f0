import { ALL_METHODS, methodSettingKey, type MethodSetting } from '@shared/design/method-settings'
import type { RestApi, RestApiDefinition } from '@shared/design/rest-api'
import type { Stage } from '@shared/design/stage'
import type { Random } from '../../project-format/testing/random'
import { ACCESS_LOG, maybe, randomTags, randomText, randomVariables, some } from './random-parts'

/** One to three stages, all of one deployment. */
export function randomRestStages(
  random: Random,
  definition: RestApiDefinition,
  deploymentId: string,
): RestApi['stages'] {
  const names = ['prod', ...some(random, ['dev', 'v1_beta'])]
  return Object.fromEntries(names.map((name) => [name, randomStage(random, definition, deploymentId)]))
}

function randomStage(random: Random, definition: RestApiDefinition, deploymentId: string): Stage {
  const hasCache = random.chance(0.3)
  return {
    deploymentId,
    methodSettings: randomSettings(random, definition, hasCache),
    ...(hasCache && { cacheClusterEnabled: true, cacheClusterSize: '0.5' as const }),
    ...maybe<Pick<Stage, 'description' | 'variables' | 'accessLogSettings' | 'tracingEnabled' | 'tags'>>(random, {
      description: () => randomText(random),
      variables: () => ({ stage: 'x', ...randomVariables(random) }),
      accessLogSettings: () => ACCESS_LOG,
      tracingEnabled: () => true,
      tags: () => ({ kind: 'stage', ...randomTags(random) }),
    }),
  }
}

function randomSettings(random: Random, definition: RestApiDefinition, hasCache: boolean): Stage['methodSettings'] {
  const keys = Object.entries(definition.resources).flatMap(([path, { methods }]) =>
    Object.keys(methods).map((verb) => methodSettingKey(path, verb)),
  )
  const chosen = [...some(random, [ALL_METHODS]), ...some(random, keys, 0.15)]
  return Object.fromEntries(chosen.map((key) => [key, randomSetting(random, hasCache)]))
}

function randomSetting(random: Random, hasCache: boolean): MethodSetting {
  return {
    throttlingRateLimit: 10 + random.below(100),
    throttlingBurstLimit: 20 + random.below(100),
    ...maybe<Pick<MethodSetting, 'loggingLevel' | 'metricsEnabled' | 'dataTraceEnabled'>>(random, {
      loggingLevel: () => random.pick(['OFF', 'ERROR', 'INFO'] as const),
      metricsEnabled: () => true,
      dataTraceEnabled: () => false,
    }),
    ...(hasCache &&
      maybe<Pick<MethodSetting, 'cachingEnabled' | 'cacheTtlInSeconds' | 'cacheDataEncrypted'>>(random, {
        cachingEnabled: () => true,
        cacheTtlInSeconds: () => random.pick([60, 3600]),
        cacheDataEncrypted: () => true,
      })),
  }
}
