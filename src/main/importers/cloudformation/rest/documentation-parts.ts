import { memberOf } from '../../json-place'
import { membersAt } from '../../members'
import type { TemplateContext } from '../../template/template-context'
import { jsonOf } from './json-of'
import { propertiesOf } from './resource-properties'
import { partsOf, type RestApiParts } from './rest-api-parts'

/** The descriptions among the documentation parts that a design has a place for. */
export interface Descriptions {
  readonly api: string | undefined
  /** By "GET /orders". */
  readonly methods: ReadonlyMap<string, string>
}

/** Reads documentation parts; what has no place is counted. */
export function readDescriptions(context: TemplateContext, group: RestApiParts): Descriptions {
  let api: string | undefined
  const methods = new Map<string, string>()
  for (const resource of partsOf(group, 'DocumentationPart')) {
    const members = propertiesOf(context, resource)
    members.skip('RestApiId')
    const location = members.members('Location')
    const written = members.place('Properties')
    const value = typeof written?.value === 'string' ? jsonOf(written.value) : written?.value
    const part =
      written && membersAt({ value, pointer: written.pointer }, members.nameOf('Properties'), context.findings)
    const description = memberOf(part?.record, '', 'description')?.value
    const type = location?.text('Type')
    const route = `${location?.text('Method') ?? '*'} ${location?.text('Path') ?? '/'}`
    const isKept = typeof description === 'string' && (type === 'API' || (type === 'METHOD' && !route.startsWith('*')))
    if (!isKept) context.findings.tally('import/documentation-dropped', resource.type, resource.pointer)
    else if (type === 'API') api ??= description
    else methods.set(route, description)
    location?.skip('Name', 'StatusCode')
    location?.finish()
    members.finish()
  }
  for (const { type, pointer } of partsOf(group, 'DocumentationVersion')) {
    context.findings.tally('import/documentation-dropped', type, pointer)
  }
  return { api, methods }
}
