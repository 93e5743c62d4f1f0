/** What the lines of a recorded test invoke tell of its input. */
export interface RecordedLog {
  readonly verb: string
  readonly path: string
  readonly pathParameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Null behind MOCK. */
  readonly endpoint: RecordedEndpoint | null
  /** What the method answered; "" when it failed. */
  readonly methodBody: string
  /** Why it failed, as in "Malformed Lambda proxy response"; null when it did not. */
  readonly failure: string | null
  readonly status: number
  readonly latencyMs: number
}

export interface RecordedEndpoint {
  readonly kind: 'lambda' | 'lambda-proxy' | 'http'
  readonly uri: string
  /** Of the URI. */
  readonly path: string
  readonly hasSourceArn: boolean
  readonly body: string
  readonly status: number
  readonly answerHeaders: readonly (readonly [name: string, value: string])[]
  readonly answerBody: string
  readonly isFunctionError: boolean
}

const CUT = ' [TRUNCATED]'

/** Reads the lines; a text says why they do not tell enough. */
export function readRecordedLog(lines: unknown): RecordedLog | string {
  if (!Array.isArray(lines) || !lines.every((line) => typeof line === 'string')) return 'no lines are expected'
  const value = (prefix: string): string | undefined =>
    lines.find((line) => line.startsWith(prefix))?.slice(prefix.length)
  const [, verb, path] = /^(\S+), Resource Path: (.*)$/s.exec(value('HTTP Method: ') ?? '') ?? []
  if (verb === undefined || path === undefined) return 'the lines do not name a method'
  const inputs = ['Method request headers: ', 'Method request body before', 'Endpoint response body before']
  if (inputs.some((prefix) => value(prefix)?.endsWith(CUT))) return 'a line that tells of the input was cut'
  return {
    verb,
    path,
    pathParameters: Object.fromEntries(readMap(value('Method request path: '))),
    query: Object.fromEntries(readMap(value('Method request query string: '))),
    headers: Object.fromEntries(readMap(value('Method request headers: '))),
    body: value('Method request body before transformations: ') ?? '',
    endpoint: readEndpoint(value, value('Endpoint request URI: ')),
    methodBody: value('Method response body after transformations: ') ?? '',
    failure: failureOf(lines),
    status: Number(value('Method completed with status: ')),
    latencyMs: Number(/latency: (\d+) ms/.exec(value('Received response. ') ?? '')?.[1] ?? 1),
  }
}

function readEndpoint(value: (prefix: string) => string | undefined, uri: string | undefined): RecordedEndpoint | null {
  if (uri === undefined) return null
  const body = value('Endpoint request body after transformations: ') ?? ''
  const path = /^https?:\/\/[^/]+(\/.*)$/s.exec(uri)?.[1] ?? ''
  const isLambda = path.includes('/functions/')
  return {
    kind: !isLambda ? 'http' : body.startsWith('{"resource":') ? 'lambda-proxy' : 'lambda',
    uri,
    path,
    hasSourceArn: (value('Endpoint request headers: ') ?? '').includes('X-Amz-Source-Arn='),
    body,
    status: Number(/Status: (\d+)/.exec(value('Received response. ') ?? '')?.[1] ?? 200),
    answerHeaders: readMap(value('Endpoint response headers: ')),
    answerBody: value('Endpoint response body before transformations: ') ?? '',
    isFunctionError: value('Lambda execution failed') !== undefined,
  }
}

function failureOf(lines: readonly string[]): string | null {
  const line = lines.find((one) => /^(Execution|Lambda execution) failed/.test(one))
  return line?.replace(/^Execution failed due to (a )?(configuration error: )?/, '') ?? null
}

/** "{a=1, b=2}" -> [["a", "1"], ["b", "2"]]; a comma inside of a value begins no other when no name follows. */
function readMap(text = '{}'): (readonly [string, string])[] {
  const inside = text.replace(/^\{|\}$/g, '')
  return inside.split(/, (?=[A-Za-z0-9_.-]+=)/).flatMap((pair) => {
    const equals = pair.indexOf('=')
    return equals === -1 ? [] : [[pair.slice(0, equals), pair.slice(equals + 1)] as const]
  })
}
