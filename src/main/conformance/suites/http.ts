import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Design } from '@shared/design/design'
import type { DomainName } from '@shared/design/domain-name'
import type { HttpApi } from '@shared/design/http-api'
import { idFrom } from '@shared/design/id-from'
import { emptyDesign } from '@shared/design/new-design'
import { readLambdaPayload } from '../../engine/http-api/lambda-response'
import { BUFFER_CODEC } from '../../live/buffer-codec'
import { finishedAnswer, httpError } from '../../live/http-api/http-reply'
import { judged, skipped, type CaseResult, type ServingSuite, type SuiteFolder } from '../conformance-suite'
import { playPricing } from './cost/play-pricing'
import { controlPlaneDifference } from './http/control-plane'
import { unknownMembers, type HttpVector, type Members } from './http/http-vector'
import { vectorDifference } from './http/judge-vector'
import { vectorApi } from './http/vector-api'
import { conditionOf } from './http/vector-condition'
import { SIGNER, vectorRequests } from './http/vector-request'
import { VectorWorld, type WireAnswer } from './http/vector-world'

/** Vectors of HTTP APIs, each an API of its own of one gateway that answers real requests. */
export const HTTP_SUITE: ServingSuite = {
  folder: 'http',
  async play(folder) {
    const files = folder.files.filter((file) => file.endsWith('.json'))
    const read = files.map((file) => readVector(folder, file))
    const vectors = read.filter((one): one is HttpVector => !('outcome' in one))
    const results = new Map<string, CaseResult>()
    for (const one of read) if ('outcome' in one) results.set(one.id, one)
    const served = vectors.filter((vector) => {
      const early = withoutGateway(vector)
      if (early !== null) results.set(vector.id, early)
      return early === null
    })
    for (const result of served.length === 0 ? [] : await playServed(served)) results.set(result.id, result)
    return read.map(({ id }) => results.get(id)!)
  },
}

/** A file that is no vector is a failure named after it. */
function readVector(folder: SuiteFolder, file: string): HttpVector | CaseResult {
  try {
    const { id = file.replace(/\.json$/, ''), given, expect, ...rest } = folder.json(file) as Partial<HttpVector>
    if (given === undefined || expect === undefined) return judged(id, 'it has no "given" or no "expect"')
    return { ...rest, id, given, expect }
  } catch (error) {
    return judged(file, `it cannot be read: ${String(error)}`)
  }
}

/** What can be said of a vector without a request; null when one has to be sent. */
function withoutGateway(vector: HttpVector): CaseResult | null {
  const { id, area, given, expect } = vector
  if (area === 'pricing') return playPricing(vector)
  const unknown = unknownMembers(vector)
  if (unknown.length > 0) return skipped(id, `"${unknown.join('", "')}" cannot be played yet`)
  if (Object.keys(expect).length === 0) return skipped(id, 'nothing is expected')
  if (given.condition !== undefined && conditionOf(given.condition) === null) {
    return skipped(id, `the condition "${given.condition}" is not understood`)
  }
  if (given.operation !== undefined) return judged(id, controlPlaneDifference(vector))
  if (given.lambdaRawPayload === undefined || isWrittenByHandlers(given.lambdaRawPayload)) return null
  return judged(id, vectorDifference(vector, rawPayloadPlayed(vector)))
}

/** A handler in JavaScript returns values, so only payloads that are written as it writes them can come from one. */
function isWrittenByHandlers(payload: string): boolean {
  try {
    return JSON.stringify(JSON.parse(payload)) === payload
  } catch {
    return false
  }
}

function rawPayloadPlayed({ given }: HttpVector) {
  const format = given.integration?.payloadFormatVersion === '1.0' ? '1.0' : '2.0'
  const reading = readLambdaPayload(given.lambdaRawPayload!, format, BUFFER_CODEC)
  const finish = { requestId: 'abc=', headers: [], cors: undefined }
  const answer: WireAnswer = finishedAnswer(reading.kind === 'answer' ? reading.answer : httpError(500), finish)
  const length = ['Content-Length', String(answer.body.length)] as const
  const headers = [...answer.headers, length, ['Date', new Date(0).toUTCString()] as const]
  return { answer: { ...answer, headers }, event: null, backend: null, authorizerInvocations: 0 }
}

async function playServed(vectors: readonly HttpVector[]): Promise<CaseResult[]> {
  const world = new VectorWorld()
  try {
    await world.prepare()
    await world.serve(designOf(vectors, world))
    const results: CaseResult[] = []
    for (const vector of vectors) {
      results.push(
        await playVector(vector, world).catch((error: unknown) =>
          judged(vector.id, `playing it failed: ${String(error)}`),
        ),
      )
    }
    return results
  } finally {
    await world.close()
  }
}

/** Ids of APIs, and names of domains, are the vectors' own, so that they do not meet. */
function idOf({ id }: HttpVector, name = ''): string {
  return idFrom(`${id} ${name}`, 10)
}

function domainOf(vector: HttpVector): string {
  return `${idOf(vector)}.${vector.given.domain!}`
}

function designOf(vectors: readonly HttpVector[], world: VectorWorld): Design {
  const domainNames: DomainName[] = []
  const apis: HttpApi[] = []
  for (const vector of vectors) {
    const { mappings } = vector.given
    if (mappings === undefined) {
      const id = idOf(vector)
      apis.push(vectorApi(vector, id, world))
      writeInstructions(vector, id, world, vector.given)
      continue
    }
    for (const { api } of mappings) {
      const id = idOf(vector, api)
      apis.push(vectorApi(vector, id, world))
      writeInstructions(vector, id, world, { lambdaReturn: api })
    }
    const basePathMappings = mappings.map(({ key, api }) => ({
      basePath: key,
      apiId: idOf(vector, api),
      stage: '$default',
    }))
    domainNames.push({ domainName: domainOf(vector), basePathMappings })
  }
  const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } } as const
  const iamUsers = [{ ...SIGNER, policies: [everything] }]
  return { ...emptyDesign('vectors'), apis, domainNames, identity: { userPools: [], iamUsers } }
}

function writeInstructions(vector: HttpVector, id: string, world: VectorWorld, given: HttpVector['given']): void {
  const { authorizerReturn, authorizerThrows, backendResponse, condition, lambdaRawPayload } = given
  const ofCondition = condition === undefined ? undefined : conditionOf(condition)?.lambdaReturn
  const returned = given.lambdaReturn ?? ofCondition ?? { statusCode: 200, body: 'ok' }
  world.write(`answers/${id}.json`, lambdaRawPayload ?? JSON.stringify(returned))
  const error = typeof authorizerThrows === 'string' ? authorizerThrows : 'it fails'
  const authorizer = authorizerThrows === undefined || authorizerThrows === false ? {} : { error }
  world.write(
    `authorizers/${id}.json`,
    JSON.stringify({ result: authorizerReturn ?? ALLOWED[vector.given.simple === true ? 0 : 1], ...authorizer }),
  )
  if (backendResponse !== undefined) world.backendAnswers.set(id, backendResponse)
}

/** What an authorizer returns that no vector speaks of. */
const ALLOWED = [
  { isAuthorized: true },
  {
    principalId: 'somebody',
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }],
    },
  },
] as const

async function playVector(vector: HttpVector, world: VectorWorld): Promise<CaseResult> {
  const id = idOf(vector)
  const isByDomain = vector.given.mappings !== undefined
  let answer: WireAnswer | null = null
  for (const { method, target, headers, body } of vectorRequests(vector, id, world, Date.now())) {
    const host = isByDomain ? [['Host', domainOf(vector)] as const] : []
    answer = await world.send(method, isByDomain ? target : `/${id}${target}`, [...host, ...headers], body)
  }
  const event = textAt(world, `events/${id}.json`)
  const played = {
    answer: answer!,
    event: event === null ? null : (JSON.parse(event) as Members),
    backend: world.backendRequests.get(id) ?? null,
    authorizerInvocations: textAt(world, `authorized/${id}.json`)?.length ?? 0,
  }
  return judged(vector.id, vectorDifference(vector, played))
}

function textAt({ folder }: VectorWorld, path: string): string | null {
  const file = join(folder, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
