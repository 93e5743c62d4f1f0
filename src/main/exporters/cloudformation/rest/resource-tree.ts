import type { RestApi } from '@shared/design/rest-api'
import { partId, type ApiContext } from '../export-context'
import { pascalCase } from '../logical-id'
import type { TemplateValue } from '../template-document'
import { getAtt, ref } from '../template-functions'

/** Adds a resource for every path and for the parents that no path lists. Gives the id of the resource of a path. */
export function addResourceTree(context: ApiContext<RestApi>): (path: string) => TemplateValue {
  const { api, names, parts } = context
  const root = getAtt(names.id, 'RootResourceId')
  const byPath = new Map<string, TemplateValue>([['', root]])
  const resourceAt = (segments: readonly string[]): TemplateValue => {
    const path = segments.map((segment) => `/${segment}`).join('')
    const known = byPath.get(path)
    if (known !== undefined) return known
    const parent = resourceAt(segments.slice(0, -1))
    const id = partId(context, `${pascalCase(path)}Resource`, `resource ${path}`)
    byPath.set(path, ref(id))
    parts.resource(id, {
      Type: 'AWS::ApiGateway::Resource',
      Properties: { RestApiId: names.ref, ParentId: parent, PathPart: segments.at(-1) ?? '' },
    })
    return ref(id)
  }
  const find = (path: string): TemplateValue => resourceAt(path.split('/').filter((segment) => segment !== ''))
  for (const path of Object.keys(api.resources)) find(path)
  return find
}
