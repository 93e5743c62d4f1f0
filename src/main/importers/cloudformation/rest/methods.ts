import { isVerb, VERBS, type Method, type MethodResponse, type Verb } from '@shared/design/method'
import type { Resource, RestApi } from '@shared/design/rest-api'
import { LIMITS } from '@shared/limits'
import { membersAt, type Members } from '../../members'
import { countResources } from '../../openapi/resource-paths'
import type { TemplateResource } from '../../template/template'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { readMethodIntegration } from './method-integration'
import { readAuthorization, readModelNames, readValidator, type MethodTargets } from './method-references'
import { finishShape } from './misplaced-properties'
import { propertiesOf, resourceLabel } from './resource-properties'
import { readResourceTree, type ResourcePaths } from './resource-tree'
import type { RestApiBody } from './rest-api-body'
import { partsOf, type RestApiParts } from './rest-api-parts'

/** The resources of an API with their methods: those of its document, then those of the template. */
export function readResources(
  context: TemplateContext,
  group: RestApiParts,
  body: RestApiBody | undefined,
  targets: MethodTargets,
): RestApi['resources'] {
  const tree = readResourceTree(context, group)
  const byPath = new Map<string, Map<Verb, Method>>(
    Object.entries(body?.api.resources ?? { '/': { methods: {} } }).map(([path, { methods }]) => [
      path,
      methodMap(methods),
    ]),
  )
  for (const { path } of tree.paths) if (!byPath.has(path)) byPath.set(path, new Map())
  for (const resource of partsOf(group, 'Method')) addMethod(context, group, resource, { tree, byPath, targets })
  reportQuota(context, group, [...byPath.keys()])
  const parents = parentsOf(byPath.keys())
  const kept = [...byPath].filter(([path, methods]) => methods.size > 0 || (path !== '/' && !parents.has(path)))
  return Object.fromEntries(
    kept.map(([path, methods]): [string, Resource] => [path, { methods: Object.fromEntries(methods) }]),
  )
}

function methodMap(methods: Resource['methods']): Map<Verb, Method> {
  return new Map(VERBS.flatMap((verb) => (methods[verb] ? [[verb, methods[verb]] as const] : [])))
}

/** A resource without methods and with others below it is there by their paths. */
function parentsOf(paths: Iterable<string>): ReadonlySet<string> {
  const parents = new Set<string>()
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) parents.add(path.slice(0, end))
    if (path !== '/') parents.add('/')
  }
  return parents
}

interface Surroundings {
  readonly tree: ResourcePaths
  readonly byPath: Map<string, Map<Verb, Method>>
  readonly targets: MethodTargets
}

function addMethod(
  context: TemplateContext,
  group: RestApiParts,
  resource: TemplateResource,
  around: Surroundings,
): void {
  const members = propertiesOf(context, resource)
  members.skip('RestApiId')
  const path = readPath(members, group, around.tree)
  const verb = readVerb(members)
  const routeKey = `${verb ?? ''} ${path ?? ''}`
  const method = readMethod(members, resource, `${routeKey.trim()} (${resource.logicalId})`, around.targets)
  if (verb === undefined || path === null) return
  const methods = around.byPath.get(path) ?? new Map<Verb, Method>()
  around.byPath.set(path, methods)
  if (methods.has(verb)) {
    const message = `${members.label} is left out: Method already exists for this resource. ${routeKey} is there already; remove one of the two.`
    context.findings.report('import/resource-repeated', 'error', members.pointer, message)
    return
  }
  methods.set(verb, method)
  context.findings.carry(`${routeKey}, ${method.integration?.type ?? 'no integration'}`, resource.pointer)
}

function readVerb(members: Members): Verb | undefined {
  const written = members.text('HttpMethod')
  const verb = written === '*' ? 'ANY' : written?.toUpperCase()
  if (verb !== undefined && isVerb(verb)) return verb
  const what = written === undefined ? 'has no "HttpMethod"' : `has the "HttpMethod" "${written}"`
  const message = `${members.label} ${what} and is left out. Write one of ${VERBS.join(', ')}.`
  const code = written === undefined ? 'import/property-missing' : 'import/value-unknown'
  members.findings.report(code, 'error', members.pointer, message)
  return undefined
}

/** Where a method stands. A resource that the template does not define gets a path from its name, so that the method can be drawn. */
function readPath(members: Members, group: RestApiParts, tree: ResourcePaths): string | null {
  const id = members.text('ResourceId')
  const path = id === undefined ? undefined : tree.pathOf(id)
  const { findings } = members
  if (id === undefined) {
    const message = `${members.label} has no "ResourceId", which AWS demands. It is read as a method of the root. Write ResourceId: !Ref and its resource, or !GetAtt Api.RootResourceId.`
    findings.report('import/value-assumed', 'error', members.pointer, message)
    return '/'
  }
  if (path !== undefined && (id === group.id || id === group.resource?.logicalId)) {
    const message = `${members.nameOf('ResourceId')} is the API itself. It is read as the root resource. Write !GetAtt ${group.resource?.logicalId ?? 'Api'}.RootResourceId.`
    findings.report('import/value-assumed', 'error', members.pointerOf('ResourceId'), message)
  }
  if (path !== undefined) return path
  const assumed = `/${id.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^-|-$/g, '') || 'unknown'}`
  const message = `${members.label} belongs to the resource ${id}, which this template does not define. It is drawn as ${assumed}, because its path stands elsewhere.`
  findings.report('import/outside-template', 'warning', members.pointerOf('ResourceId'), message)
  return assumed
}

function readMethod(members: Members, resource: TemplateResource, label: string, targets: MethodTargets): Method {
  const requestParameters = readFlags(members, 'RequestParameters')
  const method: Method = withoutAbsent({
    operationName: members.text('OperationName'),
    ...readAuthorization(members, targets),
    apiKeyRequired: members.flag('ApiKeyRequired') ?? false,
    requestValidatorId: readValidator(members, targets),
    requestParameters,
    requestModels: readModelNames(members, 'RequestModels', targets),
    methodResponses: readMethodResponses(members, targets),
    integration: readMethodIntegration(members, label, resource),
  })
  finishShape(members, 'Method')
  return method
}

function readMethodResponses(members: Members, targets: MethodTargets): MethodResponse[] {
  return (members.list('MethodResponses') ?? []).flatMap((place) => {
    const response = membersAt(place, `a method response of ${members.label}`, members.findings)
    if (!response) return []
    const statusCode = response.text('StatusCode')
    const responseParameters = readFlags(response, 'ResponseParameters')
    const responseModels = readModelNames(response, 'ResponseModels', targets)
    finishShape(response, 'MethodResponse')
    if (statusCode === undefined) {
      const message = `${response.label} has no "StatusCode" and is left out. Write it, as in 200.`
      response.findings.report('import/property-missing', 'error', response.pointer, message)
      return []
    }
    return [withoutAbsent({ statusCode, responseParameters, responseModels })]
  })
}

/** Parameter -> whether it is required. */
function readFlags(members: Members, name: string): Readonly<Record<string, boolean>> | undefined {
  const flags = members.members(name)
  const entries = Object.keys(flags?.record ?? {}).map((key): [string, boolean] => [key, flags?.flag(key) ?? false])
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function reportQuota(context: TemplateContext, group: RestApiParts, paths: readonly string[]): void {
  const count = countResources(paths)
  const quota = LIMITS.resourcesPerApi.value
  if (count <= quota || partsOf(group, 'Resource').length === 0) return
  const what = group.resource ? resourceLabel(group.resource) : `the API ${group.id}`
  const message = `${what} has ${count} resources; a REST API holds ${quota} by default. Ask AWS for a higher quota, or split the API.`
  context.findings.report('import/over-quota', 'warning', group.resource?.pointer ?? '', message)
}
