import type { ResourceDocument, TemplateDocument } from '../cloudformation/template-document'
import { functionResource } from './function-resource'
import { handlerFile } from './handler-file'
import type { CalledFunction } from './local-functions'
import type { Renamed } from './renamed-references'

/** The functions of a design that a template makes instead of taking their ARNs. */
export interface SamFunctions {
  /** By logical id. */
  readonly resources: Readonly<Record<string, ResourceDocument>>
  /** Parameters that the functions replace, by name. */
  readonly renamed: ReadonlyMap<string, Renamed>
  /** Functions that are made. */
  readonly made: readonly CalledFunction[]
  /** Functions whose code cannot become one of Lambda. */
  readonly left: readonly CalledFunction[]
  /** Functions for which the template had no parameter left: 200 is what it can have. */
  readonly crowded: readonly CalledFunction[]
}

/** Functions with code here, for those parameters of the template that hold their ARNs. */
export function samFunctions(
  called: ReadonlyMap<string, CalledFunction>,
  template: TemplateDocument,
  hasOwnMembers: boolean,
): SamFunctions {
  const taken = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})])
  const resources: Record<string, ResourceDocument> = {}
  const renamed = new Map<string, Renamed>()
  const made: CalledFunction[] = []
  const left: CalledFunction[] = []
  for (const [parameter, { Default }] of Object.entries(template.Parameters ?? {})) {
    const one = called.get(functionName(Default) ?? '')
    if (one === undefined) continue
    const file = handlerFile(one.handler)
    if (file === null) {
      left.push(one)
      continue
    }
    const id = freeId(parameter, taken)
    resources[id] = functionResource(one, file, hasOwnMembers)
    renamed.set(parameter, { to: `${id}.Arn`, isAttribute: true })
    made.push(one)
  }
  const crowded = [...called.values()].filter((one) => !made.includes(one) && !left.includes(one))
  return { resources, renamed, made, left, crowded }
}

/** "arn:aws:lambda:us-east-1:123456789012:function:create-order" -> "create-order"; undefined with a version or an alias. */
function functionName(arn: unknown): string | undefined {
  return typeof arn === 'string' ? /^arn:[\w-]+:lambda:[\w-]*:\d*:function:([\w-]+)$/.exec(arn)?.[1] : undefined
}

/** "CreateOrderFunctionArn" -> "CreateOrderFunction". */
function freeId(parameter: string, taken: Set<string>): string {
  const name = parameter.replace(/Arn$/, '')
  let id = name
  for (let number = 2; taken.has(id); number++) id = `${name}${number}`
  taken.add(id)
  return id
}
