import { effectiveCaching } from '@shared/design/method-settings'
import type { RequestValidator } from '@shared/design/request-validator'
import type { LadderExit, LadderRow, LadderText } from '../../../ui/pipeline/ladder-row'
import { formatCount, plural } from '../../../ui/format'
import { bucketsOfRoute } from '../buckets-of-route'
import { pathParametersOf, type RouteContext } from '../route-context'

export function throttleRow(route: RouteContext): LadderRow {
  const buckets = bucketsOfRoute(route).flatMap(({ limit, level, shortLabel, decides }) =>
    limit === null ? [] : [{ level, label: shortLabel, ...limit, decides }],
  )
  const isBlocked = buckets.some((bucket) => bucket.rateLimit === 0 || bucket.burstLimit === 0)
  return {
    step: 'throttle',
    label: 'Throttle',
    kind: `${plural(buckets.length, 'bucket')} ${buckets.length === 1 ? 'applies' : 'apply'}`,
    state: 'on',
    main: [],
    muted: isBlocked ? 'A limit of 0 refuses every request' : '',
    exits: [{ status: '429', responseType: 'THROTTLED', text: 'THROTTLED' }],
    buckets,
  }
}

export function validationRow({ api, method }: RouteContext): LadderRow {
  const row = { step: 'validation', label: 'Validation' } as const
  const id = method.requestValidatorId
  if (id === undefined) {
    const main = [{ text: 'Nothing is checked before the integration' }]
    return { ...row, kind: 'no validator', state: 'absent', main, muted: '', exits: [] }
  }
  const validator = Object.hasOwn(api.requestValidators, id) ? api.requestValidators[id] : undefined
  if (validator === undefined) {
    const main = [{ text: `Validator ${id} does not exist`, chip: 'danger' } as const]
    return { ...row, kind: 'broken', state: 'on', main, muted: '', exits: [] }
  }
  const kind = validatorKind(validator)
  if (kind === 'nothing') {
    const main = [{ text: 'The validator checks neither body nor parameters' }]
    return { ...row, kind: 'off', state: 'off', main, muted: '', exits: [] }
  }
  return {
    ...row,
    kind,
    state: 'on',
    main: [...bodyChecks(validator, method.requestModels), ...parameterChecks(validator, method.requestParameters)],
    muted: 'Refused before the integration is called',
    exits: validationExits(validator),
  }
}

export function validatorKind({ validateRequestBody, validateRequestParameters }: RequestValidator): string {
  if (validateRequestBody && validateRequestParameters) return 'body and parameters'
  return validateRequestBody ? 'body' : validateRequestParameters ? 'parameters' : 'nothing'
}

function bodyChecks(validator: RequestValidator, models: Readonly<Record<string, string>> | undefined): LadderText[] {
  if (!validator.validateRequestBody) return []
  const names = [...new Set(Object.values(models ?? {}))]
  if (names.length === 0) return [{ text: 'no model, so no body is checked', chip: 'warning' }]
  return names.map((text) => ({ text, isMono: true }))
}

function parameterChecks(
  validator: RequestValidator,
  parameters: Readonly<Record<string, boolean>> | undefined,
): LadderText[] {
  if (!validator.validateRequestParameters) return []
  const required = Object.entries(parameters ?? {}).flatMap(([name, isRequired]) => (isRequired ? [name] : []))
  if (required.length === 0) return [{ text: 'no required parameter' }]
  return required.flatMap((name) => {
    const [, , place = '', ...rest] = name.split('.')
    return [{ text: place }, { text: rest.join('.'), isMono: true }]
  })
}

function validationExits({ validateRequestBody, validateRequestParameters }: RequestValidator): LadderExit[] {
  const body: LadderExit = { status: '400', responseType: 'BAD_REQUEST_BODY', text: 'BAD_REQUEST_BODY' }
  if (!validateRequestParameters) return [body]
  if (!validateRequestBody)
    return [{ status: '400', responseType: 'BAD_REQUEST_PARAMETERS', text: 'BAD_REQUEST_PARAMETERS' }]
  return [{ status: '400', responseType: 'BAD_REQUEST_PARAMETERS' }, body]
}

export function cacheRow(route: RouteContext): LadderRow {
  const { stage, stageName, path, verb } = route
  const row = { step: 'cache', label: 'Cache' } as const
  const caching = effectiveCaching(stage, path, verb)
  if (caching.offBecause !== null) {
    const why = {
      cluster: stageName === '' ? 'No stage is chosen' : `Stage ${stageName} has no cache cluster`,
      setting: 'Caching is off for this method',
      verb: 'Only GET is cached by a stage-wide setting',
      ttl: 'A time to live of 0 turns caching off',
    }[caching.offBecause]
    const isOff = caching.offBecause === 'ttl' || caching.offBecause === 'setting'
    const kind = caching.offBecause === 'verb' ? `off for ${verb}` : 'off'
    return { ...row, kind, state: isOff ? 'off' : 'absent', main: [{ text: why }], muted: '', exits: [] }
  }
  return {
    ...row,
    kind: `on, ${stage.cacheClusterSize ?? '0.5'} GB`,
    state: 'on',
    ...cacheKey(route, caching.ttlInSeconds),
    exits: [{ status: 'hit', text: 'stored answer' }],
  }
}

function cacheKey({ method, path }: RouteContext, ttlInSeconds: number): Pick<LadderRow, 'main' | 'muted'> {
  const keys = method.integration?.cacheKeyParameters ?? []
  const missing = missingPathParameters(path, keys)
  const ttl: LadderText = { text: `${formatCount(ttlInSeconds)} s`, isMono: true }
  if (missing.length > 0) {
    const text = keys.length === 0 ? 'no parameters' : `${missing.join(', ')} is not in the key`
    return {
      main: [ttl, { text: 'key' }, { text, chip: 'warning' }],
      muted: `Every ${missing.join(' and ')} shares one entry`,
    }
  }
  const shown: LadderText[] = keys.map((key) => ({
    text: key.replace(/^(method|integration)\.request\./, ''),
    isMono: true,
  }))
  return {
    main: [ttl, { text: 'key' }, ...(shown.length === 0 ? [{ text: 'no parameters' }] : shown)],
    muted:
      keys.length === 0
        ? 'Every caller gets the same stored answer'
        : `${plural(keys.length, 'parameter')} tell entries apart`,
  }
}

/** Path parameters that the cache key leaves out: answers for one value are given for all of them. */
export function missingPathParameters(path: string, keys: readonly string[]): string[] {
  return pathParametersOf(path).filter((name) => !keys.includes(`method.request.path.${name}`))
}
