import type { Diagnostic } from '../../diagnostic'
import { LIMITS } from '../../limits'
import type { Design } from '../design'
import { CACHE_CLUSTER_SIZES } from '../stage'
import { webAclOf } from '../web-acl-arn'
import { checkMethodSettings } from './check-method-settings'
import { isNumberWithin } from './numbers'
import { unless, type Path } from './problem'
import type { ApiScope, StageScope } from './scope'

/** Names, variables, cache, deployment, canary and method settings of every stage. Source: rest-api.md 11.1, 6.1, 11.4. */
export function checkStages({ design, api, at }: ApiScope): Diagnostic[] {
  return Object.entries(api.stages).flatMap(([name, stage]) => {
    const scope = { api, stage, name, at: [...at, 'stages', name] }
    return [
      ...checkName(scope),
      ...checkVariables(scope, stage.variables, ['variables']),
      ...checkVariables(scope, stage.canarySettings?.stageVariableOverrides, [
        'canarySettings',
        'stageVariableOverrides',
      ]),
      ...checkCache(scope),
      ...checkDeployment(scope, stage.deploymentId, ['deploymentId']),
      ...checkDeployment(scope, stage.canarySettings?.deploymentId, ['canarySettings', 'deploymentId']),
      ...checkCanary(scope),
      ...checkWebAcl(design, scope),
      ...checkMethodSettings(scope),
    ]
  })
}

function checkName({ api, name, at }: StageScope): Diagnostic[] {
  return unless(
    /^[\w-]{1,128}$/.test(name),
    'design/stage-name-invalid',
    at,
    () => `Stage "${name}" of ${api.name}: a name has 1 to 128 letters, digits, _ and -. Rename it.`,
  )
}

function checkVariables(
  { name: stageName, at }: StageScope,
  variables: Readonly<Record<string, string>> | undefined,
  place: Path,
): Diagnostic[] {
  const nameLength = LIMITS.stageVariableNameLength.value
  const valueLength = LIMITS.stageVariableValueLength.value
  return Object.entries(variables ?? {}).flatMap(([name, value]) => {
    const field = [...at, ...place, name]
    return [
      ...unless(
        /^\w+$/.test(name) && name.length <= nameLength,
        'design/stage-variable-invalid',
        field,
        () => `Stage ${stageName}, variable "${name}": a name has 1 to ${nameLength} letters, digits and _. Rename it.`,
      ),
      ...unless(
        /^[\w.~:/?#&=,-]+$/.test(value) && value.length <= valueLength,
        'design/stage-variable-invalid',
        field,
        () =>
          `Stage ${stageName}, variable ${name}: a value has 1 to ${valueLength} letters, digits and - . _ ~ : / ? # & = , and ` +
          'nothing else.',
      ),
    ]
  })
}

function checkCache({ stage, name, at }: StageScope): Diagnostic[] {
  const size = stage.cacheClusterSize
  return unless(
    size === undefined || CACHE_CLUSTER_SIZES.includes(size),
    'design/cache-size-invalid',
    [...at, 'cacheClusterSize'],
    () =>
      `Stage ${name}: cacheClusterSize "${size}" does not exist. Choose one of ${CACHE_CLUSTER_SIZES.join(', ')} GB.`,
  )
}

function checkDeployment({ api, name, at }: StageScope, deploymentId: string | undefined, place: Path): Diagnostic[] {
  return unless(
    deploymentId === undefined || api.deployments.some((deployment) => deployment.id === deploymentId),
    'design/deployment-unknown',
    [...at, ...place],
    () => `Stage ${name} of ${api.name}: deployment ${deploymentId} does not exist. Deploy, or choose another.`,
  )
}

function checkWebAcl(design: Design, { stage, name, at }: StageScope): Diagnostic[] {
  return unless(
    stage.webAclArn === undefined || webAclOf(design, stage) !== undefined,
    'design/web-acl-unknown',
    [...at, 'webAclArn'],
    () =>
      `Stage ${name}: web ACL ${stage.webAclArn} is not part of this project, so nothing is filtered here. Choose one, or add it.`,
    'warning',
  )
}

function checkCanary({ stage, name, at }: StageScope): Diagnostic[] {
  const percent = stage.canarySettings?.percentTraffic
  return unless(
    percent === undefined || isNumberWithin(percent, 0, 100),
    'design/canary-percent-invalid',
    [...at, 'canarySettings', 'percentTraffic'],
    () => `Stage ${name}: percentTraffic is ${percent}. Give a number from 0 to 100.`,
  )
}
