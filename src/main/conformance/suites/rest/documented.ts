import type { DomainName } from '@shared/design/domain-name'
import type { PassthroughBehavior } from '@shared/design/integration'
import { sharesCacheEntries } from '../../../engine/canary'
import { payloadText } from '../../../engine/mapping/payload'
import { mapCallRequest } from '../../../live/backends/map-call'
import { locateByDomain } from '../../../live/request/locate-stage'
import { skipped, type CaseResult } from '../../conformance-suite'
import { answerMembers } from './answer-members'
import { caseTools, singleCall } from './case-call'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'
import { authorizerOutcome } from './documented-authorizer'
import { combinedOutcome } from './documented-policy'
import { importedResources } from './openapi'
import { validate } from './validation'
import { renderedMembers, type TemplateCaseInput } from './template-text'

type Play = (entry: CaseEntry) => Readonly<Record<string, unknown>>

const TOPICS: ReadonlyMap<unknown, Play> = new Map<string, Play>([
  ['passthrough', passedThrough],
  ['validation', validated],
  ['api-mapping', located],
  ['vtl', (entry) => renderedMembers(entry as unknown as TemplateCaseInput)],
  ['authorizer-context', renderedWithAuthorizer],
  ['canary-cache', canaryEntries],
  ['policy-combination', combinedOutcome],
  ['authorizer-outcome', authorizerOutcome],
  ['import-basepath', importedWithBasePath],
])

/** Tables of the guide, each a topic of its own. */
export const DOCUMENTED_KIND: CaseKind = {
  name: 'documented',
  play: (entry) => played(entry.id, () => playTopic(entry)),
}

function playTopic(entry: CaseEntry): CaseResult {
  const play = TOPICS.get(entry.topic)
  if (play === undefined) return skipped(entry.id, `the topic "${String(entry.topic)}" cannot be played yet`)
  return compareMembers(entry, play(entry))
}

function passedThrough(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { templates, contentType, passthroughBehavior } = entry as unknown as {
    readonly templates: readonly string[]
    readonly contentType: string | null
    readonly passthroughBehavior: PassthroughBehavior
  }
  const requestTemplates = Object.fromEntries(templates.map((type) => [type, 'transformed']))
  const headers: Readonly<Record<string, string>> = contentType === null ? {} : { 'Content-Type': contentType }
  const integration = { type: 'HTTP' as const, requestTemplates, passthroughBehavior }
  const tools = caseTools()
  const mapped = mapCallRequest(tools, singleCall('/', 'POST', integration, { headers, body: 'unchanged' }))
  if (mapped.kind === 'failure') return { ...answerMembers(mapped), body: undefined }
  return { status: 200, body: payloadText(mapped.body, tools.codec) }
}

/** The guide writes the query behind the path. */
function validated(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { request, requestParameters } = entry as unknown as {
    readonly request: { readonly path: string }
    readonly requestParameters: readonly string[]
  }
  const [resource = '/', rawQuery = ''] = request.path.split('?')
  const query = Object.fromEntries(new URLSearchParams(rawQuery))
  return { ...validate({ id: entry.id, resource, requestParameters, request: { path: resource, query } }) }
}

function located(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { mappings, path } = entry as unknown as {
    readonly mappings: Readonly<Record<string, string>>
    readonly path: string
  }
  const domain: DomainName = {
    domainName: 'api.example.com',
    basePathMappings: Object.entries(mappings).map(([basePath, apiId]) => ({ basePath, apiId, stage: 'prod' })),
  }
  return { api: locateByDomain(domain, path)?.apiId }
}

function importedWithBasePath(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { basePath, paths, mode } = entry as unknown as {
    readonly basePath: string
    readonly paths: readonly string[]
    readonly mode: 'ignore' | 'prepend' | 'split'
  }
  return { resources: importedResources({ swagger: '2.0', basePath, paths }, mode) }
}

function canaryEntries(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { deployments, useStageCache } = entry as unknown as {
    readonly deployments: 'same' | 'different'
    readonly useStageCache: boolean
  }
  const deploymentId = deployments === 'same' ? 'dep001' : 'dep002'
  const canarySettings = { percentTraffic: 50, deploymentId, useStageCache }
  const isShared = sharesCacheEntries({ deploymentId: 'dep001', canarySettings, methodSettings: {} })
  return { entries: isShared ? 'shared' : 'separate' }
}

/** Every value of an authorizer's context is text to a template. */
function renderedWithAuthorizer(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { template, context } = entry as unknown as {
    readonly template: string
    readonly context: Readonly<Record<string, unknown>>
  }
  const texts = Object.entries(context).map(([name, value]) => [name, String(value)])
  return renderedMembers({ template, authorizer: Object.fromEntries(texts) as Readonly<Record<string, string>> })
}
