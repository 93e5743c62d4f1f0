import type { RestApi } from '@shared/design/rest-api'
import { Findings } from '../../findings'
import type { ImportOptions } from '../../import-options'
import { isRecord } from '../../json-place'
import { physicalIdOf, rootResourceIdOf } from '../../template/physical-id'
import type { TemplateResource } from '../../template/template'
import type { TemplateContext } from '../../template/template-context'
import { restApisFromTemplate } from './rest-apis-from-template'

/** For tests: one resource, without "AWS::ApiGateway::" in front of its type. */
export interface SampleResource {
  readonly type: string
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly [property: string]: unknown
}

/**
 * For tests: a resolved template. "@Orders" stands for what a Ref to Orders gives, "@Orders.root" for the id of its root resource; both may
 * stand within a text.
 */
export function sampleContext(
  resources: Readonly<Record<string, SampleResource>>,
  options: ImportOptions = {},
): TemplateContext {
  const raw = new Map(
    Object.entries(resources).map(([logicalId, { type, metadata, ...properties }]): [string, TemplateResource] => [
      logicalId,
      {
        logicalId,
        type: type.startsWith('AWS::') ? type : `AWS::ApiGateway::${type}`,
        properties,
        ...(metadata && { metadata }),
        dependsOn: [],
        pointer: `/Resources/${logicalId}`,
      },
    ]),
  )
  const resolved = [...raw].map(([id, resource]): [string, TemplateResource] => [
    id,
    { ...resource, properties: resolve(resource.properties, raw) as TemplateResource['properties'] },
  ])
  const template = { resources: new Map(resolved), parameters: [], sourcePointer: (pointer: string) => pointer }
  return { template, findings: new Findings(() => undefined), options, claimed: new Set() }
}

function resolve(value: unknown, resources: ReadonlyMap<string, TemplateResource>): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(/@([A-Z]\w*)(\.root)?/g, (whole, logicalId: string, root?: string) => {
      const resource = resources.get(logicalId)
      if (!resource) return whole
      return root === undefined ? physicalIdOf(resource) : rootResourceIdOf(resource)
    })
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, resources))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolve(member, resources)]))
}

/** For tests: the only REST API of a template, and what was said about it. */
export function restSample(
  resources: Readonly<Record<string, SampleResource>>,
  options: ImportOptions = {},
): { readonly api: RestApi; readonly said: string[]; readonly carried: string[] } {
  const context = sampleContext(resources, options)
  const apis = restApisFromTemplate(context)
  const [api] = apis
  if (!api || apis.length !== 1) throw new RangeError(`The sample became ${apis.length} REST APIs.`)
  return { api, ...words(context) }
}

/** For tests: what was said, as "warning import/x /pointer: message", and what was carried. */
export function words({ findings }: TemplateContext): { readonly said: string[]; readonly carried: string[] } {
  findings.finish()
  const said = findings.diagnostics.map(
    ({ severity, code, pointer, message }) => `${severity} ${code} ${pointer}: ${message}`,
  )
  return { said, carried: findings.lines.filter((line) => line.outcome === 'carried').map(({ text }) => text) }
}

/** For tests: an API and a method that answers by itself, deployed to the stage prod. */
export const ORDERS: Readonly<Record<string, SampleResource>> = {
  Orders: { type: 'RestApi', Name: 'orders' },
  OrdersGet: {
    type: 'Method',
    RestApiId: '@Orders',
    ResourceId: '@Orders.root',
    HttpMethod: 'GET',
    AuthorizationType: 'NONE',
    Integration: { Type: 'MOCK' },
  },
  Live: { type: 'Deployment', RestApiId: '@Orders' },
  Prod: { type: 'Stage', RestApiId: '@Orders', DeploymentId: '@Live', StageName: 'prod' },
}
