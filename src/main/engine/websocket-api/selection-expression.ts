import { headerValues, type HeaderList } from '../mapping/header-list'
import { compileBodyPath, type ClientMessage } from './client-message'
import { selectionText } from './selection-text'

/** What an expression is evaluated over. */
export interface SelectionSource {
  readonly message: ClientMessage
  /** What the integration answered, where it has. */
  readonly response?: SelectedResponse
}

export interface SelectedResponse {
  /** Of a Lambda function 200; its error is in `errorMessage`. */
  readonly statusCode: number
  readonly headers: HeaderList
  /** What the function failed with; "" when it did not. */
  readonly errorMessage: string
}

/** A compiled expression; always gives a text, empty for what nothing is found for. */
export type Selection = (source: SelectionSource) => string

/** A dollar and a name, with or without braces; an escaped dollar; text. */
const PART = /\\\$|\$\{([^{}]*)\}|\$([\w.[\]-]+)|[^\\$]+|[\\$]/g

/**
 * Compile a selection expression: variables begin with a dollar, braces delimit them, and both mix with text. One pass: what a variable
 * holds is not evaluated again. `\$` is a dollar, and `$default` is the key of that name, escaped or not.
 * Source: websocket-api.md 4.1 and 4.3.
 */
export function compileSelection(expression: string): Selection {
  const parts = [...expression.matchAll(PART)].map(([whole, braced, bare]) => partOf(whole, braced ?? bare))
  const [only] = parts
  if (only === undefined) return () => ''
  if (parts.length === 1) return only
  return (source) => parts.map((part) => part(source)).join('')
}

function partOf(whole: string, variable: string | undefined): Selection {
  if (variable === undefined) {
    const text = whole === '\\$' ? '$' : whole
    return () => text
  }
  if (variable === 'default') return () => '$default'
  return compileVariable(variable)
}

function compileVariable(variable: string): Selection {
  if (variable === 'request.body') return ({ message }) => selectionText(message.json)
  const [, path] = /^request\.body\.(.+)$/s.exec(variable) ?? []
  if (path !== undefined) {
    const find = compileBodyPath(path)
    return ({ message }) => {
      const found = find(message)
      return typeof found === 'string' ? found : selectionText(found)
    }
  }
  return compileResponseVariable(variable)
}

/** The service writes some of these with and some without "integration.". Source: websocket-api.md 4.3. */
function compileResponseVariable(variable: string): Selection {
  const [, place, name] = /^(?:integration\.)?response\.([a-z]+)(?:\.(.+))?$/s.exec(variable) ?? []
  if (place === 'statuscode') return ({ response }) => (response === undefined ? '' : String(response.statusCode))
  if (place === 'body' && name === 'errorMessage') return ({ response }) => response?.errorMessage ?? ''
  if (place === 'header' && name !== undefined)
    return ({ response }) => headerValues(response?.headers ?? [], name).at(-1) ?? ''
  if (place === 'multivalueheader' && name !== undefined)
    return ({ response }) => headerValues(response?.headers ?? [], name).join(',')
  return () => ''
}
