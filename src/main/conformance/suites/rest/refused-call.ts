import type { OperationResult } from '../../../control-plane/call-operation'
import { operationsOf } from '../../../control-plane/operations/all-operations'
import { cliName } from '../../../control-plane/operations/cli-names'
import type { JsonRecord } from '../../../control-plane/json-record'
import { deployedApi, ManagedWorld, type DeployedApi } from './managed-world'

interface Told {
  readonly world: ManagedWorld
  readonly api: DeployedApi
  /** What the case says behind the operation's name. */
  readonly words: string
}

type Play = (told: Told) => OperationResult | null

/** What comes of a call told in words, as in "CreateResource child of {proxy+}"; null when the words are not understood. */
export function refusedCall(call: string): OperationResult | null {
  const world = new ManagedWorld()
  const [name = '', ...rest] = call.split(' ')
  const operation = operationNamed(name)
  const play = operation === undefined ? undefined : PLAYS[operation]
  return play?.({ world, api: deployedApi(world), words: rest.length === 0 ? name : rest.join(' ') }) ?? null
}

/** "CreateResource", or a text that begins with a command: "put-rest-api-bad-json-file". */
function operationNamed(name: string): string | undefined {
  if (Object.hasOwn(PLAYS, name)) return name
  const commands = [...operationsOf('apigateway').keys()].map((each) => [cliName(each), each] as const)
  if (name.startsWith('import-api-')) return 'ImportRestApi'
  return commands.filter(([command]) => name.startsWith(command)).sort(([a], [b]) => b.length - a.length)[0]?.[1]
}

/** "type=AWS uri=x" -> { type: "AWS", uri: "x" }. */
function pairsOf(words: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...words.matchAll(/(\w+)=(\S+)/g)].map(([, key = '', value = '']) => [key, value]))
}

const METHOD = { httpMethod: 'POST', authorizationType: 'NONE' }
const FIREHOSE = 'arn:aws:apigateway:us-east-1:firehose:path/stream'
const FUNCTION =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations'

const PLAYS: Readonly<Record<string, Play>> = {
  PutIntegration({ world, api, words }) {
    const { type = /^(AWS_PROXY|AWS|HTTP_PROXY|HTTP|MOCK)\b/.exec(words)?.[1] ?? 'AWS' } = pairsOf(words)
    const uri = uriOf(words, type)
    if (uri === undefined) return null
    const isBare = /without integrationHttpMethod/.test(words)
    return world.call('PutIntegration', {
      restApiId: api.restApiId,
      resourceId: api.resourceId,
      httpMethod: 'GET',
      type,
      uri,
      ...(!isBare && { integrationHttpMethod: 'POST' }),
    })
  },
  CreateResource({ world, api, words }) {
    const create = (parentId: string, pathPart: string) => ({ restApiId: api.restApiId, parentId, pathPart })
    const [, part = 'child', parent = ''] = /^(?:(\S+) )?child of (\{\S+\})/.exec(words) ?? []
    if (parent !== '') {
      const { id } = world.done('CreateResource', create(api.rootId, parent))
      return world.call('CreateResource', create(String(id), part))
    }
    if (!/sibling|twice|same name/.test(words)) return null
    const [first = 'pets', second = first] = words.match(/\{[^}]+\}/g) ?? []
    world.done('CreateResource', create(api.rootId, first))
    return world.call('CreateResource', create(api.rootId, second))
  },
  UpdateResource({ world, api, words }) {
    const { restApiId, rootId, resourceId } = api
    const patch = (id: string, path: string, value: string) =>
      world.call('UpdateResource', { restApiId, resourceId: id, patchOperations: [{ op: 'replace', path, value }] })
    if (/cycl|itself|descendant|own child/.test(words)) {
      const { id } = world.done('CreateResource', { restApiId, parentId: resourceId, pathPart: 'below' })
      return patch(resourceId, '/parentId', String(id))
    }
    if (!/sibling/.test(words)) return null
    world.done('CreateResource', { restApiId, parentId: rootId, pathPart: 'pets' })
    return patch(resourceId, '/pathPart', 'pets')
  },
  PutMethod({ world, api, words }) {
    const values = methodOf(words)
    return (
      values && world.call('PutMethod', { restApiId: api.restApiId, resourceId: api.resourceId, ...METHOD, ...values })
    )
  },
  CreateModel({ world, api, words }) {
    const model = {
      restApiId: api.restApiId,
      name: 'pet',
      contentType: 'application/json',
      schema: '{"type":"object"}',
    }
    if (/empty schema|without schema/.test(words)) return world.call('CreateModel', { ...model, schema: '' })
    if (/empty name/.test(words)) return world.call('CreateModel', { ...model, name: '' })
    if (!/twice/.test(words)) return null
    world.done('CreateModel', model)
    return world.call('CreateModel', model)
  },
  UpdateUsagePlan({ world, api, words }) {
    const [, op, path, value] = /^(\w+) (\/\S+)(?: (?:without value|(\S+)))?$/.exec(words) ?? []
    if (op === undefined) return null
    const usagePlanId = String(world.done('CreateUsagePlan', { name: 'plan' })['id'])
    const entry = { op, path, ...(value !== undefined && { value: value.replace('<api>', api.restApiId) }) }
    return world.call('UpdateUsagePlan', { usagePlanId, patchOperations: [entry] })
  },
  CreateDeployment({ world, api, words }) {
    const { stageName } = pairsOf(words)
    const isCanary = /canary/i.test(words)
    if (!isCanary) return null
    const canarySettings = { percentTraffic: 50, useStageCache: false }
    return world.call('CreateDeployment', { restApiId: api.restApiId, ...(stageName && { stageName }), canarySettings })
  },
  UpdateStage({ world, api, words }) {
    const [, op, from, path] = /^(copy|remove|replace|add) (?:from )?(\/\S+)(?: to (\/\S+))?/.exec(words) ?? []
    if (op === undefined || from === undefined) return null
    const source = from.replace('/canarySettings/...', '/canarySettings/stageVariableOverrides')
    const entry =
      op === 'copy' ? { op, from: source, path: path ?? '/variables' } : { op, path: source, ...valueOf(words) }
    return world.call('UpdateStage', { restApiId: api.restApiId, stageName: 'dev', patchOperations: [entry] })
  },
  DeleteDeployment({ world, api, words }) {
    if (!/used by a stage/.test(words)) return null
    return world.call('DeleteDeployment', { restApiId: api.restApiId, deploymentId: api.deploymentId })
  },
  CreateApiKey({ world, words }) {
    const value = /too-long/.test(words) ? 'x'.repeat(129) : /short/.test(words) ? 'short' : undefined
    return value === undefined ? null : world.call('CreateApiKey', { name: 'key', value })
  },
  UpdateRestApi({ world, api, words }) {
    const [entry] = Object.entries(pairsOf(words))
    if (entry === undefined) return null
    const patchOperations = [{ op: 'replace', path: `/${entry[0]}`, value: entry[1] }]
    return world.call('UpdateRestApi', { restApiId: api.restApiId, patchOperations })
  },
  CreateRestApi({ world, words }) {
    const type = /^(PRIVATE|REGIONAL|EDGE)\b/.exec(words)?.[1]
    if (type === undefined) return null
    return world.call('CreateRestApi', { name: 'other', endpointConfiguration: { types: [type], ...pairsOf(words) } })
  },
  DeleteGatewayResponse({ world, api, words }) {
    if (!/not set|absent|undefined/.test(words)) return null
    return world.call('DeleteGatewayResponse', { restApiId: api.restApiId, responseType: 'THROTTLED' })
  },
  UpdateGatewayResponse({ world, api, words }) {
    const [, op, path] = /^(add|remove) (\/statusCode)/.exec(words) ?? []
    if (op === undefined) return null
    const patchOperations = [{ op, path, value: '400' }]
    return world.call('UpdateGatewayResponse', {
      restApiId: api.restApiId,
      responseType: 'DEFAULT_4XX',
      patchOperations,
    })
  },
  ImportRestApi: ({ world, words }) => (/bad/.test(words) ? world.call('ImportRestApi', { body: '{bad' }) : null),
  PutRestApi: ({ world, api, words }) =>
    /bad/.test(words) ? world.call('PutRestApi', { restApiId: api.restApiId, body: '{bad' }) : null,
}

function uriOf(words: string, type: string): string | undefined {
  if (/without path or action/.test(words)) return 'arn:aws:apigateway:us-east-1:lambda:test'
  if (/non-arn|not an ARN/.test(words)) return 'non-arn'
  if (/firehose/.test(words)) return FIREHOSE
  if (/without integrationHttpMethod/.test(words)) return type.startsWith('HTTP') ? 'https://example.com' : FUNCTION
  return /bad uri|not a url|invalid endpoint|uri=/i.test(words) ? 'non-url' : undefined
}

function methodOf(words: string): JsonRecord | null {
  if (/unknown requestValidatorId/.test(words)) return { requestValidatorId: 'unknown' }
  const [, model] = /requestModels -> (\S+)/.exec(words) ?? []
  if (model !== undefined) return { requestModels: { 'application/json': model } }
  const [, type] = /^(CUSTOM|COGNITO_USER_POOLS)\b.*without authorizer/.exec(words) ?? []
  if (type !== undefined) return { authorizationType: type }
  if (/parameter.*(twice|unique|same name)|same parameter/.test(words)) {
    return { requestParameters: { 'method.request.querystring.a': true, 'method.request.header.a': true } }
  }
  return /wrong verb|unknown verb|invalid httpMethod/i.test(words) ? { httpMethod: 'WRONG' } : null
}

function valueOf(words: string): JsonRecord {
  const { value } = pairsOf(words)
  return value === undefined ? {} : { value }
}
