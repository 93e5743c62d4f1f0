import type { Design } from '@shared/design/design'
import { patchMembers, removeMember, setMember } from '@shared/design/edits/update-in'
import { CACHE_CONTROL_STRATEGIES } from '@shared/design/method-settings'
import { patchCanary, type PatchOperation } from '@shared/design/patch-canary'
import { patchMethodSetting } from '@shared/design/patch-method-setting'
import type { RestApi } from '@shared/design/rest-api'
import { CACHE_CLUSTER_SIZES, type Stage } from '@shared/design/stage'
import { nearest } from '@shared/did-you-mean'
import { patchSegments, type PatchEntry } from '../patch/patch-operation'
import { badRequest, notFound, notInList } from '../service-error'

/** What UpdateStage takes besides settings of methods. Source: rest-api.md 11. */
const OWN_PATHS = [
  '/deploymentId',
  '/description',
  '/cacheClusterEnabled',
  '/cacheClusterSize',
  '/clientCertificateId',
  '/accessLogSettings',
  '/accessLogSettings/destinationArn',
  '/accessLogSettings/format',
  '/canarySettings',
  '/tracingEnabled',
  '/variables',
]

const SETTING_PATHS = [
  'metrics/enabled',
  'logging/dataTrace',
  'logging/loglevel',
  'throttling/burstLimit',
  'throttling/rateLimit',
  'caching/ttlInSeconds',
  'caching/enabled',
  'caching/dataEncrypted',
  'caching/requireAuthorizationForCacheControl',
  'caching/unauthorizedCacheControlHeaderStrategy',
].map((suffix) => `/{resourcePath}/{httpMethod}/${suffix}`)

/** One operation of UpdateStage; throws the service's refusal of it. */
export function patchStage(design: Design, api: RestApi, stage: Stage, entry: PatchEntry): Stage {
  const operation = checkedOperation(entry)
  const canary = patchCanary(stage, operation)
  if (canary.kind === 'patched') return canary.stage
  if (canary.kind === 'refused') throw badRequest(canary.message)
  const own = ownMember(api, stage, operation)
  if (own !== null) return own
  refuseSettingValue(operation)
  const setting = patchMethodSetting(stage, operation, design.account.throttleSettings)
  if (setting.kind === 'patched') return setting.stage
  if (setting.kind === 'refused') throw badRequest(setting.message)
  const paths = [...OWN_PATHS, ...SETTING_PATHS]
  const meant = nearest(operation.path, OWN_PATHS)
  throw badRequest(
    `Invalid method setting path: ${operation.path}. Must be one of: [${paths.join(', ')}]`,
    meant && `Did you mean ${meant}?`,
  )
}

function checkedOperation({ op, path = '', value, from }: PatchEntry): PatchOperation {
  if (op === 'add' || op === 'replace' || op === 'remove' || op === 'copy') {
    return { op, path, ...(value !== undefined && { value }), ...(from !== undefined && { from }) }
  }
  throw badRequest('Invalid patch operation specified. Must be one of: [add, remove, replace, copy]')
}

/** Null when the path is none of the stage's own members. */
function ownMember(api: RestApi, stage: Stage, { op, path, value = '' }: PatchOperation): Stage | null {
  const [member, ...rest] = patchSegments(path)
  const isRemoval = op === 'remove'
  if (member === 'variables') return withVariable(stage, rest.join('/'), isRemoval ? null : value)
  if (member === 'accessLogSettings') return withAccessLog(stage, rest[0], isRemoval ? undefined : value)
  if (rest.length > 0) return null
  switch (member) {
    case 'deploymentId':
      if (api.deployments.some(({ id }) => id === value)) return { ...stage, deploymentId: value }
      throw notFound('Invalid Deployment identifier specified')
    case 'description':
    case 'clientCertificateId':
      return isRemoval || value === '' ? removeMember(stage, member) : { ...stage, [member]: value }
    case 'cacheClusterEnabled':
    case 'tracingEnabled':
      return { ...stage, [member]: flagOf(path, value) }
    case 'cacheClusterSize': {
      const size = CACHE_CLUSTER_SIZES.find((each) => each === value)
      if (size === undefined) throw notInList('cacheClusterSize', value, CACHE_CLUSTER_SIZES)
      return { ...stage, cacheClusterSize: size }
    }
    default:
      return null
  }
}

function withVariable(stage: Stage, name: string, value: string | null): Stage {
  if (name === '') return value === null ? removeMember(stage, 'variables') : stage
  const variables = stage.variables ?? {}
  return patchMembers(stage, {
    variables: value === null ? removeMember(variables, name) : setMember(variables, name, value),
  })
}

function withAccessLog(stage: Stage, member: string | undefined, value: string | undefined): Stage {
  if (member === undefined) return value === undefined ? removeMember(stage, 'accessLogSettings') : stage
  const { destinationArn, format = '' } = stage.accessLogSettings ?? {}
  if (member === 'destinationArn') {
    return { ...stage, accessLogSettings: { ...(value !== undefined && { destinationArn: value }), format } }
  }
  if (member !== 'format') throw badRequest(`Invalid patch path /accessLogSettings/${member}`)
  return {
    ...stage,
    accessLogSettings: { ...(destinationArn !== undefined && { destinationArn }), format: value ?? '' },
  }
}

function flagOf(path: string, value: string): boolean {
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  throw badRequest(`Invalid patch value ${value} specified for ${path}. Must be one of: [true, false]`)
}

const LOG_LEVELS = ['OFF', 'ERROR', 'INFO']

/** A setting's value that no setting can have. */
function refuseSettingValue({ op, path, value = '' }: PatchOperation): void {
  if (op === 'remove') return
  if (path.endsWith('/caching/unauthorizedCacheControlHeaderStrategy')) {
    const known: readonly string[] = CACHE_CONTROL_STRATEGIES
    if (!known.includes(value))
      throw notInList('unauthorizedCacheControlHeaderStrategy', value, known, strategyHint(value))
  }
  if (path.endsWith('/logging/loglevel') && !LOG_LEVELS.includes(value))
    throw notInList('loggingLevel', value, LOG_LEVELS)
  const isFlag =
    /\/(metrics\/enabled|logging\/dataTrace|caching\/(enabled|dataEncrypted|requireAuthorizationForCacheControl))$/
  if (isFlag.test(path)) flagOf(path, value)
  if (/\/(throttling\/(burstLimit|rateLimit)|caching\/ttlInSeconds)$/.test(path) && !/^-?\d+(\.\d+)?$/.test(value)) {
    throw badRequest(`Invalid patch value ${value} specified for ${path}. Must be a number`)
  }
}

function strategyHint(value: string): string {
  const meant = nearest(value, CACHE_CONTROL_STRATEGIES)
  return `Use one of ${CACHE_CONTROL_STRATEGIES.join(', ')}${meant ? `; did you mean ${meant}?` : '.'}`
}
