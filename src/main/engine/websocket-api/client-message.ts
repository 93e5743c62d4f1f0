import { JavaException } from '../vtl/java/java-exception'
import { parseJson } from '../vtl/json/parse-json'
import { compileJsonPath, readJsonPath } from '../vtl/json-path/json-path'
import { plainJson } from '../vtl/variables/plain-json'

/** A text message of a client, read once. */
export interface ClientMessage {
  readonly text: string
  /** Undefined when the text is no JSON. */
  readonly json: unknown
}

/** A message as it was sent. Anything can be in it. */
export function readMessage(text: string): ClientMessage {
  return { text, json: parsed(text) }
}

/** The payload of handshakes and of connections that have ended. */
export const NO_MESSAGE: ClientMessage = { text: '', json: undefined }

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Finds a value in a message; undefined when there is none. */
export type BodyPath = (message: ClientMessage) => unknown

/** Names and indexes only, as in "data.rooms[0].id": what nearly every expression is. */
const PLAIN_PATH = /^[\w$-]+(?:\[\d{1,9}\])*(?:\.[\w$-]+(?:\[\d{1,9}\])*)*$/

/** A path as it stands behind "request.body.". Anything that is not plain is a JSONPath as templates know it. */
export function compileBodyPath(path: string): BodyPath {
  if (!PLAIN_PATH.test(path)) return (message) => foundByJsonPath(path, message)
  const steps = path.split(/[.[]/).map((step) => (step.endsWith(']') ? Number(step.slice(0, -1)) : step))
  const [first] = steps
  if (steps.length === 1 && typeof first === 'string') return ({ json }) => memberOf(json, first)
  return ({ json }) => steps.reduce(memberOf, json)
}

function memberOf(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (typeof step === 'number') return Array.isArray(value) ? (value[step] as unknown) : undefined
  return Object.hasOwn(value, step) ? (value as Readonly<Record<string, unknown>>)[step] : undefined
}

function foundByJsonPath(path: string, { text, json }: ClientMessage): unknown {
  if (json === undefined) return undefined
  try {
    const compiled = compileJsonPath(path.startsWith('[') ? `$${path}` : `$.${path}`)
    return plainJson(readJsonPath(compiled, parseJson(text)))
  } catch (error) {
    if (error instanceof JavaException) return undefined
    throw error
  }
}
