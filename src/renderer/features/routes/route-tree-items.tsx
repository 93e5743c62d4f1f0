import type { Severity } from '@shared/diagnostic'
import type { Resource } from '@shared/design/rest-api'
import { VERBS, type Method } from '@shared/design/method'
import { routeKeyOf } from '@shared/design/route-key'
import { MethodBadge } from '../../ui/method-badge'
import { SeverityIcon } from '../../ui/pipeline/ladder-step-row'
import type { TreeItem } from '../../ui/tree-rows'

/** What the tree marks besides the routes themselves. */
export interface RouteMarks {
  /** RouteKeys that differ from what the stage serves. */
  readonly changed: ReadonlySet<string>
  /** The gravest problem by routeKey. */
  readonly problems: ReadonlyMap<string, Severity>
}

/** Resources with their methods as a tree; with a filter only those whose path, verb or name contains it. */
export function routeTreeItems(
  resources: { readonly [path: string]: Resource },
  filter: string,
  marks: RouteMarks,
): TreeItem[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  return Object.entries(resources).flatMap(([path, resource]) => {
    const methods = VERBS.flatMap((verb) => {
      const method = resource.methods[verb]
      const isFound = method !== undefined && matches(words, `${verb} ${path} ${method.operationName ?? ''}`)
      return isFound ? [methodItem(verb, path, method, marks)] : []
    })
    const isShown = methods.length > 0 || (words.length === 0 && Object.keys(resource.methods).length === 0)
    return isShown ? [resourceItem(path, methods)] : []
  })
}

function matches(words: readonly string[], text: string): boolean {
  const lower = text.toLowerCase()
  return words.every((word) => lower.includes(word))
}

function resourceItem(path: string, children: TreeItem[]): TreeItem {
  return { id: `resource ${path}`, name: path, content: <span className="gw-mono">{path}</span>, children }
}

interface KnownItem {
  readonly key: string
  readonly isChanged: boolean
  readonly problem: Severity | undefined
  readonly item: TreeItem
}

/** Items made before: after an edit all but one of a thousand are as they were. */
const knownItems = new WeakMap<Method, KnownItem>()

function methodItem(verb: string, path: string, method: Method, marks: RouteMarks): TreeItem {
  const key = routeKeyOf(verb, path)
  const isChanged = marks.changed.has(key)
  const problem = marks.problems.get(key)
  const known = knownItems.get(method)
  if (known?.key === key && known.isChanged === isChanged && known.problem === problem) return known.item
  const item = newMethodItem({ key, verb, path, method, isChanged, problem })
  knownItems.set(method, { key, isChanged, problem, item })
  return item
}

interface MethodItemOptions extends MethodMarksProps {
  readonly key: string
  readonly path: string
}

function newMethodItem({ key, verb, path, method, isChanged, problem }: MethodItemOptions): TreeItem {
  const name = [key, method.operationName ?? '', isChanged ? 'changed since deployment' : '', problem ?? '']
  return {
    id: key,
    name: name.filter(Boolean).join(', '),
    testId: 'route-item',
    attributes: { 'data-route-key': key },
    content: (
      <span className="gw-route-item">
        <MethodBadge verb={verb} />
        <span className="gw-route-name">{method.operationName ?? path}</span>
      </span>
    ),
    trailing: <MethodMarks verb={verb} method={method} isChanged={isChanged} problem={problem} />,
  }
}

interface MethodMarksProps {
  readonly verb: string
  readonly method: Method
  readonly isChanged: boolean
  readonly problem: Severity | undefined
}

function MethodMarks({ verb, method, isChanged, problem }: MethodMarksProps) {
  const isMock = method.integration?.type === 'MOCK'
  return (
    <>
      {isMock && <span>{verb === 'OPTIONS' ? 'CORS' : 'MOCK'}</span>}
      {problem !== undefined && <SeverityIcon severity={problem} />}
      {isChanged && <span className="gw-changed-dot" title="Changed since the last deployment" />}
    </>
  )
}
