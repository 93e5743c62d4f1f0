import type { ExportRequest } from '@shared/contract/export'
import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { Diagnostic } from '@shared/diagnostic'
import { nameApis } from '../cloudformation/api-names'
import { buildTemplate } from '../cloudformation/build-template'
import type { ApiNames } from '../cloudformation/export-context'
import type {
  ResourceDocument,
  TemplateDocument,
  TemplateObject,
  TemplateValue,
} from '../cloudformation/template-document'
import { TemplateParts } from '../cloudformation/template-parts'
import { handlerFile } from './handler-file'
import { calledFunctions } from './local-functions'
import { renameReferences, type Renamed } from './renamed-references'
import { samDiagnostics } from './sam-diagnostics'
import { samFunctions, type SamFunctions } from './sam-functions'
import { dependencies, type ApiInSam, type NotInSam, type SamApi } from './sam-parts'
import { serverlessHttpApi } from './serverless-http-api'
import { serverlessRestApi } from './serverless-rest-api'

const TRANSFORM = 'AWS::Serverless-2016-10-31'

/**
 * A design as a SAM template: REST and HTTP APIs by their OpenAPI documents, functions with code here as functions, and everything else as
 * the CloudFormation export has it. An API that SAM has no form for stands as CloudFormation resources, which a SAM template may hold.
 */
export function buildSam(
  design: Design,
  request: ExportRequest,
): { readonly template: TemplateDocument; readonly diagnostics: readonly Diagnostic[] } {
  const { template, diagnostics, functions } = withFunctions(design, request)
  // The names of APIs and stages come first in every template, and so they are the same here.
  const names = nameApis(design, new TemplateParts())
  const apis = design.apis.flatMap((api): ApiInSam[] => {
    const ids = names.get(api.id)
    return ids ? [{ api, names: ids, sam: samApi(template, api, ids) }] : []
  })
  return {
    template: samTemplate(template, functions, apis),
    diagnostics: samDiagnostics(design, diagnostics, functions, apis),
  }
}

/** The template, and the functions that it makes. Their handlers stand with them, not with every integration that calls them. */
function withFunctions(
  design: Design,
  request: ExportRequest,
): ReturnType<typeof buildTemplate> & { readonly functions: SamFunctions } {
  const called = calledFunctions(design)
  const build = (made: readonly string[]) => {
    const others = Object.entries(design.functions).filter(([name]) => !made.includes(name))
    const built = buildTemplate({ ...design, functions: Object.fromEntries(others) }, { ...request, hasBody: true })
    return { ...built, functions: samFunctions(called, built.template, request.hasOwnMembers !== false) }
  }
  const wanted = [...called].filter(([, { handler }]) => handlerFile(handler) !== null).map(([name]) => name)
  const built = build(wanted)
  const made = built.functions.made.map(({ name }) => name)
  // A template has no parameters for all functions of a very large design; the others keep their handlers where they are.
  return made.length === wanted.length ? built : build(made)
}

function samApi(template: TemplateDocument, { protocolType }: Api, names: ApiNames): SamApi | NotInSam {
  const stageIds = [...names.stageIds.values()]
  if (protocolType === 'REST') return serverlessRestApi(template, names.id, stageIds)
  if (protocolType === 'HTTP') return serverlessHttpApi(template, names.id, stageIds)
  return { because: 'SAM takes no document of a WebSocket API' }
}

function samTemplate(template: TemplateDocument, functions: SamFunctions, apis: readonly ApiInSam[]): TemplateDocument {
  const inSam = apis.flatMap(({ names, sam }) => ('because' in sam ? [] : [{ apiId: names.id, ...sam }]))
  const renamed = new Map([...functions.renamed, ...inSam.flatMap((api) => [...api.renamed])])
  const resources = new Map(Object.entries(template.Resources))
  for (const { apiId, resource, removed } of inSam) {
    for (const logicalId of removed) resources.delete(logicalId)
    resources.set(apiId, resource)
    // What its stage waited for the whole API waits for now, and so that cannot wait for the API.
    for (const logicalId of resource.DependsOn ?? []) waitForOthers(resources, logicalId, apiId)
  }
  for (const [logicalId, resource] of Object.entries(functions.resources)) resources.set(logicalId, resource)
  const parameters = Object.entries(template.Parameters ?? {}).filter(([name]) => !functions.renamed.has(name))
  const { AWSTemplateFormatVersion, Description, Conditions, Outputs } = template
  return {
    AWSTemplateFormatVersion,
    Transform: TRANSFORM,
    ...(Description !== undefined && { Description }),
    ...(parameters.length > 0 && { Parameters: Object.fromEntries(parameters) }),
    ...(Conditions && { Conditions }),
    Resources: Object.fromEntries([...resources].map(([id, resource]) => [id, withRenamed(resource, renamed)])),
    ...(Outputs && { Outputs: renameAll(Outputs, renamed) }),
  }
}

function waitForOthers(resources: Map<string, ResourceDocument>, logicalId: string, apiId: string): void {
  const { DependsOn, ...resource } = resources.get(logicalId) ?? {}
  if (!('Type' in resource) || !DependsOn?.includes(apiId)) return
  resources.set(logicalId, { ...resource, ...dependencies(DependsOn.filter((name) => name !== apiId)) })
}

/** What waited for something that SAM makes waits for the API that SAM makes it with: a list of ids cannot name what has none yet. */
function withRenamed(resource: ResourceDocument, renamed: ReadonlyMap<string, Renamed>): ResourceDocument {
  const { DependsOn, Properties } = resource
  const dependsOn = DependsOn?.map((name) => renamed.get(name)?.to.split('.')[0] ?? name)
  return {
    ...resource,
    ...(dependsOn && { DependsOn: [...new Set(dependsOn)] }),
    ...(Properties && { Properties: renameAll(Properties, renamed) }),
  }
}

function renameAll<Values extends Readonly<Record<string, TemplateValue>>>(
  values: Values,
  renamed: ReadonlyMap<string, Renamed>,
): { [Name in keyof Values]: TemplateObject } {
  const entries = Object.entries(values).map(([name, value]) => [name, renameReferences(value, renamed)])
  return Object.fromEntries(entries) as { [Name in keyof Values]: TemplateObject }
}
