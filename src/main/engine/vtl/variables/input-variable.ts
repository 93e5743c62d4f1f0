import type { TemplateEvent } from '@shared/template-event'
import { HostObject } from '../java/host-object'
import { illegalArgument } from '../java/java-errors'
import type { JavaException } from '../java/java-exception'
import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'
import { stringValueOf } from '../java/to-java-string'
import { parseJson } from '../json/parse-json'
import { writeJson } from '../json/write-json'
import { compileJsonPath, readJsonPath } from '../json-path/json-path'

/** In the order in which `params(name)` looks for a name. */
const PLACES = ['path', 'querystring', 'header'] as const

/**
 * `$input`: `body`, `json(path)`, `path(path)`, `params()` and `params(name)`.
 * An empty body is `{}`. The body is read when a path first asks for it, and once: what a template changes in it stays changed.
 * `json` of what is missing or null is `""` with its quotes, `path` of it is null, `params` of an unknown name is the empty text.
 * Source: API Gateway Developer Guide, "Variables for data transformations for API Gateway"; recorded results for the rest.
 * Errors of the methods: JavaException for a body that json-smart cannot read (`{a`) and for a path that Jayway cannot compile.
 */
export function inputVariable(event: TemplateEvent): HostObject {
  const body = event.body === null || event.body === '' ? '{}' : event.body
  const params = once(() => paramsOf(event))
  const document = once(() => parseJson(body))

  const find = (path: string | null): JavaValue => {
    if (path === null) throw illegalArgument('json can not be null or empty')
    return readJsonPath(compileJsonPath(path), document())
  }
  return new HostObject(
    'InputVariable',
    {
      json: withText((path) => {
        const found = find(path)
        return found === null ? '""' : writeJson(found, 'plain')
      }),
      path: withText(find),
      params: (...args) => {
        const [name] = args
        if (args.length === 0) return params()
        if (args.length === 1 && (typeof name === 'string' || name === null)) return param(params(), name)
        throw wrongArguments()
      },
      getBody: withoutArguments(() => body),
      toString: withoutArguments(() => '{}'),
    },
    { body: () => body },
  )
}

/** A method with one parameter of type String. */
function withText(
  method: (text: string | null) => JavaValue,
): (...args: readonly JavaValue[]) => JavaValue | undefined {
  return (...args) => {
    const [text] = args
    if (args.length !== 1 || (typeof text !== 'string' && text !== null)) return undefined
    return method(text)
  }
}

/** Velocity lets any arguments through to a method that takes none, and Java refuses them. */
function withoutArguments(method: () => JavaValue): (...args: readonly JavaValue[]) => JavaValue {
  return (...args) => {
    if (args.length > 0) throw wrongArguments()
    return method()
  }
}

function wrongArguments(): JavaException {
  return illegalArgument('wrong number of arguments')
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function paramsOf(event: TemplateEvent): JavaMap {
  return JavaMap.of(PLACES.map((place) => [place, JavaMap.of(Object.entries(event.params?.[place] ?? {}))] as const))
}

function param(params: JavaMap, name: string | null): string {
  for (const place of PLACES) {
    const values = params.get(place)
    const value = values instanceof JavaMap ? values.get(name) : null
    if (value !== null) return stringValueOf(value)
  }
  return ''
}
