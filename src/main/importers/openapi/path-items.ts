import { VERBS, type Verb } from '@shared/design/method'
import { membersAt, type Members } from '../members'
import type { Place } from '../json-place'
import { resolvedMembers, type OpenApiContext } from './openapi-context'

/** One operation of the document with its place. */
export interface Operation {
  /** As written, as in "/orders/{id}". */
  readonly path: string
  readonly verb: Verb
  readonly members: Members
  /** "GET /orders/{id}", for messages. */
  readonly label: string
  /** Parameters of the path item, which every operation of it has. */
  readonly sharedParameters: readonly Place[]
}

/** A path with its operations, in the order of `VERBS`; none when the path item could not be read. */
export interface PathItem {
  readonly path: string
  readonly pointer: string
  readonly operations: readonly Operation[]
}

export const ANY_METHOD = 'x-amazon-apigateway-any-method'

/** Every path of the document with what can be read of it. null when `paths` is no object at all. */
export function readPathItems(context: OpenApiContext): readonly PathItem[] | null {
  if (!context.document.has('paths')) {
    const message = 'The document has no "paths", so the API has no methods. Add paths, or methods in the design.'
    context.findings.report('import/not-carried', 'warning', '', message)
    return []
  }
  const paths = context.document.members('paths', '"paths"')
  if (!paths) return null
  return paths.places().flatMap(([path, place]) => {
    if (path.startsWith('x-')) {
      context.findings.tally('import/extension-ignored', path, place.pointer)
      return []
    }
    return [readPathItem(context, path, place)]
  })
}

function readPathItem(context: OpenApiContext, path: string, place: Place): PathItem {
  const item = resolvedMembers(context, place, `the path ${path}`)
  if (!item) return { path, pointer: place.pointer, operations: [] }
  const sharedParameters = item.list('parameters') ?? []
  const operations = VERBS.flatMap((verb) => readOperation(context, item, path, verb, sharedParameters))
  item.notCarried('any', `it is no verb of OpenAPI. Write ${ANY_METHOD} for a method of every verb.`)
  item.notCarried('trace', 'API Gateway has no TRACE methods.')
  item.skipDocumentation('summary', 'description', 'servers')
  item.finish()
  return { path, pointer: place.pointer, operations }
}

function readOperation(
  context: OpenApiContext,
  item: Members,
  path: string,
  verb: Verb,
  sharedParameters: readonly Place[],
): Operation[] {
  const place = item.place(verb === 'ANY' ? ANY_METHOD : verb.toLowerCase())
  const label = `${verb} ${path}`
  const members = place && membersAt(place, label, context.findings)
  return members ? [{ path, verb, members, label, sharedParameters }] : []
}
