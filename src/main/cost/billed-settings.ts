import type { Api, ProtocolType } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { CacheClusterSize } from '@shared/design/stage'
import type { WebAcl } from '@shared/design/web-acl'
import { webAclOf } from '@shared/design/web-acl-arn'

/** What of an API and one of its stages costs money, or changes what something costs. */
export interface BilledSettings {
  readonly protocolType: ProtocolType
  /** Private APIs pay PrivateLink instead of data transfer. */
  readonly isPrivate: boolean
  /** Null without a cache. */
  readonly cacheGb: CacheClusterSize | null
  readonly webAcl: WebAcl | null
  /** Null when no access log goes to CloudWatch. */
  readonly accessLogFormat: string | null
  readonly hasExecutionLogs: boolean
}

/** The size of a cache that is on without one being named, as the engine has it. */
const DEFAULT_CACHE_GB = '0.5'

/** A stage that is not there has no settings of its own. */
export function billedSettings(design: Design, api: Api, stageName: string): BilledSettings {
  const { protocolType } = api
  const logs = Object.hasOwn(api.stages, stageName) ? api.stages[stageName]!.accessLogSettings : undefined
  const accessLogFormat = logs === undefined || goesToFirehose(logs.destinationArn) ? null : logs.format
  const plain = { protocolType, isPrivate: false, cacheGb: null, webAcl: null, accessLogFormat }
  if (api.protocolType !== 'REST') return { ...plain, hasExecutionLogs: false }
  const isPrivate = api.endpointConfiguration.types.includes('PRIVATE')
  const stage = Object.hasOwn(api.stages, stageName) ? api.stages[stageName] : undefined
  if (stage === undefined) return { ...plain, isPrivate, hasExecutionLogs: false }
  return {
    ...plain,
    isPrivate,
    cacheGb: stage.cacheClusterEnabled === true ? (stage.cacheClusterSize ?? DEFAULT_CACHE_GB) : null,
    webAcl: webAclOf(design, stage) ?? null,
    hasExecutionLogs: Object.values(stage.methodSettings).some(({ loggingLevel = 'OFF' }) => loggingLevel !== 'OFF'),
  }
}

function goesToFirehose(destinationArn = ''): boolean {
  return destinationArn.includes(':firehose:')
}
