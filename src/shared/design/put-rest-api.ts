import type { Resource, RestApi, RestApiDefinition } from './rest-api'

/** What becomes of the parts of an API that the document does not mention: they stay, or they go. "merge" is the service's default. */
export type PutMode = 'merge' | 'overwrite'

/**
 * The API after a document was put into it (`PUT /restapis/{id}`). `imported`: the document as an API of its own. Methods are replaced as
 * a whole; what has a life of its own stays as it is: id, endpoint, stages, deployments. Source: rest-api.md 17.2.
 */
export function putRestApi(api: RestApi, imported: RestApi, mode: PutMode): RestApi {
  const { policy, minimumCompressionSize, tags, description, binaryMediaTypes, ...kept } = api
  const isMerge = mode === 'merge'
  const put = {
    description: imported.description ?? (isMerge ? description : undefined),
    policy: imported.policy ?? (isMerge ? policy : undefined),
    minimumCompressionSize: imported.minimumCompressionSize ?? (isMerge ? minimumCompressionSize : undefined),
    binaryMediaTypes: isMerge ? union(binaryMediaTypes, imported.binaryMediaTypes) : imported.binaryMediaTypes,
    tags: isMerge && tags ? { ...tags, ...imported.tags } : imported.tags,
  }
  return {
    ...kept,
    name: imported.name,
    ...present(put),
    ...(isMerge ? mergedDefinition(api, imported) : replacedDefinition(imported)),
  }
}

function replacedDefinition(imported: RestApi): PutParts {
  const { apiKeySource, resources, authorizers, models, requestValidators, gatewayResponses } = imported
  return {
    apiKeySource,
    resources,
    authorizers,
    models,
    requestValidators,
    gatewayResponses,
  }
}

/** What is put name by name. */
type PutParts = Omit<RestApiDefinition, 'policy' | 'binaryMediaTypes'>

/** A document that says nothing of the key's source cannot be told from one that says HEADER. */
function mergedDefinition(api: RestApi, imported: RestApi): PutParts {
  return {
    apiKeySource: imported.apiKeySource === 'AUTHORIZER' ? 'AUTHORIZER' : api.apiKeySource,
    resources: mergedResources(api.resources, imported.resources),
    authorizers: { ...api.authorizers, ...imported.authorizers },
    models: { ...api.models, ...imported.models },
    requestValidators: { ...api.requestValidators, ...imported.requestValidators },
    gatewayResponses: { ...api.gatewayResponses, ...imported.gatewayResponses },
  }
}

function mergedResources(existing: RestApi['resources'], imported: RestApi['resources']): RestApi['resources'] {
  const added = Object.entries(imported).map(([path, resource]): [string, Resource] => {
    const before = Object.hasOwn(existing, path) ? existing[path]?.methods : undefined
    return [path, { methods: { ...before, ...resource.methods } }]
  })
  return { ...existing, ...Object.fromEntries(added) }
}

/** In order, each once; undefined when neither has a list. */
function union(a: readonly string[] | undefined, b: readonly string[] | undefined): readonly string[] | undefined {
  return a || b ? [...new Set([...(a ?? []), ...(b ?? [])])] : undefined
}

/** Only the members that are there. */
function present<Members extends object>(members: Members): { [Name in keyof Members]?: NonNullable<Members[Name]> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [Name in keyof Members]?: NonNullable<Members[Name]> }
}
